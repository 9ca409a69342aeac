"""Work for later: rows written in the caller's transaction, carried out by the worker, surviving its sudden death.

    @job("receipt-purge", every=timedelta(days=1))
    def purge_receipts(now: datetime) -> None: …          # a parameter `now` is given the moment

    jobs.enqueue("mail-send", letter=letter.pk)            # in the transaction of what it belongs to

What a job writes and the end of its row are one transaction, so its effects happen once. A worker takes a job for
LEASE; if it dies, the next one takes it after that. A job that does slow work outside the database (mail, network) is
declared `outside=True`: it runs outside a transaction, may run twice, and must not mind.
"""

import inspect
import json
import logging
import random
import threading
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import close_old_connections, connections, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from rooted.base.logs import tell
from rooted.base.models import Job

LEASE = timedelta(minutes=5)
ATTEMPTS = 20  # then the row is kept for the operator; about 13 hours after the first
FIRST_PAUSE, LONGEST_PAUSE = 10, 3_600  # seconds
LONGEST_TEXT = 200  # characters of one value: a payload holds ids, not what people wrote
POLL = 1.0  # seconds between looks when nothing is due
BREATH = 0.02  # seconds between two jobs: writes back to back starve the web
LONGEST_TROUBLE = 30.0  # seconds between looks while the database is away

Act = Callable[..., None]
_chance = random.SystemRandom()


class Lost(Exception):
    """Another worker has taken the job since: this one must not have any effect."""


@dataclass(frozen=True)
class Kind:
    """A registered job."""

    name: str
    act: Act
    lane: str
    every: timedelta | None
    outside: bool
    wants_now: bool


_kinds: dict[str, Kind] = {}


def job(
    name: str, *, lane: str = "quick", every: timedelta | None = None, outside: bool = False
) -> Callable[[Act], Act]:
    """Decorator: the function that carries out the job `name`; with `every` it comes back by itself.

    A transaction lasts at most 50 ms: a job with more to do does a piece and enqueues itself again.
    """

    def register(act: Act) -> Act:
        if name in _kinds:
            raise ValueError(f"two jobs are called {name}")
        _kinds[name] = Kind(name, act, lane, every, outside, "now" in inspect.signature(act).parameters)
        return act

    return register


def enqueue(name: str, /, *, run_after: datetime | None = None, **payload: Any) -> Job:
    """Write down that `name` is to be done with `payload` (ids and short plain values), not before `run_after`.

    Raises LookupError for a name nobody registered, TypeError for a value that is not plain.
    """
    if name not in _kinds:
        raise LookupError(f"no job is called {name}")
    plain = json.dumps({key: _plain(value) for key, value in payload.items()})
    return Job.objects.create(name=name, lane=_kinds[name].lane, payload=plain, run_after=run_after or timezone.now())


def _plain(value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise TypeError("a job's payload holds ids and short values, not texts")
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a job's payload holds plain values, not {type(value).__name__}")


def ensure_periodic(now: datetime) -> None:
    """Every job with `every` has exactly one row, due within its period; rows of jobs that are no more are dropped."""
    periodic = {kind.name: kind for kind in _kinds.values() if kind.every}
    with transaction.atomic():
        Job.objects.exclude(once=None).exclude(once__in=list(periodic)).delete()
        Job.objects.bulk_create(
            [Job(name=name, once=name, lane=kind.lane, run_after=now) for name, kind in periodic.items()],
            ignore_conflicts=True,
        )
        for name, kind in periodic.items():
            rows = Job.objects.filter(once=name)
            rows.exclude(lane=kind.lane).update(lane=kind.lane)
            rows.filter(run_after__gt=now + (kind.every or LEASE)).update(run_after=now)


def bring_forward(*names: str) -> None:
    """Jobs that come back by themselves are due now, not only at their next time."""
    now = timezone.now()
    Job.objects.filter(once__in=names, run_after__gt=now).update(run_after=now)


def pause_after(attempts: int, chance: float) -> timedelta:
    """How long to wait after the given failed attempt: 10 s · 2^(n-1), at most 1 h, ±25 %; `chance` from 0 to 1."""
    seconds = min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)
    return timedelta(seconds=seconds * (0.75 + chance / 2))


def run_due(now: datetime, lanes: Collection[str] | None = None, limit: int = 100) -> int:
    """Carry out at most `limit` jobs that are due; how many of them succeeded. Each failure is logged and put off."""
    done = 0
    for _ in range(limit):
        outcome = run_one(now, lanes)
        if outcome is None:
            break
        done += outcome
    return done


