"""The database cannot be written: what was typed comes back with a sentence, and reading goes on.

In this process the database refuses every write; the same with a real file that may not grow is in
test_disk_full_file.py.
"""

from contextlib import contextmanager

import pytest
from django.db import connection

from rooted.people import sessions
from tests.faults.browsers import ROUTES, browser, missing, path_of, stored
from tests.faults.forms import FORMS
from tests.faults.pages import send
from tests.walk.world import address

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.long,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no switch for this"),
]

# These read; nothing is stored by them, so nothing can fail.
READING = {
    "intake:receipt",
    "intake:letter-save",
    "home:own-data",
    "home:search",
    "register:entry-list",
    "shelf:file-add",
    "imports:import-add",
    "intake:answer-file",
    "intake:letter-insert",
    "posters:poster-make",
    "support:start-back",
}
writing = pytest.mark.parametrize(
    "form", [f for f in FORMS if f.route not in READING and "words" not in f.name], ids=str
)


@contextmanager
def no_writing():
    """As with a disk that is full or mounted for reading only."""

    def outside_a_transaction(execute, *about):
        connection.needs_rollback = False  # the one around every test; a server has none around a page
        return execute(*about)

    with connection.cursor() as cursor, connection.execute_wrapper(outside_a_transaction):
        cursor.execute("PRAGMA query_only = ON")
        try:
            yield
        finally:
            cursor.execute("PRAGMA query_only = OFF")


@writing
def test_a_form_that_cannot_be_kept_comes_back_whole_with_a_sentence(world, form, settings):
    for name, value in form.settings.items():
        setattr(settings, name, value)
    client, before, values = browser(world, form.who), stored(), form.typed(world)
    with no_writing():
        response = send(client, path_of(world, form), list(values.items()))
    assert response.status_code == 503
    assert "The server could not keep this" in response.content.decode()
    assert missing(response, values) == set()
    assert stored() == before


def test_every_page_can_still_be_read(world):
    found = []
    for role in ("stranger", "member"):
        client = browser(world, role)
        for route in ROUTES.values():
            if route.name == "base:source-archive":
                continue  # reads no database, and packs the whole source
            well = client.get(address(world, route)).status_code
            with no_writing():
                ill = client.get(address(world, route)).status_code
            if ill != well:
                found.append((role, route.name, well, ill))
    assert found == []


def test_a_session_whose_use_cannot_be_noted_stays_open(world, monkeypatch):
    client = browser(world, "member")
    monkeypatch.setattr(sessions, "now_in_steps", lambda: sessions.time.time() // 300 * 300 + 300)
    with no_writing():
        assert client.get("/you/").status_code == 200
