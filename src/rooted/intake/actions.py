"""What strangers and members do with letters. Argon2 and reading of receipts happen before these, outside.

Whatever changes a thread in several steps holds its group first, then the thread, then the circle: always in this
order, so that on PostgreSQL two of them wait for each other instead of locking each other out.
"""

import time
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.events import announce
from rooted.circles.actions import checkpoint, drop_in, erase
from rooted.circles.models import Circle, SealedItem
from rooted.groups.models import Group, Seat
from rooted.intake.conversation import OpenThread, copy_for, open_thread, read_by_stranger, secret_context
from rooted.intake.danger import drop_danger
from rooted.intake.events import LetterCame, ThreadErased
from rooted.intake.flood import gate_holds
from rooted.intake.models import KEPT_DAYS, Message, Note, Thread
from rooted.intake.outcomes import first_answered, mark_outcome
from rooted.intake.receipts import ReceiptKeys
from rooted.intake.sealed import ABOUT, ANSWER, ASKED, LETTER, NOTE, QUESTION, SPOKEN

PAUSE_SECONDS = 0.02


@transaction.atomic
def drop_letter(
    group: Group,
    *,
    keys: ReceiptKeys,
    letter: Mapping[str, str],
    language: str,
    now: datetime,
    danger: Iterable[str] = (),
) -> Thread:
    """Deliver a stranger's letter to the group's circle; the same letter under the same receipt arrives once.

    `letter` has the fields ASKED, and ABOUT where it asks about a record; `danger` codes of MARKS. Another text under a
    receipt already used becomes a further letter. On a day with very many letters a new thread is held back until a
    member has looked at it.
    """
    group, circle = _open_group(group)
    thread, is_new = _thread(group, keys, now.date(), held=gate_holds(group, today=now.date()))
    if is_new or not _was_delivered(keys, letter):
        content = letter_content(letter, language=language, promised=group.promised_hours, now=now)
        kind = QUESTION if "about" in letter else LETTER
        _add_letter(thread, content, drop_in(circle, kind, content, _last_day(now)), now=now)
    if is_new:
        drop_danger(thread, circle, danger, now)
    return thread


@transaction.atomic
def enter_letter(
    *, seat: Seat, keys: ReceiptKeys, letter: Mapping[str, str], how: str, language: str, now: datetime
) -> Thread:
    """Keep what somebody said at the phone or the door (`how`) as a letter, once per receipt; it is never held back."""
    group, _circle = _open_group(seat.group)
    thread, is_new = _thread(group, keys, now.date(), held=False)
    if is_new or not _was_delivered(keys, letter):
        content = letter_content(letter, language=language, promised=group.promised_hours, now=now)
        item = seat.keys.seal(SPOKEN, content | {"how": how, "seat": seat.pk}, _last_day(now))
        _add_letter(thread, content, item, now=now)
    return thread


def _thread(group: Group, keys: ReceiptKeys, today: date, *, held: bool) -> tuple[Thread, bool]:
    """The thread of a receipt, and whether it is new."""
    public, secret = seal.new_key_pair()
    return Thread.objects.get_or_create(
        lookup=keys.lookup,
        defaults={
            "group": group,
            "public_key": public,
            "wrapped_secret": seal.encrypt(keys.key, secret, secret_context(keys.lookup)),
            "arrived_on": today,
            "expires_on": today + timedelta(days=KEPT_DAYS),
            "held_on": today if held else None,
        },
    )


@transaction.atomic
def write_more(opened: OpenThread, *, text: str, token: str, language: str, now: datetime) -> None:
    """Add a stranger's further letter, once per `token`; a closed thread is open again."""
    group, circle = _open_group(opened.thread.group)
    thread = Thread.objects.select_for_update(no_key=True).filter(pk=opened.thread.pk).first()
    if thread is None:
        raise ValidationError(_("This letter has been erased. Nothing was sent."))
    if any(said.content.get("token") == token for said in read_by_stranger(opened)):
        return
    letter = dict.fromkeys(ASKED, "") | {"text": text}
    content = letter_content(letter, language=language, promised=group.promised_hours, now=now)
    _add_letter(thread, content, drop_in(circle, LETTER, content, _last_day(now)), now=now, token=token)


def _open_group(group: Group) -> tuple[Group, Circle]:
    """The group, held against being closed meanwhile, and its circle."""
    held = _hold(group.pk)
    if held is None or held.closed_on is not None or held.circle is None:
        raise ValidationError(_("This group has closed. Nothing was sent."))
    return held, held.circle


def _hold(group: UUID) -> Group | None:
    return Group.objects.select_for_update(no_key=True).filter(pk=group).first()


def _was_delivered(keys: ReceiptKeys, letter: Mapping[str, str]) -> bool:
    opened = open_thread(keys)
    names = (*ASKED, *ABOUT)
    wanted = [letter.get(name, "") for name in names]
    return opened is not None and any(
        said.from_stranger and [said.content.get(name, "") for name in names] == wanted
        for said in read_by_stranger(opened)
    )


def letter_content(letter: Mapping[str, str], *, language: str, promised: int, now: datetime) -> dict[str, Any]:
    """What LETTER holds, or QUESTION where `letter` is about a record."""
    content: dict[str, Any] = {name: letter[name] for name in (*ASKED, *ABOUT) if name in ASKED or name in letter}
    return content | {"language": language, "promised": promised, "at": now.isoformat()}


def _last_day(now: datetime) -> date:
    return now.date() + timedelta(days=KEPT_DAYS)


