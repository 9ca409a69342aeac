"""Sessions in two halves: the row holds the person's key under a random half that only the browser's cookie has.

A copy of the database opens nothing, and neither does the cookie without the row. After 30 minutes without a
request (or 12 hours, if the person chose to stay open today) the key is dropped and the person is "locked".
"""

import base64
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.core.signing import BadSignature, Signer
from django.db import DatabaseError
from django.db.models import CharField, DateTimeField
from django.http import HttpRequest
from django.utils import timezone

from rooted.base import seal
from rooted.base.prepared import Given, Prepared
from rooted.people.keyring import Keyring
from rooted.people.models import Person, Session

HALF_COOKIE = settings.COOKIE_PREFIX + "k"
STEP = 5 * 60  # seconds; finer times are not kept
IDLE = 30 * 60
LONGEST = 12 * 60 * 60
CODE_WITHIN = 10 * 60
OPEN = Prepared(
    lambda: Session.objects.select_related("person").filter(
        session_key=Given("key", CharField()), expire_date__gt=Given("now", DateTimeField())
    )
)


class SessionStore(DatabaseStore):
    """Django's store on our own table, which knows whose session it is.

    It keeps no time finer than five minutes: Django's own would sign the second of every change into the row.
    """

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _validate_session_key(self, key: str) -> bool:
        """Only what we ever gave out is looked up; PostgreSQL would break at a NUL."""
        return bool(key) and len(key) >= 8 and key.isascii() and key.isalnum()

    def _get_session_from_db(self) -> Session | None:
        """The row with its person, who is asked for on every page."""
        row = OPEN.first(key=self.session_key, now=timezone.now())
        if row is None:
            self._session_key = None
            return None
        self.row = row
        return row

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast(Session, super().create_model_instance(data))  # the model of get_model_class
        row.pk = int.from_bytes(seal.digest(row.session_key.encode(), size=8)) >> 1
        row.person_id = data.get("person")
        row.expire_date = row.expire_date.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return row

    def encode(self, session_dict: dict[str, Any]) -> str:
        return Signer(salt=self.key_salt).sign_object(session_dict, serializer=self.serializer, compress=True)

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        text = session_data if isinstance(session_data, str) else session_data.decode()
        try:
            return Signer(salt=self.key_salt).unsign_object(text, serializer=self.serializer)
        except BadSignature:
            return {}


def now_in_steps() -> int:
    """Seconds since 1970, rounded down to five minutes."""
    return int(time.time()) // STEP * STEP


def open_for(request: HttpRequest, keyring: Keyring, *, stay: bool = False, code_first: bool = False) -> None:
    """Begin an unlocked session for this person; the middleware hands the browser its half.

    With `code_first` it stays locked until the second device's code was given (`before_the_code`).
    """
    session = request.session
    until = session["until"] if session.get("person") == keyring.person.pk else now_in_steps() + LONGEST
    session.flush()
    session.create()
    half = seal.new_key()
    session["person"] = keyring.person.pk
    session["until"] = until
    session["stay"] = stay
    session["seen"] = now_in_steps()
    session["h"] = seal.digest(half).hex()
    sealed = seal.encrypt(seal.subkey(half, "session"), keyring.secret, f"session|{session.session_key}")
    session["k"] = base64.b64encode(sealed).decode()
    request.new_half = half  # type: ignore[attr-defined]
    if code_first:
        session["code"] = True
    request.person = keyring.person  # type: ignore[attr-defined]
    request.keyring = None if code_first else keyring  # type: ignore[attr-defined]


def lock(request: HttpRequest) -> None:
    """Drop the key from the session; the person stays signed in and must give the passphrase again."""
    for name in ("k", "h", "code"):
        request.session.pop(name, None)
    request.keyring = None  # type: ignore[attr-defined]
    request.drop_half = True  # type: ignore[attr-defined]


