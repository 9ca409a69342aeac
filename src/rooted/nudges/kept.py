"""What lies in the rows. Kept under keys of the server or of a feed's address, never under a member's."""

import base64
import json
import secrets
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from rooted.base import seal
from rooted.groups.models import Group
from rooted.nudges.models import Feed, Nudge

Content = dict[str, Any]
FILLED = 400  # bytes before padding, so that every blob has one length


def _packed(content: Content) -> bytes:
    return seal.pad(json.dumps(content, separators=(",", ":")).encode().ljust(FILLED))


def _key() -> bytes:
    return seal.subkey(settings.INSTANCE_KEY, "nudges")


def put_in(nudge: Nudge, content: Content) -> bytes:
    """The blob of `content` for this row."""
    return seal.encrypt(_key(), _packed(content), f"v1|nudge|{nudge.pk}")


def what_is_in(nudge: Nudge) -> Content:
    """address, group, epoch, language, looked_on, sent_on, rests_since. Raises seal.Closed."""
    return json.loads(seal.unpad(seal.decrypt(_key(), nudge.blob, f"v1|nudge|{nudge.pk}")))


def opens(nudge: Nudge) -> bool:
    """False when the server's key is another one now, after a backup without keys: nobody will ever open it."""
    try:
        what_is_in(nudge)
    except seal.Closed:
        return False
    return True


def change(nudge: Nudge, **changes: Any) -> bool:
    """Write `changes` into the row if nobody else did meanwhile; says whether it was done."""
    content = what_is_in(nudge) | changes
    before, nudge.blob = bytes(nudge.blob), put_in(nudge, content)
    return bool(Nudge.objects.filter(pk=nudge.pk, blob=before).update(blob=nudge.blob))


def new_address() -> str:
    """32 random bytes as they stand in the address of a feed."""
    return secrets.token_urlsafe(32)


def _secret(address: str) -> bytes:
    try:
        plain = base64.urlsafe_b64decode(address[:64].encode() + b"=")
    except ValueError:
        plain = b""
    return seal.digest(plain)


def lookup(address: str) -> bytes:
    """What the server keeps of a feed's address."""
    return seal.subkey(_secret(address), "feed lookup")


def put_in_feed(feed: Feed, address: str, content: Content) -> bytes:
    """The blob of `content` for this feed."""
    return seal.encrypt(seal.subkey(_secret(address), "feed key"), _packed(content), f"v1|feed|{feed.pk}")


def what_is_in_feed(feed: Feed, address: str) -> Content:
    """group, epoch, language. Raises seal.Closed."""
    key = seal.subkey(_secret(address), "feed key")
    return json.loads(seal.unpad(seal.decrypt(key, feed.blob, f"v1|feed|{feed.pk}")))


def event_name(address: str, day: date) -> str:
    """A name for one day in one feed that says nothing and stays the same."""
    return seal.digest(day.isoformat().encode(), key=seal.subkey(_secret(address), "feed days"), size=16).hex()


def group_of(content: Content) -> Group | None:
    """The group, if it is still open."""
    return Group.objects.filter(pk=UUID(content["group"]), closed_on=None).select_related("circle").first()


def is_resting(content: Content, group: Group) -> bool:
    """Whether the group's keys changed since its member last said so: somebody left, and it may be them."""
    return group.circle is None or group.circle.epoch != content["epoch"]
