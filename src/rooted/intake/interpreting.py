"""An interpreter reads one thread without an account: a link anyone may see, four words that are said, 72 hours.

The words open the link's secret key; what members shared is sealed to its public half. So a member can share the
newest again under the same words, and the link opens nothing that was not shared.
"""

import base64
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.fields import random_id
from rooted.base.words import fold_spoken
from rooted.circles.actions import drop_in
from rooted.groups.models import Group, Seat
from rooted.intake.conversation import Said, read_by_member
from rooted.intake.models import InterpreterLink, Note, Thread
from rooted.intake.sealed import RENDERING

HOURS, TRIES, MOST_LINKS, MOST_NOTES = 72, 5, 3, 50


class Gone(Exception):
    """There is no such link: never made, withdrawn, ended, tried too often, or the letter is erased."""


class WrongWords(Exception):
    """These are not the words of the link; it still stands."""


@dataclass(frozen=True)
class OpenLink:
    """A link whose words were given. `said`: {"from_stranger", "at", "text", "date"} of each shared message."""

    link: InterpreterLink
    said: list[dict[str, Any]]


def make_link(thread: Thread, *, seat: Seat, spoken: str, now: datetime) -> InterpreterLink:
    """A link to `thread` that opens with `spoken` for 72 hours; at most three at a time.

    Derives a key: not in a transaction. Raises seal.Busy.
    """
    public, secret = seal.new_key_pair()
    until = now + timedelta(hours=HOURS)
    link = InterpreterLink(
        pk=random_id(), thread=thread, made_by=seat, salt=secrets.token_bytes(16), public_key=public,
        expires_on=until.date(),
    )  # fmt: skip
    inside = {"until": until.timestamp(), "secret": base64.b64encode(secret).decode()}
    key = seal.slow_key(fold_spoken(spoken), bytes(link.salt))
    link.secret = seal.encrypt(key, seal.pad(json.dumps(inside).encode()), _context(link))
    with transaction.atomic():
        Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)  # three, also for two members at once
        if open_links(thread, now.date()).count() >= MOST_LINKS:
            raise ValidationError(_("Three links are open for this letter. Withdraw one first."))
        _share(link, _read(thread, seat))
        link.save(force_insert=True)
    return link


def open_links(thread: Thread, today: date) -> Any:
    """The links to a thread that may still be open."""
    return InterpreterLink.objects.filter(thread=thread, expires_on__gte=today, tries__lt=TRIES).order_by(
        "expires_on", "pk"
    )


@transaction.atomic
def share_newest(thread: Thread, *, seat: Seat, now: datetime) -> int:
    """Let every open link of `thread` read what was said since; returns how many links."""
    said = _read(thread, seat)
    links = list(open_links(thread, now.date()).select_for_update(of=("self",)))
    for link in links:
        _share(link, said)
        link.save(update_fields=["shared", "shared_length"])
    return len(links)


def _read(thread: Thread, seat: Seat) -> list[Said]:
    return read_by_member(thread.messages.select_related("item"), seat.keys)


def _share(link: InterpreterLink, said: Iterable[Said]) -> None:
    """Texts, dates and hours alone: not how the person can be reached, not who wrote the answers, not the marks."""
    shown = [
        {
            "from_stranger": one.from_stranger,
            "at": one.at.isoformat(),
            "text": one.content.get("text", ""),
            "date": one.content.get("date", ""),
        }
        for one in said
    ]
    padded = seal.pad(json.dumps(shown, ensure_ascii=False).encode())
    link.shared, link.shared_length = seal.seal_to(bytes(link.public_key), padded), len(shown)


def _context(link: InterpreterLink) -> str:
    return f"v1|interpreter|{link.pk}"


def standing(pk: int, *, today: date) -> InterpreterLink:
    """The link that may still be open, with its thread and group; raises Gone."""
    rows = InterpreterLink.objects.filter(pk=pk, expires_on__gte=today, tries__lt=TRIES, thread__group__closed_on=None)
    link = rows.select_related("thread__group__circle").first()
    if link is None:
        raise Gone
    return link


def open_link(pk: int, *, spoken: str, now: datetime) -> OpenLink:
    """What the words open. Five wrong tries end the link, counted before they are checked.

    Derives a key: not in a transaction. Raises Gone, WrongWords, seal.Busy.
    """
    link, row = standing(pk, today=now.date()), InterpreterLink.objects.filter(pk=pk)
    if not row.filter(tries__lt=TRIES).update(tries=F("tries") + 1):
        raise Gone
    try:
        inside = _inside(link, spoken)
    except seal.Busy:
        row.update(tries=F("tries") - 1)
        raise
    except seal.Closed as error:
        raise (Gone if row.filter(tries__gte=TRIES).delete()[0] else WrongWords) from error
    row.update(tries=0)
    if now.timestamp() > inside["until"]:
        row.delete()
        raise Gone
    shared = seal.open_sealed(base64.b64decode(inside["secret"]), bytes(link.shared))
    return OpenLink(link, json.loads(seal.unpad(shared)))


def _inside(link: InterpreterLink, spoken: str) -> dict[str, Any]:
    key = seal.slow_key(fold_spoken(spoken), bytes(link.salt))
    return json.loads(seal.unpad(seal.decrypt(key, bytes(link.secret), _context(link))))


@transaction.atomic
def write_rendering(opened: OpenLink, *, text: str, now: datetime) -> Note:
    """Keep what the interpreter wrote as a note for the members; the stranger never gets it by itself.

    Raises Gone when the link was withdrawn or the letter erased meanwhile.
    """
    Group.objects.select_for_update(no_key=True).get(pk=opened.link.thread.group_id)  # as in actions.py
    thread = Thread.objects.select_for_update(no_key=True).filter(pk=opened.link.thread_id).first()
    circle = opened.link.thread.group.circle
    if thread is None or circle is None or not InterpreterLink.objects.filter(pk=opened.link.pk).exists():
        raise Gone
    if thread.notes.filter(item__kind=RENDERING.name).count() >= MOST_NOTES:
        raise ValidationError(_("Fifty texts stand beside this letter already. Tell the group."))
    item = drop_in(circle, RENDERING, {"text": text, "at": now.isoformat()}, thread.expires_on)
    return Note.objects.create(thread=thread, item=item)


def withdraw_link(seat: Seat, pk: int) -> int | None:
    """Any member ends a link of the group; returns the thread it led to, None if it was gone already."""
    link = InterpreterLink.objects.filter(pk=pk, thread__group=seat.group).first()
    if link is None:
        return None
    link.delete()
    return link.thread_id


def withdraw_all(*, made_by: int) -> int:
    """End every link somebody made who left; returns how many."""
    return InterpreterLink.objects.filter(made_by_id=made_by).delete()[0]


def drop_ended(today: date) -> int:
    """Forget links whose day is over; returns how many."""
    return InterpreterLink.objects.filter(expires_on__lt=today).delete()[0]