def wake(request: HttpRequest) -> tuple[Person | None, Keyring | None]:
    """Who asks, and their open keyring: (None, None) for a stranger, (person, None) for somebody locked."""
    session = request.session
    person = _signed_in(request)
    if person is None or "k" not in session:
        return person, None
    half = _half(request)
    if half is None or not seal.equal(seal.digest(half).hex().encode(), session["h"].encode()):
        return None, None
    if time.time() - session["seen"] > (LONGEST if session["stay"] else IDLE) + STEP:
        lock(request)
        return person, None
    if "code" in session:
        return person, None
    _note_use(session)
    return person, _open(request, person, half)


def before_the_code(request: HttpRequest) -> Keyring | None:
    """The keyring of somebody who gave the passphrase and owes the code, within ten minutes; None for everyone else."""
    session = request.session
    person = request.person  # type: ignore[attr-defined]
    half = _half(request)
    if person is None or half is None or "code" not in session or "k" not in session:
        return None
    if time.time() - session["seen"] > CODE_WITHIN + STEP:
        return None
    return _open(request, person, half)


def _signed_in(request: HttpRequest) -> Person | None:
    """The person of this session, which ends after twelve hours or when the account is gone."""
    session = request.session
    if "person" not in session:
        return None
    person = _person_of(session) if time.time() <= session["until"] else None
    if person is None:
        session.flush()
    return person


def _person_of(session: Any) -> Person | None:
    """The person read together with the session, or read now for a session begun in this very request."""
    row = getattr(session, "row", None)
    if row is not None and row.person_id == session["person"]:
        return row.person
    return Person.objects.filter(pk=session["person"]).first()


def _note_use(session: Any) -> None:
    """Keep, in steps of five minutes, that the session is in use; where nothing can be kept, reading goes on."""
    if session["seen"] == now_in_steps():
        return
    had_changed = session.modified
    session["seen"] = now_in_steps()
    with suppress(DatabaseError, UpdateError):
        session.save()
    session.modified = had_changed


def _half(request: HttpRequest) -> bytes | None:
    try:
        half = base64.urlsafe_b64decode(request.COOKIES.get(HALF_COOKIE, ""))
    except ValueError:
        return None
    return half if len(half) == seal.KEY_BYTES else None


def _open(request: HttpRequest, person: Person, half: bytes) -> Keyring | None:
    blob = base64.b64decode(request.session["k"])
    try:
        secret = seal.decrypt(seal.subkey(half, "session"), blob, f"session|{request.session.session_key}")
        return Keyring(person, secret)
    except seal.Closed:
        lock(request)
        return None


@dataclass(frozen=True)
class Place:
    """Somewhere else a person is signed in: the session's id, the day it began, whether its key is still there."""

    pk: int
    day: date
    open: bool


def others(request: HttpRequest) -> list[Place]:
    """Where else this person is signed in, newest first."""
    rows = request.person.sessions.exclude(session_key=request.session.session_key)  # type: ignore[attr-defined]
    found = [(row.pk, SessionStore().decode(row.session_data)) for row in rows.filter(expire_date__gt=timezone.now())]
    kept = sorted(((data["until"], pk, "k" in data) for pk, data in found if "until" in data), reverse=True)
    zone = timezone.get_current_timezone()
    return [Place(pk, datetime.fromtimestamp(until - LONGEST, zone).date(), is_open) for until, pk, is_open in kept]


def forget_idle(now: float | None = None) -> int:
    """Drop the key from every session idle too long, and expired sessions whole; returns how many were changed."""
    now = time.time() if now is None else now
    changed = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    for row in Session.objects.all():
        data = SessionStore().decode(row.session_data)
        if "k" in data and now - data["seen"] > (LONGEST if data["stay"] else IDLE) + STEP:
            kept = {name: value for name, value in data.items() if name not in ("k", "h", "code")}
            changed += Session.objects.filter(pk=row.pk, session_data=row.session_data).update(
                session_data=SessionStore().encode(kept)
            )
    return changed
