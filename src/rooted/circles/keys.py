"""A circle opened by one of its holders, for the length of one request."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from rooted.base import seal
from rooted.base.fields import RandomId
from rooted.base.prepared import Given, Prepared
from rooted.circles.kinds import SealedKind, kind_named
from rooted.circles.models import Circle, CircleWrap, Holder, SealedItem

WRAPS = Prepared(
    lambda: CircleWrap.objects.filter(circle=Given("circle", RandomId()), holder=Given("holder", RandomId()))
)


def item_context(item: SealedItem) -> str:
    """What ties a ciphertext to its row: it opens nowhere else."""
    return f"v1|{item.circle_id}|{item.pk}|{item.kind}"


def wrap_context(item: SealedItem) -> str:
    """What ties an item's data key to its row and to the epoch it is wrapped for."""
    return f"v1|{item.circle_id}|{item.epoch}|{item.pk}|key"


def content_bytes(kind: SealedKind, content: Mapping[str, Any]) -> bytes:
    """The padded JSON of `content`, which must have exactly the fields of `kind`."""
    if set(content) != set(kind.fields):
        raise ValueError(f"{kind.name} holds {kind.fields}, not {tuple(content)}")
    return seal.pad(json.dumps(dict(content), ensure_ascii=False, separators=(",", ":")).encode())


def fill(item: SealedItem, kind: SealedKind, content: Mapping[str, Any]) -> bytes:
    """Seal `content` into `item` under a new data key, which is returned."""
    data_key = seal.new_key()
    padded = content_bytes(kind, content)
    item.size_class = len(padded)
    item.ciphertext = seal.encrypt(data_key, padded, item_context(item))
    return data_key


class OpenCircle:
    """The secret keys of one circle by epoch. Lives in memory only, never in a cache or a session."""

    def __init__(self, circle: Circle, holder: Holder, holder_secret: bytes) -> None:
        self.circle = circle
        self.secrets: dict[int, bytes] = {}
        self._publics: dict[int, bytes] = {}
        self._under: dict[int, bytes] = {}
        self.holder = holder
        self.holder_secret = holder_secret
        self.renew()

    def beside(self, circle: Circle, wraps: Iterable[CircleWrap]) -> "OpenCircle":
        """Another circle of the same holder, from `wraps` that were read already; raises seal.Closed."""
        other = OpenCircle.__new__(OpenCircle)
        other.circle, other._publics, other._under = circle, {}, {}
        other.holder, other.holder_secret = self.holder, self.holder_secret
        other._take(wraps)
        return other

    def renew(self) -> None:
        """Read the holder's wraps again; raises seal.Closed for whoever is no longer in the circle."""
        self._take(WRAPS.rows(circle=self.circle.pk, holder=self.holder.pk))

    def _take(self, wraps: Iterable[CircleWrap]) -> None:
        self.secrets = {wrap.epoch: seal.open_sealed(self.holder_secret, wrap.wrap) for wrap in wraps}
        if not self.secrets:
            raise seal.Closed

    @property
    def epoch(self) -> int:
        """The newest epoch: what new items are sealed under."""
        return max(self.secrets)

    @transaction.atomic
    def seal(self, kind: SealedKind, content: Mapping[str, Any], expires_on: date | None = None) -> SealedItem:
        """Store `content` sealed by a member; whoever lacks the circle's key can neither read nor forge it."""
        self._keep_up()
        item = SealedItem(
            circle=self.circle, epoch=self.epoch, kind=kind.name, day=timezone.now().date(), expires_on=expires_on
        )
        item.key_wrap = self._wrap(item, fill(item, kind, content))
        item.save(force_insert=True)
        return item

    def read(self, item: SealedItem, *kinds: SealedKind) -> dict[str, Any]:
        """What was sealed into `item`; raises seal.Closed when it was moved, changed or is another circle's.

        Name the kinds you expect: whoever may write to the database could otherwise put an item anyone can seal, a
        letter, where a member's note or name belongs.
        """
        if kinds and item.kind not in {kind.name for kind in kinds}:
            raise seal.Closed
        padded = seal.decrypt(self.data_key(item), item.ciphertext, item_context(item))
        kind = kind_named(item.kind)
        content = {**kind.added, **json.loads(seal.unpad(padded))}
        if set(content) != set(kind.fields):
            raise seal.Closed
        return content

    @transaction.atomic
    def rewrite(self, item: SealedItem, content: Mapping[str, Any]) -> SealedItem:
        """Replace what `item` holds, by a member."""
        self._keep_up()
        item.epoch = self.epoch
        item.key_wrap = self._wrap(item, fill(item, kind_named(item.kind), content))
        item.save(update_fields=["epoch", "key_wrap", "ciphertext", "size_class"])
        return item

    def data_key(self, item: SealedItem) -> bytes:
        """The key `item`'s ciphertext is under."""
        if item.circle_id != self.circle.pk:
            raise seal.Closed
        if item.epoch not in self.secrets:
            self.renew()
        secret = self.secrets.get(item.epoch)
        if secret is None:
            raise seal.Closed
        if is_write_only(item):
            return seal.open_sealed(secret, item.key_wrap, self._public(item.epoch))
        return seal.decrypt(self._key_of_keys(item.epoch), item.key_wrap, wrap_context(item))

    def _key_of_keys(self, epoch: int) -> bytes:
        """What members' data keys of one epoch are under: a list of 150 names opens as many."""
        if epoch not in self._under:
            self._under[epoch] = seal.subkey(self.secrets[epoch], "items")
        return self._under[epoch]

    def _public(self, epoch: int) -> bytes:
        """The public key of one epoch: a page opens fifty letters with it."""
        if epoch not in self._publics:
            self._publics[epoch] = seal.public_of(self.secrets[epoch])
        return self._publics[epoch]

    def _keep_up(self) -> None:
        """Inside a transaction: hold the circle's row, and use the newest key if somebody was removed meanwhile."""
        circle = Circle.objects.select_for_update(no_key=True).get(pk=self.circle.pk)
        if circle.epoch not in self.secrets:
            self.renew()

    def rewrap(self, item: SealedItem) -> SealedItem:
        """Move `item`'s data key to the newest epoch; its ciphertext stays as it is. The caller saves."""
        data_key, dropped_in = self.data_key(item), is_write_only(item)
        item.epoch = self.epoch
        if dropped_in:
            item.key_wrap = seal.seal_to(seal.public_of(self.secrets[self.epoch]), data_key)
        else:
            item.key_wrap = self._wrap(item, data_key)
        return item

    def _wrap(self, item: SealedItem, data_key: bytes) -> bytes:
        return seal.encrypt(self._key_of_keys(item.epoch), data_key, wrap_context(item))


SEALED_BOX_BYTES = 1 + 48 + 32


def is_write_only(item: SealedItem) -> bool:
    """Whether somebody without any key sealed this; only kinds that allow it can say so."""
    return kind_named(item.kind).write_only and len(item.key_wrap) == SEALED_BOX_BYTES
