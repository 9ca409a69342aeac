import random
import threading
import time

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import throttle


@pytest.fixture(autouse=True)
def nothing_counted():
    throttle.forget_everything()
    yield
    throttle.forget_everything()


def visit(address="192.0.2.1", **headers):
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


def fail(times, *arguments):
    for _ in range(times):
        throttle.failed(*arguments)


def test_the_first_two_failures_cost_nothing_and_then_the_wait_doubles_up_to_eight_seconds():
    waits = []
    for _ in range(9):
        waits.append(throttle.seconds_to_wait(visit(), "sign-in"))
        throttle.failed(visit(), "sign-in")
    assert waits == [0, 0, 0, 1, 2, 4, 8, 8, 8]


@given(st.integers(0, 10**9))
def test_the_wait_never_shrinks_with_failures_and_never_passes_eight_seconds(failures):
    assert 0 <= throttle.delay(failures) <= throttle.delay(failures + 1) <= 8


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-3, 3)), max_size=60))
def test_counts_are_those_of_a_plain_tally(steps):
    counters, tally = throttle.Counters(), dict.fromkeys("abc", 0)
    for source, step in steps:
        counters.change(source, step, now=1)
        tally[source] = max(0, tally[source] + step)
    assert {source: counters.failures(source, now=2) for source in "abc"} == tally


@given(st.lists(st.integers(0, 50), max_size=200), st.integers(1, 10))
def test_never_more_counters_than_there_is_room_for_and_the_longest_rested_goes_first(sources, kept):
    counters, order = throttle.Counters(kept), []
    for source in sources:
        counters.change(str(source), 1, now=0)
        order = [*(one for one in order if one != source), source][-kept:]
    assert len(counters) == len(order)
    assert all(counters.failures(str(source), now=0) for source in order)


def test_there_is_room_for_ten_thousand():
    assert throttle._counters.kept == 10_000


def test_after_an_hour_the_key_and_every_count_are_gone():
    counters = throttle.Counters()
    counters.change("somebody", 5, now=100)
    key = counters._key
    assert counters.failures("somebody", now=3_699) == 5
    assert counters.failures("somebody", now=3_700) == 0
    assert (len(counters), counters._key == key) == (0, False)


def test_neither_address_nor_name_is_kept():
    throttle.failed(visit("192.0.2.1"), "sign-in", "ana")
    kept = repr(vars(throttle._counters))
    assert not [word for word in ("192.0", "ana", "sign-in") if word in kept]
    assert {len(place) for place in throttle._counters._counts} == {16}


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2ff:3::4", "2001:db8:1:200::/56"),
        ("fe80::1%eth0", "fe80::/56"),
        (" 192.0.2.77 ", "192.0.2.0/24"),
        ("", "unknown"),
        ("<script>", "unknown"),
        ("192.0.2.77:8000", "unknown"),
    ],
)
def test_an_address_counts_as_its_network(address, network):
    assert throttle.network(address) == network


@given(st.ip_addresses())
def test_every_address_belongs_to_its_network(address):
    assert throttle.network(str(address)) == throttle.network(throttle.network(str(address)).split("/")[0])


def test_without_a_proxy_a_forwarded_address_is_not_believed():
    assert throttle.visitor(visit(x_forwarded_for="203.0.113.5")) == "192.0.2.0/24"


def test_behind_the_proxy_only_what_the_proxy_itself_added_is_believed(settings):
    settings.ADDRESS = "https://rooted.example"
    request = visit("127.0.0.1", x_forwarded_for="198.51.100.1, 203.0.113.5")
    assert throttle.visitor(request) == "203.0.113.0/24"


def test_behind_a_proxy_that_adds_nothing_the_proxy_counts(settings):
    settings.ADDRESS = "http://abc.onion"
    assert throttle.visitor(visit("127.0.0.1")) == "127.0.0.0/24"


def test_another_network_and_another_door_do_not_wait():
    fail(5, visit("192.0.2.1"), "sign-in")
    assert throttle.seconds_to_wait(visit("198.51.100.1"), "sign-in") == 0
    assert throttle.seconds_to_wait(visit("192.0.2.1"), "receipt") == 0


def test_one_door_tried_from_many_networks_waits():
    for number in range(5):
        throttle.failed(visit(f"10.0.{number}.1"), "sign-in", "ana")
    assert throttle.seconds_to_wait(visit("203.0.113.1"), "sign-in", "ana") == 4
    assert throttle.seconds_to_wait(visit("203.0.113.1"), "sign-in", "bo") == 0


def test_success_opens_ones_own_door_again():
    for number in range(5):
        throttle.failed(visit(f"10.0.{number}.1"), "sign-in", "ana")
    throttle.succeeded(visit("203.0.113.1"), "sign-in", "ana")
    assert throttle.seconds_to_wait(visit("203.0.113.1"), "sign-in", "ana") == 0


def test_one_success_does_not_hide_the_other_failures_of_a_network():
    fail(5, visit(), "sign-in", "ana")
    throttle.succeeded(visit(), "sign-in", "mallory")
    assert throttle.seconds_to_wait(visit(), "sign-in") == 2


def test_nobody_sleeps_who_did_not_fail():
    begun = time.monotonic()
    for _ in range(1_000):
        throttle.slow(visit(), "sign-in")
    assert time.monotonic() - begun < 1


def test_four_may_sleep_and_the_fifth_is_told_to_try_again(monkeypatch):
    monkeypatch.setattr(throttle, "LONGEST", 0.4)
    fail(9, visit(), "sign-in", "ana")
    outcomes = []

    def enter():
        try:
            throttle.slow(visit(), "sign-in", "ana")
            outcomes.append("slept")
        except throttle.Busy:
            outcomes.append("busy")

    threads = [threading.Thread(target=enter) for _ in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["busy"] * 3 + ["slept"] * 4
    throttle.slow(visit(), "sign-in", "ana")  # and the places are free again


@pytest.mark.parametrize(
    ("network", "what", "key"),
    [
        ("192.0.2.1", "sign-in", "bo"),  # another door, on the attacker's network
        ("198.51.100.1", "sign-in", "ana"),  # the attacked door, from elsewhere
        ("192.0.2.1", "receipt", ""),  # a door with no name
    ],
)
def test_whoever_fills_all_places_to_wait_shuts_nobody_else_out(monkeypatch, network, what, key):
    for door, name in (("sign-in", "ana"), ("receipt", "")):
        fail(9, visit(), door, name)
    monkeypatch.setattr(throttle, "_sleepers", threading.BoundedSemaphore(1))
    throttle._sleepers.acquire()
    begun = time.monotonic()
    throttle.slow(visit(network), what, key)
    assert time.monotonic() - begun < 0.5


def test_no_failure_is_lost_between_threads():
    counters = throttle.Counters()
    sources = [str(number % 5) for number in range(2_000)]
    random.shuffle(sources)

    def count(part):
        for source in part:
            counters.change(source, 1, now=0)

    threads = [threading.Thread(target=count, args=(sources[start::8],)) for start in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [counters.failures(str(number), now=0) for number in range(5)] == [400] * 5
