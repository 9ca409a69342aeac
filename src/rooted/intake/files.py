"""Files that come with letters and answers: sealed with the message or not at all, erased with the thread.

The circle opens every one. Those of an answer are opened a second way, by the thread's key, so that the stranger can
fetch them; of their own they see how many they sent, since whoever finds the words should not get the pictures too.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from rooted.base import seal, uploads
from rooted.base.uploads import Upload
from rooted.circles import files
from rooted.circles.keys import OpenCircle
from rooted.circles.models import Circle
from rooted.circles.sealed import DROPPED_FILE, FILE
from rooted.groups.models import Group, Seat
from rooted.intake.conversation import OpenThread, copy_for
from rooted.intake.models import Message, SentFile, Thread

Result = TypeVar("Result")


@dataclass(frozen=True)
class Shown:
    """One file as a page shows it; `open_file` is None when it cannot be opened."""

    sent: SentFile
    open_file: files.OpenFile | None

    @property
    def day(self) -> date:
        """The day of its message."""
        return self.sent.message.item.day

    @property
    def kind(self) -> str:
        """What people call such a file."""
        return uploads.kind(self.open_file.media_type) if self.open_file else ""


def send_with_files(
    sent: list[Upload],
    group: Group,
    messages: QuerySet[Message],
    send: Callable[[], Result],
    *,
    keys: OpenCircle | None = None,
) -> Result:
    """Do `send`, which adds at most one to `messages`, and seal the files to it in one transaction: all or nothing.

    Where `send` added nothing, because the same page came twice, the files are there already. `keys`: a member sends.
    """
    if not sent:
        return send()
    with transaction.atomic():
        held = Group.objects.select_for_update(no_key=True).get(pk=group.pk)
        known = list(messages.values_list("pk", flat=True))
        result = send()
        message = messages.exclude(pk__in=known).select_related("item", "thread").first()
        if message is not None and held.circle is not None:
            _attach(message, sent, keys or held.circle)
        return result


def _attach(message: Message, sent: list[Upload], where: OpenCircle | Circle) -> None:
    for place, upload in enumerate(sent):
        last_day = message.item.expires_on
        file = files.store(where, upload.name, upload.media_type, upload.data, expires_on=last_day)
        copy = _copy(message, files.open_file(where, file)) if isinstance(where, OpenCircle) else b""
        SentFile.objects.create(message=message, file=file, place=place, copy=copy)


def _copy(message: Message, open_file: files.OpenFile) -> bytes:
    return copy_for(bytes(message.thread.public_key), files.content_of(open_file))


def _sent_in(thread: Thread) -> QuerySet[SentFile]:
    rows = SentFile.objects.filter(message__thread=thread).select_related("message__item", "file__item")
    return rows.order_by("message__item__day", "message", "place")


def files_of(seat: Seat) -> QuerySet[SentFile]:
    """The files of all letters to the seat's group."""
    return SentFile.objects.filter(message__thread__group=seat.group).select_related("message__item", "file__item")


def files_for_members(seat: Seat, thread: Thread) -> list[Shown]:
    """Every file of a thread, in the order of days; one query."""
    return [shown_to_member(seat, sent) for sent in _sent_in(thread)]


def shown_to_member(seat: Seat, sent: SentFile) -> Shown:
    """One file, opened with the circle's key."""
    kind = DROPPED_FILE if sent.message.from_stranger else FILE
    try:
        return Shown(sent, files.opened(sent.file, seat.keys.read(sent.file.item, kind)))
    except seal.Closed:
        return Shown(sent, None)


def files_for_stranger(opened: OpenThread) -> dict[str, Any]:
    """`files`: those of answers, opened with the thread's secret; `files_sent`: how many the stranger sent."""
    rows = list(_sent_in(opened.thread))
    answered = [_shown_to_stranger(opened.secret, sent) for sent in rows if not sent.message.from_stranger]
    return {"files": answered, "files_sent": len(rows) - len(answered)}


def _shown_to_stranger(secret: bytes, sent: SentFile) -> Shown:
    try:
        content = json.loads(seal.unpad(seal.open_sealed(secret, bytes(sent.copy))))
    except seal.Closed:
        return Shown(sent, None)
    return Shown(sent, files.opened(sent.file, content))
