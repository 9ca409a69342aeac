"""The cast of every test: ana and bo (group Docks), cem (group Depot), a stranger, and tomorrow.

def test_a_member_takes_a_letter(ana, bo): …
ana.client        Django's test client, signed in and unlocked through the real session
ana.person, ana.keyring, ana.seat (open), ana.group, ana.passphrase
"""

import base64
import time
from collections.abc import Callable
from contextlib import nullcontext
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from rooted.base import seal, throttle
from rooted.base.tests import migrated
from rooted.groups.access import open_seat
from rooted.groups.actions import found_group
from rooted.groups.invitations import take_seat
from rooted.groups.models import Group, Seat
from rooted.people import sessions
from rooted.people.actions import sign_up
from rooted.people.keyring import Keyring
from rooted.people.models import Person

pytest_plugins = ["tests.order"]

# A machine that is busy fails no test; the examples are new ones each time.
hypothesis_settings.register_profile(
    "rooted", deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("rooted")

PASSPHRASE = "salt herring on the third morning"  # noqa: S105
SPOKEN = "apple harbour lantern ninety"
CHEAP_KIB = 64


@dataclass
class Member:
    """Somebody of the cast, in front of their own browser."""

    name: str
    keyring: Keyring
    client: Client | None = None
    group: Group | None = None
    passphrase: str = PASSPHRASE

    @property
    def person(self) -> Person:
        return self.keyring.person

    @property
    def seat(self) -> Seat:
        """Their seat, open, as a view would get it; read afresh each time."""
        seat = open_seat(self.keyring, Group.objects.select_related("circle").get(pk=self.group.pk))
        assert seat is not None, f"{self.name} has no open seat in {self.group}"
        return seat


def away_from_the_step() -> None:
    """Every five minutes an open session writes that it was seen: no test counts queries across that moment."""
    left = sessions.STEP - time.time() % sessions.STEP
    if left < 2:
        time.sleep(left)


def browser_of(keyring: Keyring, **options) -> Client:
    """A test client with both halves of a new session: what signing in leaves behind."""
    client = Client(**options)
    away_from_the_step()
    request = SimpleNamespace(session=sessions.SessionStore())
    sessions.open_for(request, keyring)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    client.cookies[sessions.HALF_COOKIE] = base64.urlsafe_b64encode(request.new_half).decode()
    return client


def lock(client: Client) -> None:
    """Take the key out of the session, as 30 minutes without use do; the person stays signed in."""
    session = client.session
    del session["k"], session["h"]
    session.save()
    del client.cookies[sessions.HALF_COOKIE]


def newcomer(name: str) -> Member:
    """A signed-in person without a group."""
    member = somebody(name)
    member.client = browser_of(member.keyring)
    return member


def somebody(name: str) -> Member:
    """A person without a group and, so far, without a browser."""
    return Member(name=name, keyring=sign_up(name=name, passphrase=PASSPHRASE))


def found(member: Member, name: str, **public) -> Member:
    """Let `member` found a group."""
    public = {"area": "Harbour", "languages": "en", "kind": "local", "about": "We meet on Thursdays."} | public
    seat = found_group(member.keyring, called=member.name.title(), today=timezone.now().date(), name=name, **public)
    member.group = seat.group
    return member


def join(member: Member, host: Member) -> Member:
    """Let `member` into `host`'s group, as an accepted invitation does."""
    seat = host.seat
    with transaction.atomic():
        taken = take_seat(seat.group, seat.keys.secrets, member.keyring, called=member.name.title())
    member.group = taken.group
    return member


@dataclass(frozen=True)
class Rehearsed:
    """Who came out of some work, and the statements that wrote it; all keys in them are our own, so that they can be
    written again into any database that has none of them."""

    member: Member
    statements: list[tuple[str, Any]]

    def enters(self) -> Member:
        """Somebody as they were then, in front of a new browser."""
        with connection.cursor() as cursor:
            for statement, values in self.statements:
                cursor.execute(statement, values)
        keyring = Keyring(deepcopy(self.member.person), self.member.keyring.secret)
        return Member(self.member.name, keyring, browser_of(keyring), deepcopy(self.member.group))


def rehearsed(work: Callable[[], Member]) -> Rehearsed:
    statements = []

    def listen(execute, statement, values, many, context):
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            statements.append((statement, values))
        return execute(statement, values, many, context)

    with connection.execute_wrapper(listen):
        return Rehearsed(work(), statements)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """On SQLite the suite's own database begins as the one an earlier run kept."""
    name = connection.creation._get_test_db_name()
    with migrated.in_memory(name) if connection.vendor == "sqlite" else nullcontext():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    if connection.vendor == "sqlite" and not migrated.kept().exists():
        with django_db_blocker.unblock():
            connection.ensure_connection()
            migrated.keep(connection.connection)


@pytest.fixture(scope="module")
def shared_db(django_db_setup, django_db_blocker):
    """The database for a module's own fixtures: what they make is made once, and undone after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True, scope="session")
def _a_quick_suite():
    """Argon2 at its least cost; static files without their hashed names."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with pytest.MonkeyPatch.context() as patch, override_settings(STORAGES=plain, LETTER_SECONDS=0):
        patch.setattr(seal, "PASSPHRASE_KIB", CHEAP_KIB)
        patch.setattr(seal, "RECEIPT_KIB", CHEAP_KIB)
        yield


@pytest.fixture(autouse=True)
def _nobody_has_failed_yet():
    throttle.forget_everything()


@pytest.fixture(autouse=True)
def _within_five_minutes(monkeypatch):
    """A session notes its use every five minutes: a test that counts queries must not meet that moment by chance."""
    step = sessions.now_in_steps()
    monkeypatch.setattr(sessions, "now_in_steps", lambda: step)


@pytest.fixture(scope="session")
def cast(_a_quick_suite, django_db_setup, django_db_blocker) -> dict[str, Rehearsed]:
    """Ana, Bo and Cem become members once; each test that asks for them gets the rows without the work."""
    with django_db_blocker.unblock(), transaction.atomic():
        ana = rehearsed(lambda: found(somebody("ana"), "Docks"))
        bo = rehearsed(lambda: join(somebody("bo"), ana.member))
        cem = rehearsed(lambda: found(somebody("cem"), "Depot", area="Old station"))
        transaction.set_rollback(True)
    return {"ana": ana, "bo": bo, "cem": cem}


@pytest.fixture
def ana(cast, db) -> Member:
    return cast["ana"].enters()


@pytest.fixture
def bo(cast, ana) -> Member:
    return cast["bo"].enters()


@pytest.fixture
def cem(cast, db) -> Member:
    return cast["cem"].enters()


@pytest.fixture
def docks(ana) -> Group:
    return ana.group


@pytest.fixture
def depot(cem) -> Group:
    return cem.group


@pytest.fixture
def newly_signed_up(db) -> Member:
    """A person with no group."""
    return newcomer("dina")


@pytest.fixture
def locked(ana) -> Client:
    """A member's browser after 30 minutes without use."""
    client = browser_of(ana.keyring)
    lock(client)
    return client


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture
def tomorrow() -> date:
    return timezone.now().date() + timedelta(days=1)
