"""300 members vote over HTTP while the vote closes: what was taken counts once, everybody else is told so."""

import json
import re
import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings

from rooted.operate.tests.machine import free_port, prepared, server, surroundings
from tests.faults.browsing import Browser

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="starts a server of its own")]

MEMBERS = 300
OPEN = 45  # seconds from the end of the seeding; the server needs some of them to start
BEFORE, AFTER = 24.0, 6.0  # seconds around the end, over which the votes are spread
CLOSERS = 5


def seeded(data):
    """What tests/faults/seed_votes.py prints."""
    here = {"PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    environment = surroundings(data, DJANGO_SETTINGS_MODULE="rooted.config.settings", **here)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.seed_votes", str(MEMBERS), str(OPEN)],
        env=environment, cwd=settings.SOURCE, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def at(moment, deed):
    time.sleep(max(0.0, moment - time.time()))
    deed()


def voting(browser, path, answers, twice):
    """One member votes; every third one presses the button twice, on two lines at once."""

    def vote():
        answers.append(browser.post(f"{path}vote/", choice="yes", reason=""))

    threads = [threading.Thread(target=vote) for _press in range(2 if twice else 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def run(port, told):
    """All vote and some close; gives the answers of each member."""
    answers = [[] for _member in range(MEMBERS)]
    browsers = [Browser(port, cookies, patience=120) for cookies in told["cookies"]]
    spread = (BEFORE + AFTER) / MEMBERS
    deeds = []
    for number, browser in enumerate(browsers):
        moment = told["until"] - BEFORE + spread * number
        deeds.append((moment, lambda who=browser, n=number: voting(who, told["path"], answers[n], n % 3 == 0)))
    deeds += [(told["until"], lambda who=one: who.post(f"{told['path']}close/")) for one in browsers[:CLOSERS]]
    threads = [threading.Thread(target=at, args=deed) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_every_vote_that_was_taken_counts_once_and_every_other_is_told_so(tmp_path, capsys):
    data, port = prepared(tmp_path / "data"), free_port()
    told = seeded(data)
    with server(data, port):
        answers = run(port, told)
        page = Browser(port, told["cookies"][0]).get(f"{told['path']}result/").plain
    statuses = {answer.status for member in answers for answer in member}
    taken = sum(any(answer.status == 302 for answer in member) for member in answers)
    told_so = [member for member in answers if all(answer.status == 200 for answer in member)]
    with capsys.disabled():
        print(f"\nvotes taken: {taken}, refused with a sentence: {len(told_so)} of {MEMBERS}")
    counted = int(re.search(r"Yes: (\d+)\.", page)[1])
    assert (statuses, counted, taken + len(told_so)) == ({200, 302}, taken, MEMBERS)
    assert all("time to vote is over" in answer.plain or "closed" in answer.plain for m in told_so for answer in m)
    assert 0 < taken < MEMBERS
