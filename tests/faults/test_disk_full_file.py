"""A real server whose files may not grow: a form says so and gives everything back, and pages are read."""

import resource

import pytest
from django.conf import settings

from rooted.home.tests.machine import free_port, prepared
from tests.faults.browsing import Browser, secret_text
from tests.faults.real import seeded, served

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="limits SQLite's files")]


@pytest.fixture
def place(tmp_path):
    data, port = prepared(tmp_path / "data"), free_port()
    people = seeded(data, 1)
    process = served(data, port)
    yield process, Browser(port, people["cookies"]["m0"]), people["threads"]["notes"][0]
    process.kill()
    process.wait()
    process.stdout.close()


def limit(process, size):
    """No file of the process may be longer than this from now on: what a full disk does, without filling one."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def write_until_full(browser, path):
    """Notes until one is not kept: the texts that were, and the last with its answer."""
    kept = []
    for _note in range(300):
        text = secret_text("note") + " and more" * 200
        answer = browser.post(path + "note/", text=text)
        if answer.status != 302:
            return kept, text, answer
        kept.append(text)
    raise AssertionError("the file never was full")


def test_when_nothing_more_fits_the_form_comes_back_and_later_it_is_kept(place):
    process, browser, thread = place
    path = f"/g/docks/letters/{thread}/"
    limit(process, 300_000)
    kept, text, answer = write_until_full(browser, path)
    assert (answer.status, "The server could not keep this" in answer.text, text in answer.plain) == (503, True, True)
    page = browser.get(path)
    assert [page.status, *(page.plain.count(one) for one in kept)] == [200] + [1] * len(kept)
    assert text not in page.plain
    limit(process, resource.RLIM_INFINITY)
    assert browser.post(path + "note/", text=text).status == 302
    assert browser.get(path).plain.count(text) == 1