def run_one(now: datetime, lanes: Collection[str] | None = None) -> bool | None:
    """Take one due job and carry it out: True if done, False if it failed, None if nothing is due."""
    taken = _take(now, lanes)
    if taken is None:
        return None
    if taken.attempts > ATTEMPTS and not taken.once:
        _put_off(taken, now, "Interrupted")  # the last attempts ended with the worker's death
        return False
    try:
        _carry_out(taken, now)
    except Lost:
        tell("job-lost", level=logging.WARNING, job=taken.name)
        return False
    except Exception as error:
        tell("job-failed", level=logging.WARNING, error=error, job=taken.name, attempt=taken.attempts)
        _put_off(taken, now, type(error).__name__)
        return False
    return True


def _due(now: datetime, lanes: Collection[str] | None) -> QuerySet[Job]:
    free = Q(lease_until=None) | Q(lease_until__lte=now)
    rows = Job.objects.filter(free, failed_on=None, run_after__lte=now, name__in=list(_kinds))
    return rows if lanes is None else rows.filter(lane__in=list(lanes))


def _take(now: datetime, lanes: Collection[str] | None) -> Job | None:
    due = _due(now, lanes)
    if not due.exists():  # a look does not take SQLite's write lock
        return None
    with transaction.atomic():
        taken = due.select_for_update(skip_locked=True).order_by("run_after").first()
        if taken is not None:
            taken.attempts = min(taken.attempts + 1, ATTEMPTS + 1)
            taken.lease_until = now + LEASE
            taken.save(update_fields=["attempts", "lease_until"])
    return taken


def _carry_out(taken: Job, now: datetime) -> None:
    kind = _kinds[taken.name]
    payload = json.loads(taken.payload) | ({"now": now} if kind.wants_now else {})
    if kind.outside:
        kind.act(**payload)
        with transaction.atomic():
            _finish(taken, kind, now)
        return
    with transaction.atomic():
        _finish(taken, kind, now)  # first: on PostgreSQL it locks the row against a worker that comes after the lease
        kind.act(**payload)


def _mine(taken: Job) -> QuerySet[Job]:
    """The row, if no other worker has taken it since: each taking sets another lease."""
    return Job.objects.filter(pk=taken.pk, lease_until=taken.lease_until)


def _finish(taken: Job, kind: Kind, now: datetime) -> None:
    if kind.every and taken.once:  # a row somebody wrote down beside the one that comes back is done with
        rows = _mine(taken).update(run_after=now + kind.every, attempts=0, lease_until=None, last_error="")
    else:
        rows = _mine(taken).delete()[0]
    if not rows:
        raise Lost


def _put_off(taken: Job, now: datetime, error: str) -> None:
    every = _kinds[taken.name].every
    pause = pause_after(taken.attempts, _chance.random())
    changes: dict[str, Any] = {"lease_until": None, "last_error": error[:80]}
    if every or taken.attempts < ATTEMPTS:
        changes["run_after"] = now + min(pause, every or pause)
    else:
        changes["failed_on"] = now.date()
        tell("job-given-up", level=logging.ERROR, job=taken.name, kind=error, attempts=ATTEMPTS)
    _mine(taken).update(**changes)


def given_up() -> list[str]:
    """For the operator: a sentence for each job that was given up."""
    rows = Job.objects.exclude(failed_on=None).order_by("failed_on", "name")
    return [
        f"The job {row.name} failed {ATTEMPTS} times, at last with {row.last_error}, and was given up on "
        f"{row.failed_on}. Nothing is lost: repair the cause, then let it try again."
        for row in rows
    ]


def try_again(now: datetime) -> int:
    """Jobs that were given up are due again; how many."""
    return Job.objects.exclude(failed_on=None).update(failed_on=None, attempts=0, lease_until=None, run_after=now)


def work(stop: threading.Event, lanes: Collection[str] | None = None) -> None:
    """The worker's loop, in its own thread until `stop` is set; goes on when a job or the database fails."""
    ready, trouble = False, 0
    while not stop.is_set():
        try:
            close_old_connections()
            if not ready:
                ensure_periodic(timezone.now())
                ready = True
            idle = run_one(timezone.now(), lanes) is None
            if idle:
                connections.close_all()
            pause, trouble = POLL if idle else BREATH, 0
        except Exception as error:
            tell("worker-trouble", level=logging.ERROR, error=error)
            connections.close_all()
            trouble += 1
            pause = min(POLL * 2 ** min(trouble, 5), LONGEST_TROUBLE)
        stop.wait(pause)
    connections.close_all()
