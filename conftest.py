"""The cast of every test: ana and bo (group Docks), cem (group Depot), a stranger, and tomorrow.

def test_a_member_takes_a_letter(ana, bo): …
ana.client        Django's test client, signed in and unlocked through the real session
ana.person, ana.keyring, ana.seat (open), ana.group, ana.passphrase
"""

import base64
import gc
import time
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, TransactionTestCase, override_settings
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
    client: Client
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
    keyring = sign_up(name=name, passphrase=PASSPHRASE)
    return Member(name=name, keyring=keyring, client=browser_of(keyring))


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


# Files that keep one process busy longest, longest first: begun last, they would let the other processes wait.
LONGEST = (
    "test_kill_rounds.py", "test_every_page.py", "test_first_thread.py", "test_hostile_input.py",
    "test_typed_comes_back.py", "test_access.py", "test_month.py", "test_known_stoppages.py", "test_uploads.py",
    "test_letter_flood.py", "test_login_flood.py", "test_killed_import.py", "test_weight.py", "test_compare.py",
    "test_linking.py", "test_on_file.py", "test_command_serve.py", "test_command_backup.py", "test_canaries.py",
)  # fmt: skip

WALK, *WITH_THE_WALK = "tests/test_access.py", "tests/test_pages.py", "tests/test_pages_in_arabic.py"


def pytest_addoption(parser) -> None:
    parser.addoption("--database-only", action="store_true", help="only tests that ask the suite's own database")


def pytest_collection_modifyitems(config, items) -> None:
    """The longest files first. With --database-only no test that would start a server: it has an SQLite of its own."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))
    if config.getoption("--database-only"):
        config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
        items[:] = [item for item in items if asks_the_database(item)]


def pytest_collection_finish(session) -> None:
    """What was collected stays to the end: to look through it for garbage all the time costs a twelfth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_xdist_make_scheduler(config, log):
    """Tests of one file in one process, and those files in one that read the same walk over all addresses."""
    from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415 - `pytest -n0 -p no:xdist` does without

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return WALK if file in (WALK, *WITH_THE_WALK) else file

    return ByFile(config, log) if config.getoption("dist") == "loadfile" else None


def asks_the_database(item: pytest.Item) -> bool:
    """By the class it stands in, by its mark, by what it or one of its fixtures asks for."""
    if issubclass(getattr(item, "cls", None) or object, TransactionTestCase):
        return True
    asked = {"db", "transactional_db", "shared_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


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


@pytest.fixture
def ana(db) -> Member:
    return found(newcomer("ana"), "Docks")


@pytest.fixture
def bo(ana) -> Member:
    return join(newcomer("bo"), ana)


@pytest.fixture
def cem(db) -> Member:
    return found(newcomer("cem"), "Depot", area="Old station")


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
