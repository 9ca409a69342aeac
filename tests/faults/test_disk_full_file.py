"""A real server whose files may not grow: a form says so and gives everything back, and pages are read."""

import re
import resource
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from rooted.operate.tests.machine import free_port, prepared
from tests.faults.browsing import Browser, secret_text
from tests.faults.real import seeded, served

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="limits SQLite's files")]


@pytest.fixture
def docks(tmp_path):
    data, port = prepared(tmp_path / "data"), free_port()
    people = seeded(data, 1)
    process = served(data, port)
    yield process, port, people
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture
def place(docks):
    process, port, people = docks
    return process, Browser(port, people["cookies"]["m0"]), people["threads"]["notes"][0]


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


def voted(members, title, task):
    """The address of a proposal with one task, on which each of these members voted yes."""
    words = {"title": title, "text": "We stop at six.", "method": "majority", "burn_days": "0", "tasks": task}
    path = members[0].post("/g/docks/proposals/add/", **words).location
    until = timezone.localdate() + timedelta(days=8)
    assert members[1].post(path + "second/", seen="1").status == 302
    assert members[0].post(path + "open/", mode="members", closes_on=f"{until}", seen="1").status == 302
    assert {one.post(path + "vote/", choice="yes").status for one in members} == {302}
    return path


def told(browser, path, title, task):
    """How often the vote can be closed on its page, stands in the register, and its task on the list."""
    pages = {path: "Close the vote and count", "/g/docks/register/": title, "/g/docks/tasks/": f">{task}<"}
    return [browser.get(page).plain.count(words) for page, words in pages.items()]


def test_a_vote_that_cannot_be_closed_stays_open_and_is_counted_once_when_there_is_room_again(docks):
    process, port, people = docks
    members = [Browser(port, people["cookies"][f"m{number}"]) for number in range(4)]
    title, task = secret_text("motion"), secret_text("task")
    path = voted(members, title, task)
    limit(process, 1_000)
    for member in members[:2]:
        answer = member.post(path + "close/")
        assert (answer.status, "The server could not keep this" in answer.text) == (503, True)
    assert told(members[3], path, title, task) == [1, 0, 0]
    limit(process, resource.RLIM_INFINITY)
    assert {member.post(path + "close/").status for member in members} == {302}
    assert told(members[3], path, title, task) == [0, 1, 1]
