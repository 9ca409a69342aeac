"""Key pairs, the circles they open, and what is sealed to a circle (security: docs/privacy.md)."""

from django.db import models

from rooted.base.fields import LimitedText
from rooted.base.models import Unordered


class Holder(Unordered):
    """A key pair that circles are wrapped to. A seat points to its holder; a holder points to nobody."""

    public_key = models.BinaryField(max_length=32)


class Circle(Unordered):
    """Those who can open a sealed thing. `epoch` is the number of its newest key."""

    epoch = models.PositiveIntegerField(default=1)


class CircleKey(Unordered):
    """The public key of one epoch: what strangers' letters are sealed to. Kept while anything needs it."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="keys")
    epoch = models.PositiveIntegerField()
    public_key = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "epoch"], name="one_key_per_epoch")]


class CircleWrap(Unordered):
    """One epoch's secret key, sealed to one holder.

    `proof`: 32 bytes that only somebody who had that secret could make, over the holder's public key. Who cannot open
    the circle can write a row here, but gets no later key by it.
    """

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="wraps")
    epoch = models.PositiveIntegerField()
    holder = models.ForeignKey(Holder, on_delete=models.CASCADE, related_name="wraps")
    wrap = models.BinaryField()
    proof = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["circle", "epoch", "holder"], name="one_wrap_per_holder")]


class SealedItem(Unordered):
    """Content only the circle can read. In clear: its kind, the day, the day it is erased, its size class."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="items")
    epoch = models.PositiveIntegerField()
    kind = LimitedText(max_length=40)
    key_wrap = models.BinaryField()
    ciphertext = models.BinaryField()
    size_class = models.PositiveIntegerField()
    day = models.DateField()
    expires_on = models.DateField(null=True, blank=True, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["circle", "epoch"], name="items_of_an_epoch")]


class SealedFile(Unordered):
    """A file only the circle can read. Its name, kind, length and key are in `item`; its content in the chunks.

    `size_class`: bytes of all chunks before sealing, filled up so that the exact length does not show.
    """

    item = models.OneToOneField(SealedItem, on_delete=models.CASCADE, related_name="file")
    header = models.BinaryField(max_length=25)
    size_class = models.PositiveIntegerField()


class FileChunk(Unordered):
    """One sealed piece of a file, 64 KiB."""

    file = models.ForeignKey(SealedFile, on_delete=models.CASCADE, related_name="chunks")
    place = models.PositiveIntegerField()
    ciphertext = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "place"], name="one_chunk_a_place")]
