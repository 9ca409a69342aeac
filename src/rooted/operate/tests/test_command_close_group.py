"""`./rooted close-group`."""

import pytest
from django.core.management import CommandError, call_command

from rooted.struggles.tests.make import group

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("named", ["docks", "/g/docks/", "http://127.0.0.1:8000/g/docks/"])
def test_a_group_is_closed_by_any_way_to_name_it(client, named):
    docks, depot = group("docks", "Docks"), group("depot", "Depot")
    call_command("close_group", named, yes=True)
    docks.refresh_from_db()
    depot.refresh_from_db()
    assert (docks.closed_on is not None, depot.closed_on) == (True, None)
    assert [client.get(f"/g/{name}/").status_code for name in ("docks", "depot")] == [404, 200]


def test_a_group_that_is_not_here_is_said():
    with pytest.raises(CommandError, match=r"There is no group dogs\. Copy the address of its page"):
        call_command("close_group", "dogs", yes=True)


def test_a_second_time_says_since_when():
    group("docks", "Docks")
    call_command("close_group", "docks", yes=True)
    with pytest.raises(CommandError, match="Docks was closed on"):
        call_command("close_group", "docks", yes=True)


def test_nothing_is_closed_without_a_yes(monkeypatch):
    docks = group("docks")
    monkeypatch.setattr("builtins.input", lambda question: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("close_group", "docks")
    docks.refresh_from_db()
    assert docks.closed_on is None
