"""Marks that are read before anybody calls: the first thing on a letter's page."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rooted.base import seal
from rooted.circles.actions import drop_in, erase
from rooted.circles.models import Circle, SealedItem
from rooted.groups.models import Group, Seat
from rooted.intake.models import Thread
from rooted.intake.sealed import DANGER

MARKS = {
    "shared": _("Somebody else uses this phone or computer."),
    "mail": _("The boss or somebody else reads their mail or e-mail."),
    "voicemail": _("Leave no voicemail and no message."),
    "violent": _("The landlord or somebody there may become violent."),
}


def drop_danger(thread: Thread, circle: Circle, marks: Iterable[str], now: datetime) -> None:
    """Keep what the stranger ticked; nothing when they ticked nothing. Inside the letter's transaction."""
    known = [mark for mark in MARKS if mark in set(marks)]
    if known:
        content = {"marks": known, "words": "", "seat": 0, "at": now.isoformat()}
        item = drop_in(circle, DANGER, content, thread.expires_on)
        Thread.objects.filter(pk=thread.pk).update(danger=item)


@transaction.atomic
def mark_danger(thread: Thread, *, seat: Seat, marks: Sequence[str], words: str, now: datetime) -> None:
    """Set the marks anew, with the members' own words; without either, none are left."""
    Group.objects.select_for_update(no_key=True).get(pk=thread.group_id)  # group, thread, circle: see actions.py
    held = Thread.objects.select_for_update(no_key=True, of=("self",)).select_related("danger").get(pk=thread.pk)
    content = {"marks": list(marks), "words": words, "seat": seat.pk, "at": now.isoformat()}
    if not marks and not words:
        erase(SealedItem.objects.filter(danger_of=held))
    elif held.danger is not None:
        seat.keys.rewrite(held.danger, content)
    else:
        held.danger = seat.keys.seal(DANGER, content, held.expires_on)
        held.save(update_fields=["danger"])


def read_danger(seat: Seat, thread: Thread) -> dict[str, Any]:
    """{"marks": codes, "words": text}; both empty where nothing is marked. `thread` comes with its `danger`."""
    nothing = {"marks": [], "words": ""}
    if thread.danger is None:
        return nothing
    try:
        return seat.keys.read(thread.danger, DANGER)
    except seal.Closed:
        return nothing


def sentences(danger: dict[str, Any]) -> list[str]:
    """The marks as sentences, the members' own words last."""
    said = [str(text) for mark, text in MARKS.items() if mark in danger["marks"]]
    return [*said, danger["words"]] if danger["words"] else said
