"""Files sent to a real server, slowly, stalled, too large, killed: kept whole or not at all, never in clear on disk."""

import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.conf import settings

from rooted.base.tests import pictured
from rooted.operate.receiving import LARGE_AT_ONCE
from rooted.operate.tests.machine import free_port, prepared
from tests.faults import invariants
from tests.faults.browsing import Browser
from tests.faults.real import seeded, served
from tests.faults.sending import ADD, SHELF, Sending, Watch, body_of, upload

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="watches SQLite's files")]

MARK = b"zqcanary-content-"
TEXT = MARK * 200_000  # 3.4 MB: more than Django and the server keep in memory unless told to
MOST_MEMORY = 600  # MB


class Place:
    """A folder, a server on it, its people; `again` starts the server anew."""

    def __init__(self, folder):
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.data, self.port = prepared(folder / "data"), free_port()
        self.people = seeded(self.data, 1)["cookies"]
        self.again()

    def again(self):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TMPDIR", str(self.temporary))
            self.process = served(self.data, self.port)

    def member(self, number=0):
        return Browser(self.port, self.people[f"m{number}"])

    def watch(self):
        return Watch(self.process.pid, [self.data, self.temporary], MARK)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def broken(self):
        return invariants.broken_rows(self.data) + invariants.in_clear(self.data, MARK)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("uploads"))
    yield place
    place.kill()


def test_a_planted_temporary_file_is_found_even_when_it_is_deleted(tmp_path):
    """The control: what Django and the server do unless told otherwise."""
    script = f"import tempfile; f = tempfile.TemporaryFile(); f.write({MARK!r}); f.flush(); print(1); input()"
    command = [sys.executable, "-uc", script]
    process = subprocess.Popen(command, env={"TMPDIR": str(tmp_path)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.readline()
    with Watch(process.pid, [tmp_path], MARK) as watch:
        time.sleep(0.3)
    process.communicate(b"\n")
    assert len(watch.found) == 1


def test_at_no_instant_of_a_slow_upload_and_download_anything_lies_on_the_disk_in_clear(place):
    with place.watch() as watch:
        sending = Sending(place.member(), body_of("Slow", "slow.txt", TEXT))
        for step in range(1, 21):
            sending.send(step / 20)
            time.sleep(0.05)
        assert sending.answer().startswith(b"HTTP/1.1 302")
        page = place.member().get(SHELF).text
        path = SHELF + page.split(f'href="{SHELF}')[2].split('"')[0] + "download/"
        received = slowly(place, path)
    assert received.count(MARK) == 200_000
    assert watch.looks > 5
    assert watch.found == set()


def slowly(place, path):
    """The download, a piece at a time."""
    sending = Sending.__new__(Sending)
    sending.browser, sending.line = place.member(), connected(place.port)
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: {sending.browser.cookies}\r\n\r\n"
    sending.line.sendall(head.encode())
    return sending.answer(pause=0.02)


def connected(port):
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8_192)
    line.settimeout(30)
    line.connect(("127.0.0.1", port))
    return line


def test_20_megabytes_are_answered_with_a_sentence_and_the_title_typed(place):
    answer = upload(place.member(), "The title typed", "large.txt", MARK * 1_250_000).decode()
    assert answer.startswith("HTTP/1.1 200")
    assert "These files are more than 15 MB together." in answer
    assert 'value="The title typed"' in answer


def test_ten_at_once_are_kept_or_told_to_try_again(place):
    picture, answers = pictured.saved("JPEG", size=(1_600, 1_200)), []

    def send(number):
        answers.append(upload(place.member(number % 4), f"Ten {number}", "a.jpg", picture).decode())

    threads = [threading.Thread(target=send, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [answer for answer in answers if answer.startswith("HTTP/1.1 302")]
    told = [answer for answer in answers if "Many pictures are being sent at this moment." in answer]
    assert len(kept) + len(told) == 10
    assert kept
    assert place.member().get(SHELF).text.count(">Ten ") == len(kept)
    assert place.broken() == []


def test_who_stalls_keeps_nobody_from_reading_and_makes_room_by_leaving(place):
    stalled = [Sending(place.member(), body_of("Stalled", "a.txt", TEXT)).send(0.5) for _one in range(LARGE_AT_ONCE)]
    time.sleep(0.5)
    assert place.member().get(SHELF).seconds < 5
    busy = upload(place.member(), "The title typed", "a.txt", TEXT).decode()
    for sending in stalled:
        sending.line.close()
    time.sleep(0.5)
    assert "Many files are being sent at this moment." in busy
    assert 'value="The title typed"' in busy
    assert upload(place.member(), "After", "a.txt", TEXT).startswith(b"HTTP/1.1 302")
    assert "Stalled" not in place.member().get(SHELF).text


def test_all_that_took_little_memory(place):
    status = Path(f"/proc/{place.process.pid}/status").read_text()
    peak = int(status.split("VmHWM:")[1].split()[0]) // 1024
    assert peak < MOST_MEMORY, f"{peak} MB"


@pytest.mark.parametrize("number", range(2))
def test_a_server_killed_meanwhile_keeps_files_whole_or_not_at_all(place, number):
    title, answers = f"Killed {number}", []

    def send(which):
        answers.append(upload(place.member(which), f"{title} {which}", "a.txt", TEXT))

    threads = [threading.Thread(target=send, args=(which,)) for which in range(3)]
    for thread in threads:
        thread.start()
    time.sleep(random.uniform(0.02, 0.5))
    place.kill()
    for thread in threads:
        thread.join()
    assert place.broken() == []
    place.again()
    page = place.member().get(SHELF).text
    assert page.count(f">{title}") >= sum(answer.startswith(b"HTTP/1.1 302") for answer in answers)
    assert place.broken() == []
    assert ADD in page
