"""Twenty attackers try passphrases while others read; sixty clients send half a form. Everybody is answered."""

import socket
import threading
import time
from statistics import median, quantiles

import pytest
from django.conf import settings

from rooted.operate.tests.machine import free_port, prepared
from tests.faults.browsing import Browser
from tests.faults.real import seeded, served

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="one real server is enough")]

ATTACKERS, SECONDS = 20, 10.0
STALLED = 60
MOST_MEMORY = 400  # MB
HALF = (
    b"POST /sign-in/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 500\r\n\r\nname=somebody&passphrase="
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A port, and the cookies of its people."""
    data, port = prepared(tmp_path_factory.mktemp("flood") / "data"), free_port()
    people = seeded(data, 1)
    process = served(data, port)
    yield port, people["cookies"], process
    process.terminate()
    process.wait(timeout=30)
    process.stdout.close()


def memory(process) -> int:
    """The most the process ever held, in MB."""
    with open(f"/proc/{process.pid}/status") as status:
        peak = next(line for line in status if line.startswith("VmHWM"))
    return int(peak.split()[1]) // 1024


def attack(port, until, found):
    """One attacker: wrong passphrases for everybody, one after the other."""
    number = 0
    while time.monotonic() < until:
        number += 1
        answer = Browser(port).post("/sign-in/", name=f"m{number % 4}", passphrase="wrong passphrase here")
        found.append(answer)


def read(port, cookies, path, until, found):
    while time.monotonic() < until:
        found.append(Browser(port, cookies).get(path))


def flood(port, cookies):
    """The answers of attackers and readers."""
    until = time.monotonic() + SECONDS
    attacked, answered = [], []
    threads = [threading.Thread(target=attack, args=(port, until, attacked)) for _one in range(ATTACKERS)]
    pages = (("", "/"), ("", "/struggles/"), (cookies["m0"], "/g/docks/board/"))
    threads += [threading.Thread(target=read, args=(port, who, path, until, answered)) for who, path in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return attacked, answered


def test_while_twenty_try_passphrases_every_page_is_answered(place, capsys):
    port, cookies, process = place
    attacked, answered = flood(port, cookies)
    times = sorted(answer.seconds for answer in answered)
    with capsys.disabled():
        print(
            f"\nlogin flood: {len(attacked)} tries, {len(answered)} pages, half within {median(times) * 1000:.0f} ms, "
            f"95 of 100 within {quantiles(times, n=20)[-1] * 1000:.0f} ms, {memory(process)} MB"
        )
    assert {answer.status for answer in answered} == {200}
    assert {answer.status for answer in attacked} == {200}
    told = [answer for answer in attacked if "Wait ten seconds, then try again" in answer.text]
    wrong = [answer for answer in attacked if "do not belong together" in answer.text]
    assert len(told) + len(wrong) == len(attacked)
    assert told
    assert memory(process) < MOST_MEMORY


def test_while_sixty_clients_send_half_a_form_the_front_page_answers(place):
    port, _cookies, _process = place
    stalled = [socket.create_connection(("127.0.0.1", port)) for _one in range(STALLED)]
    try:
        for one in stalled:
            one.sendall(HALF)
        assert [Browser(port).get("/").status for _try in range(10)] == [200] * 10
    finally:
        for one in stalled:
            one.close()
