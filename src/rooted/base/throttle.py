"""Slows down guessing without storing anybody's address.

Counted are failures alone, under HMAC(random key, network), in memory; the key and all counts are thrown away every
hour. A network is the first 24 bits of an IPv4 address, 56 of an IPv6 one; behind a proxy or an onion service everyone
shares one. Somebody who failed waits, up to 8 seconds. When all places to wait are taken, only a door that failed,
tried from a network that failed, is told to try again (Busy): nobody locks others out by failing beside them.
"""

import ipaddress
import secrets
import threading
import time
from collections import OrderedDict

from django.conf import settings
from django.http import HttpRequest

from rooted.base import seal

FREE = 2  # failures that cost nothing
LONGEST = 8.0  # seconds
KEPT = 10_000  # counters; the one that rested longest goes first
KEY_SECONDS = 3_600
SLEEPERS = 4  # of the server's 16 threads


class Busy(Exception):
    """Too many people are waiting at this moment: try again soon."""


def delay(failures: int) -> float:
    """Seconds to wait after so many failures: 0, 0, 0, 1, 2, 4, 8, 8 …"""
    if failures <= FREE:
        return 0.0
    return min(LONGEST, 2.0 ** min(failures - FREE - 1, 10))


class Counters:
    """Failures by source. `now` is a count of seconds that never goes back (time.monotonic)."""

    def __init__(self, kept: int = KEPT) -> None:
        self.kept = kept
        self._lock = threading.Lock()
        self._counts: OrderedDict[bytes, int] = OrderedDict()
        self._key = b""
        self._key_until = float("-inf")

    def __len__(self) -> int:
        return len(self._counts)

    def _place(self, source: str, now: float) -> bytes:
        if now >= self._key_until:
            self._key = secrets.token_bytes(32)
            self._key_until = now + KEY_SECONDS
            self._counts.clear()
        return seal.digest(source.encode("utf-8", "replace"), key=self._key, size=16)

    def failures(self, source: str, now: float) -> int:
        """How often `source` failed since the key was made."""
        with self._lock:
            return self._counts.get(self._place(source, now), 0)

    def change(self, source: str, step: int, now: float) -> None:
        """Count `step` more failures, or fewer; never below none."""
        with self._lock:
            place = self._place(source, now)
            count = self._counts.pop(place, 0) + step
            if count > 0:
                self._counts[place] = count
            while len(self._counts) > self.kept:
                self._counts.popitem(last=False)

    def forget(self, source: str, now: float) -> None:
        """No failure of `source` counts any more."""
        with self._lock:
            self._counts.pop(self._place(source, now), None)

    def clear(self) -> None:
        """No failure of anybody counts any more."""
        with self._lock:
            self._counts.clear()


_counters = Counters()
_sleepers = threading.BoundedSemaphore(SLEEPERS)


def network(address: str) -> str:
    """The network an address belongs to: "192.0.2.0/24", "2001:db8:0:ab00::/56"; "unknown" for anything else."""
    try:
        place = ipaddress.ip_address(address.strip().split("%")[0])
    except ValueError:
        return "unknown"
    mapped = getattr(place, "ipv4_mapped", None)
    if mapped is not None:
        place = mapped
    bits = 24 if place.version == 4 else 56
    return str(ipaddress.ip_network((place, bits), strict=False))


def visitor(request: HttpRequest) -> str:
    """The visitor's network. X-Forwarded-For counts only behind our own proxy, and of it only what that proxy added."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.ADDRESS else ""
    return network(forwarded.rsplit(",", 1)[-1] or request.META.get("REMOTE_ADDR", ""))


def _sources(request: HttpRequest, what: str, key: str) -> list[str]:
    sources = [f"{what}|network|{visitor(request)}"]
    return [*sources, f"{what}|key|{key}"] if key else sources


def seconds_to_wait(request: HttpRequest, what: str, key: str = "") -> float:
    """How long this visitor waits before `what` ("sign-in") is tried; `key`: whose door it is, a sign-in name."""
    return max(_delays(request, what, key))


def _delays(request: HttpRequest, what: str, key: str) -> list[float]:
    """Seconds to wait for the network's failures, then for the key's."""
    now = time.monotonic()
    return [delay(_counters.failures(source, now)) for source in _sources(request, what, key)]


def failed(request: HttpRequest, what: str, key: str = "") -> None:
    """One more failure, of the visitor's network and of `key`."""
    now = time.monotonic()
    for source in _sources(request, what, key):
        _counters.change(source, 1, now)


def succeeded(request: HttpRequest, what: str, key: str = "") -> None:
    """Forgets the failures of `key` and takes back one of the network, which many people share: a success between any
    two guesses must not hide the guesses."""
    now = time.monotonic()
    shared, *own = _sources(request, what, key)
    _counters.change(shared, -1, now)
    for source in own:
        _counters.forget(source, now)


def slow(request: HttpRequest, what: str, key: str = "") -> None:
    """Waits as long as this visitor has to; never call it in a transaction.

    When four others wait: Busy for a door that failed, from a network that failed; others go on, since the places for
    Argon2 are few enough.
    """
    delays = _delays(request, what, key)
    if not any(delays):
        return
    if not _sleepers.acquire(blocking=False):
        if key and all(delays):
            raise Busy
        return
    try:
        time.sleep(max(delays))
    finally:
        _sleepers.release()


def forget_everything() -> None:
    """Every count is gone (tests begin like this)."""
    _counters.clear()
