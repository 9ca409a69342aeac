"""Making circles, letting holders in and out, changing keys, erasing."""

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from rooted.base import seal
from rooted.circles.keys import OpenCircle, fill
from rooted.circles.kinds import SealedKind
from rooted.circles.models import Circle, CircleKey, CircleWrap, Holder, SealedItem

CHUNK_SECONDS = 0.05


def new_holder() -> tuple[Holder, bytes]:
    """A new key pair: its row, and the 32-byte secret that belongs into one person's keyring and nowhere else."""
    public, secret = seal.new_key_pair()
    return Holder.objects.create(public_key=public), secret


@transaction.atomic
def new_circle(holder: Holder, holder_secret: bytes) -> OpenCircle:
    """A circle of one holder, open; `admit` lets others in."""
    circle = Circle.objects.create()
    _key_for(circle, [holder])
    return OpenCircle(circle, holder, holder_secret)


def new_circle_beside(keys: OpenCircle) -> OpenCircle:
    """One more circle of the holder who opened `keys`."""
    return new_circle(keys.holder, keys.holder_secret)


def open_circle(circle: Circle, holder: Holder, holder_secret: bytes) -> OpenCircle:
    """Open every epoch wrapped to `holder`; raises seal.Closed if there is none."""
    return OpenCircle(circle, holder, holder_secret)


def admit(keys: OpenCircle, holder: Holder) -> None:
    """Let `holder` read all that `keys` can read."""
    keys.renew()
    admit_by_secrets(keys.circle, keys.secrets, holder)


@transaction.atomic
def admit_by_secrets(circle: Circle, secrets: Mapping[int, bytes], holder: Holder) -> None:
    """Let `holder` in with the circle's secret keys by epoch, as an invitation carries them.

    Raises seal.Closed when the circle's key was changed since they were given out.
    """
    if Circle.objects.select_for_update(no_key=True).get(pk=circle.pk).epoch not in secrets:
        raise seal.Closed
    CircleWrap.objects.bulk_create(_wrap(circle, epoch, holder, secret) for epoch, secret in secrets.items())


@transaction.atomic
def expel(circle: Circle, secrets: Mapping[int, bytes], holder: Holder) -> None:
    """Shut `holder` out at once and start a new epoch for the rest; then call `rotate_some` until nothing is left.

    `secrets`: the circle's secret keys by epoch, of whoever does this; may be the one who leaves. Raises seal.Closed
    when the key was changed since. The new key goes only to holders whom somebody with the present one let in.
    """
    circle = Circle.objects.select_for_update(no_key=True).get(pk=circle.pk)
    if circle.epoch not in secrets:
        raise seal.Closed
    shut_out(circle, holder)
    _new_epoch(circle, _let_in(circle, secrets))


def shut_out(circle: Circle, holder: Holder) -> None:
    """Take every key of `circle` from `holder`, by somebody who cannot open it; one who can then calls `change_key`."""
    CircleWrap.objects.filter(circle=circle, holder=holder).delete()


@transaction.atomic
def change_key(keys: OpenCircle) -> None:
    """Start a new epoch for those who are in; then call `rotate_some` until nothing is left."""
    circle = Circle.objects.select_for_update(no_key=True).get(pk=keys.circle.pk)
    keys.renew()
    if circle.epoch not in keys.secrets:
        raise seal.Closed
    _new_epoch(circle, _let_in(circle, keys.secrets))


def holders_in(keys: OpenCircle) -> set[int]:
    """The ids of the holders in this circle, whom somebody with its key let in."""
    return {holder.pk for holder in _let_in(keys.circle, keys.secrets)}


def _let_in(circle: Circle, secrets: Mapping[int, bytes]) -> list[Holder]:
    present = CircleWrap.objects.filter(circle=circle, epoch=circle.epoch).select_related("holder")
    secret = secrets[circle.epoch]
    return [wrap.holder for wrap in present if seal.equal(bytes(wrap.proof), _proof(wrap, secret))]