def _add_letter(thread: Thread, content: dict[str, Any], item: SealedItem, *, now: datetime, token: str = "") -> None:
    Message.objects.create(
        thread=thread,
        item=item,
        copy=copy_for(bytes(thread.public_key), content | {"token": token}),
        from_stranger=True,
    )
    Thread.objects.filter(pk=thread.pk).update(length=F("length") + 1, closed_on=None)
    _keep_until(thread, _last_day(now))
    if thread.held_on is None:
        announce(LetterCame(group=thread.group_id, thread=thread.pk))


@transaction.atomic
def answer_letter(thread: Thread, *, seat: Seat, text: str, seen: int, now: datetime) -> None:
    """Send the group's answer if nothing was said since the writer saw `seen` messages; else refuse, "overtaken".

    Whoever answers a letter nobody has takes it on; an answered letter is held back no longer.
    """
    _hold(thread.group_id)
    today = now.date()
    claimed = Thread.objects.filter(pk=thread.pk, length=seen, closed_on=None).update(length=seen + 1, held_on=None)
    if not claimed:
        raise ValidationError(_("Something was written here meanwhile. Read it first."), code="overtaken")
    content = {"text": text, "seat": seat.pk, "at": now.isoformat()}
    expires_on = today + timedelta(days=KEPT_DAYS)
    Message.objects.create(
        thread=thread,
        item=seat.keys.seal(ANSWER, content, expires_on),
        copy=copy_for(bytes(thread.public_key), {"text": text, "at": now.isoformat()}),
        from_stranger=False,
    )
    _settle(thread, today)
    Thread.objects.filter(pk=thread.pk, taken_by=None).update(taken_by=seat)
    first_answered(thread, seat=seat)
    _keep_until(thread, expires_on)


@transaction.atomic
def write_note(thread: Thread, *, seat: Seat, text: str, now: datetime) -> Note:
    """Keep a note for the members; the stranger never gets it, and it does not move the day of erasure."""
    content = {"text": text, "seat": seat.pk, "at": now.isoformat()}
    return Note.objects.create(thread=thread, item=seat.keys.seal(NOTE, content, thread.expires_on))


def take_thread(thread: Thread, *, seat: Seat) -> None:
    """Take a letter on; refused when somebody else has it."""
    claimed = Thread.objects.filter(pk=thread.pk, taken_by=None).update(taken_by=seat)
    if not claimed and not Thread.objects.filter(pk=thread.pk, taken_by=seat).exists():
        raise ValidationError(_("Someone else took this letter on just now."))


def release_thread(thread: Thread) -> None:
    """Put a letter back, so that anyone can take it on; a second call does nothing."""
    Thread.objects.filter(pk=thread.pk).update(taken_by=None)


def release_all(seat_id: int) -> int:
    """Put back everything a member had who left; returns how many letters."""
    return Thread.objects.filter(taken_by_id=seat_id).update(taken_by=None)


@transaction.atomic
def close_thread(thread: Thread, *, today: date, seat: Seat | None = None, outcome: str = "") -> None:
    """Say that nothing more is to be done, and how it ended; a second call does nothing. The stranger can still write.

    `outcome` is a code of OUTCOMES, sealed by `seat`; without one nothing is counted.
    """
    _hold(thread.group_id)
    if Thread.objects.filter(pk=thread.pk, closed_on=None).update(closed_on=today, held_on=None):
        _settle(thread, today)
        if seat is not None and outcome:
            mark_outcome(thread, seat=seat, outcome=outcome)
        _keep_until(thread, today + timedelta(days=KEPT_DAYS))


def reopen_thread(thread: Thread) -> None:
    """Take a closed thread up again; a second call does nothing."""
    Thread.objects.filter(pk=thread.pk).update(closed_on=None)


def _settle(thread: Thread, today: date) -> None:
    Message.objects.waiting().filter(thread=thread).update(settled_on=today)


def _keep_until(thread: Thread, expires_on: date) -> None:
    Thread.objects.filter(pk=thread.pk).update(expires_on=expires_on)
    _items(thread.pk).update(expires_on=expires_on)


def _items(thread_id: int) -> Any:
    """All that is sealed for the circle in a thread: five ways lead to it."""
    return SealedItem.objects.filter(
        Q(message__thread=thread_id)
        | Q(note__thread=thread_id)
        | Q(danger_of=thread_id)
        | Q(outcome_of=thread_id)
        | Q(file__sent_with__message__thread=thread_id)
    )


def erase_thread(thread: Thread) -> None:
    """Erase a thread at once, with the circle's copies and the notes; the bytes are wiped from SQLite's file."""
    _erase(thread, Q())
    transaction.on_commit(checkpoint)


@transaction.atomic
def _erase(thread: Thread, still: Q) -> bool:
    """Erase `thread` if it is `still` so: somebody may have written in it meanwhile, or let it in."""
    _hold(thread.group_id)
    rows = Thread.objects.filter(still, pk=thread.pk)
    if not rows.select_for_update().exists():
        return False
    announce(ThreadErased(thread=thread.pk))
    erase(_items(thread.pk))
    rows.delete()
    return True


def erase_expired(today: date) -> int:
    """Erase every thread whose day has come, one by one; returns how many."""
    return erase_each(Q(expires_on__lte=today))


def erase_each(still: Q) -> int:
    """Erase every thread that is `still` so when its turn comes; returns how many. Not in a transaction."""
    erased = 0
    for thread in list(Thread.objects.filter(still).only("group")):
        erased += _erase(thread, still)
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    if erased:
        transaction.on_commit(checkpoint)
    return erased
