"""How long an answer takes tells nobody whether a name or a receipt is known here."""

import time
from statistics import median

import pytest

from rooted.base import seal
from rooted.intake.conversation import open_thread
from rooted.intake.receipts import keys_of
from tests.faults.browsers import browser
from tests.faults.pages import send
from tests.walk.world import RECEIPT, letter_to

pytestmark = [pytest.mark.django_db, pytest.mark.long]
SAMPLES = 200
NOISE = 0.10


def seconds(act) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def apart(one, other) -> float:
    """How far the medians lie apart, as a share of the smaller; the two are asked by turns."""
    pairs = [(seconds(one), seconds(other)) for _sample in range(SAMPLES)]
    first, second = (median(times) for times in zip(*pairs, strict=True))
    return abs(first - second) / min(first, second)


def within_noise(one, other) -> bool:
    """Asked again once: the machine does other things too."""
    return apart(one, other) < NOISE or apart(one, other) < NOISE


def test_a_known_and_an_unknown_name_take_the_same_time(world):
    client = browser(world, "stranger")

    def signing_in(name):
        return lambda: send(client, "/sign-in/", [("name", name), ("passphrase", "not the right one")])

    assert within_noise(signing_in("ana"), signing_in("nobody here"))


def test_a_known_and_an_unknown_receipt_take_the_same_time(world, monkeypatch):
    monkeypatch.setattr(seal, "RECEIPT_KIB", 19_456)  # as on a real server

    def opening(receipt):
        return lambda: open_thread(keys_of(receipt))

    letter_to(world.people["member"], "Written at the real cost.", RECEIPT)
    assert opening(RECEIPT)() is not None
    assert within_noise(opening(RECEIPT), opening("five other words in order"))


def test_the_measure_finds_a_planted_difference(world):
    assert apart(lambda: time.sleep(0.002), lambda: time.sleep(0.003)) > NOISE
