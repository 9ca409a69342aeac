"""A real server whose files may not grow: a form says so and gives everything back, and pages are read."""

import re
import resource
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

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


def called(browser):
    """The address of a sitting that a member called, with one name on its speaking list."""
    day = timezone.localdate() + timedelta(days=1)
    said = {"about": "The rota", "notice_days": "0", "quorum": "0", "hour": "05:30", "place": "Canteen"}
    assembly = browser.post("/g/docks/assemblies/call/", day=f"{day}", **said).location
    sitting = re.search(r'href="(/g/docks/sittings/\w+/)"', browser.get(assembly).text)[1]
    assert browser.post(sitting + "speakers/", name="Noor").status == 302
    return sitting


def minutes_until_full(browser, sitting):
    """Lines of minutes until one is not kept: those that were, and the last."""
    kept = []
    for _line in range(300):
        text = secret_text("line") + " and more" * 60
        if browser.post(sitting + "minutes/", text=text).status != 302:
            return kept, text
        kept.append(text)
    raise AssertionError("the file never was full")


def test_a_sitting_goes_on_where_it_stood_once_there_is_room_again(place):
    process, browser, _thread = place
    sitting = called(browser)
    limit(process, 300_000)
    kept, lost = minutes_until_full(browser, sitting)
    limit(process, 1_000)  # now not even a small change fits
    for action, typed in (("minutes/", {"text": lost}), ("present/", {"present": "41"}), ("end/", {})):
        answer = browser.post(sitting + action, **typed)
        assert (answer.status, "The server could not keep this" in answer.text) == (503, True)
    page = browser.get(sitting).plain
    assert [page.count(one) for one in kept] == [1] * len(kept)
    assert (lost in page, "Noor" in page, "This sitting has ended." in page) == (False, True, False)
    limit(process, resource.RLIM_INFINITY)
    assert [browser.post(sitting + "minutes/", text=lost).status, browser.post(sitting + "end/").status] == [302, 302]
    page = browser.get(sitting).plain
    assert (page.count(lost), "Noor" in page, "This sitting has ended." in page) == (1, False, True)
