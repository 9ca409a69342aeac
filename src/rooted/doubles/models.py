"""Pairs of records that may be one, and which were looked at. A member is a seat number that only `groups` resolves."""

import uuid

from django.db import models
from django.db.models import F, Q

from rooted.base.fields import LimitedText
from rooted.struggles.models import Struggle

REASONS_LENGTH = 200
MERGED, APART = "merged", "apart"
ONE, OTHER = "one", "other"


class PairQuerySet(models.QuerySet):
    def whole(self) -> "PairQuerySet":
        """With both records and the groups that are named on a page."""
        return self.select_related("one", "other", "one_group", "other_group", "asked_group", "decided_group")


class Pair(models.Model):
    """Two published records that may be one. Decided once, it is never offered again.

    `yields` is the record that does not stand: that was asked for while nothing is decided, that is so once merged.
    `reasons` are the codes of likeness.py; `alike` only orders a list. `one` is the record with the smaller id.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    one = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="+")
    one_group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+", db_index=False)
    other_group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+", db_index=False)
    reasons = LimitedText(max_length=REASONS_LENGTH)
    alike = models.PositiveSmallIntegerField()
    found_on = models.DateField()

    yields = LimitedText(max_length=5, choices=[(ONE, ONE), (OTHER, OTHER)], blank=True, default="")
    asked_group = models.ForeignKey("groups.Group", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    asked_seat = models.BigIntegerField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)

    verdict = LimitedText(max_length=6, choices=[(MERGED, MERGED), (APART, APART)], blank=True, default="")
    decided_group = models.ForeignKey(
        "groups.Group", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_seat = models.BigIntegerField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["one_group", "verdict"], name="pair_of_one"),
            models.Index(fields=["other_group", "verdict"], name="pair_of_other"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_pair_of_two"),
            models.CheckConstraint(name="pair_in_order", condition=Q(one__lt=F("other"))),
            models.CheckConstraint(
                name="decided_on_a_day",
                condition=Q(verdict="", decided_on=None) | (~Q(verdict="") & Q(decided_on__isnull=False)),
            ),
            models.CheckConstraint(name="merged_says_which", condition=~Q(verdict=MERGED) | ~Q(yields="")),
        ]

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"

    @property
    def yielding(self) -> Struggle:
        """The record that does not stand, or is asked not to."""
        return self.one if self.yields == ONE else self.other

    @property
    def standing(self) -> Struggle:
        return self.other if self.yields == ONE else self.one


class Looked(models.Model):
    """A published record that was compared with those about it."""

    struggle = models.OneToOneField(Struggle, on_delete=models.CASCADE, primary_key=True, related_name="+")
    looked_on = models.DateField()

    def __str__(self) -> str:
        return str(self.looked_on)