def _new_epoch(circle: Circle, holders: list[Holder]) -> None:
    """Inside a transaction that holds `circle`'s row."""
    circle.epoch += 1
    circle.save(update_fields=["epoch"])
    _key_for(circle, holders)


def _key_for(circle: Circle, holders: list[Holder]) -> None:
    public, secret = seal.new_key_pair()
    CircleKey.objects.create(circle=circle, epoch=circle.epoch, public_key=public)
    CircleWrap.objects.bulk_create(_wrap(circle, circle.epoch, holder, secret) for holder in holders)


def _wrap(circle: Circle, epoch: int, holder: Holder, secret: bytes) -> CircleWrap:
    made = CircleWrap(circle=circle, epoch=epoch, holder=holder)
    made.wrap, made.proof = seal.seal_to(bytes(holder.public_key), secret), _proof(made, secret)
    return made


def _proof(wrap: CircleWrap, secret: bytes) -> bytes:
    said = f"v1|{wrap.circle_id}|{wrap.epoch}|{wrap.holder_id}|".encode() + bytes(wrap.holder.public_key)
    return seal.digest(said, key=seal.subkey(secret, "holders"))


def left_to_rotate(circle: Circle) -> int:
    """How many items still hang on an older epoch's key."""
    return SealedItem.objects.filter(circle=circle, epoch__lt=F("circle__epoch")).count()


def rotate_some(keys: OpenCircle, seconds: float = CHUNK_SECONDS) -> int:
    """Move items to the newest epoch for about `seconds`; returns how many are left. At none, old keys are gone."""
    started = time.monotonic()
    with transaction.atomic():
        circle = Circle.objects.select_for_update(no_key=True).get(pk=keys.circle.pk)
        keys.renew()
        older = SealedItem.objects.filter(circle=circle, epoch__lt=circle.epoch)
        # an item that somebody holds, who may be waiting for the circle, is left for the next time
        free = older.defer("ciphertext").select_for_update(no_key=True, skip_locked=True)
        while items := list(free[:20]):  # at least once: a slow machine comes to an end too
            SealedItem.objects.bulk_update([keys.rewrap(item) for item in items], ["epoch", "key_wrap"])
            if time.monotonic() - started >= seconds:
                break
        left = older.count()
        if not left:
            CircleWrap.objects.filter(circle=circle, epoch__lt=circle.epoch).delete()
            CircleKey.objects.filter(circle=circle, epoch__lt=circle.epoch).delete()
    return left


@transaction.atomic
def drop_in(circle: Circle, kind: SealedKind, content: Mapping[str, Any], expires_on: date | None = None) -> SealedItem:
    """Seal `content` to `circle` without any key: its members can read it, the writer no longer can."""
    if not kind.write_only:
        raise ValueError(f"{kind.name} is sealed by members only")
    Circle.objects.select_for_update(no_key=True).get(pk=circle.pk)  # no change of keys between reading and writing
    key = CircleKey.objects.filter(circle=circle).latest("epoch")
    item = SealedItem(circle=circle, epoch=key.epoch, kind=kind.name, day=timezone.now().date(), expires_on=expires_on)
    item.key_wrap = seal.seal_to(bytes(key.public_key), fill(item, kind, content))
    item.save(force_insert=True)
    return item


def erase(items: QuerySet[SealedItem]) -> int:
    """Delete these items, keys and ciphertext; returns how many. The pages are wiped at the next checkpoint."""
    return items.delete()[0]


def checkpoint() -> bool:
    """Write SQLite's log into the file and empty it, so that erased bytes are gone; True when done.

    The log also keeps what was written in one piece: a person's keyring beside their new seat, which links the two.
    Outside a transaction only. Tries for about a second, since a reader may hold the log, and never keeps writers
    waiting longer. On PostgreSQL there is nothing that would do the same (docs/privacy.md says so).
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = cursor.fetchone()[0]
        try:
            cursor.execute("PRAGMA busy_timeout = 100")
            return any(_empty_log(cursor) for _attempt in range(10))
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual:d}")


def _empty_log(cursor: Any) -> bool:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return not cursor.fetchone()[0]
