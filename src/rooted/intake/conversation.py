"""Reading a thread: members with the circle's keys, the stranger with the receipt's."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from rooted.base import seal
from rooted.circles.keys import OpenCircle
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.intake.models import Message, Note, Thread
from rooted.intake.receipts import ReceiptKeys
from rooted.intake.sealed import ANSWER, LETTER, NOTE, QUESTION, RENDERING, SPOKEN

BY_STRANGER, BY_GROUP = (LETTER, QUESTION, SPOKEN), (ANSWER,)


@dataclass(frozen=True)
class Said:
    """One message or note as read. `waits`: a letter without an answer. `lost`: it cannot be opened."""

    at: datetime
    content: dict[str, Any] = field(default_factory=dict)
    from_stranger: bool = False
    waits: bool = False
    lost: bool = False


@dataclass(frozen=True)
class OpenThread:
    """A thread opened with its receipt."""

    thread: Thread
    secret: bytes


def secret_context(lookup: bytes) -> str:
    """What ties the stranger's wrapped secret to its thread."""
    return f"v1|thread|{lookup.hex()}"


def open_thread(keys: ReceiptKeys) -> OpenThread | None:
    """The thread that `keys` open, or None."""
    thread = Thread.objects.select_related("group").filter(lookup=keys.lookup).first()
    if thread is None:
        return None
    try:
        return OpenThread(thread, seal.decrypt(keys.key, bytes(thread.wrapped_secret), secret_context(keys.lookup)))
    except seal.Closed:
        return None


def copy_for(public_key: bytes, content: Mapping[str, Any]) -> bytes:
    """`content` for the stranger: padded JSON, sealed to the thread's key."""
    return seal.seal_to(public_key, seal.pad(json.dumps(dict(content), ensure_ascii=False).encode()))


def read_by_stranger(opened: OpenThread) -> list[Said]:
    """Everything said, in its order, from the stranger's copies."""
    said = []
    for message in opened.thread.messages.select_related("item"):
        try:
            content = json.loads(seal.unpad(seal.open_sealed(opened.secret, bytes(message.copy))))
        except seal.Closed:
            content = {}
        said.append(_said(content, message.item, message))
    return _in_order(said)


def read_by_member(messages: Iterable[Message], keys: OpenCircle) -> list[Said]:
    """Everything said, in its order. `messages` come with their `item`."""
    return _in_order(
        _said(
            _opened(message.item, keys, *(BY_STRANGER if message.from_stranger else BY_GROUP)),
            message.item,
            message,
        )
        for message in messages
    )


def read_notes(notes: Iterable[Note], keys: OpenCircle) -> list[Said]:
    """The notes beside a thread, in their order, interpreters' among them. `notes` come with their `item`."""
    return _in_order(_said(_opened(note.item, keys, NOTE, RENDERING), note.item) for note in notes)


def _opened(item: SealedItem, keys: OpenCircle, *kinds: SealedKind) -> dict[str, Any]:
    try:
        return keys.read(item, *kinds)
    except seal.Closed:
        return {}


def _said(content: dict[str, Any], item: SealedItem, message: Message | None = None) -> Said:
    at = datetime.fromisoformat(content["at"]) if content else datetime.combine(item.day, time(), UTC)
    from_stranger = message is not None and message.from_stranger
    waits = message is not None and from_stranger and message.settled_on is None
    return Said(at, content, from_stranger=from_stranger, waits=waits, lost=not content)


def _in_order(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda one: one.at)
