"""Lists that a group brought in: where their records come from, and who released them."""

import uuid

from django.db import models
from django.db.models import F, Q

from rooted.base.fields import LimitedText


class ImportBatch(models.Model):
    """One file brought in by a group. Its records become public together, when two members have said yes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    source_set = LimitedText(max_length=40)
    set_name = LimitedText(max_length=120)
    licence = LimitedText(max_length=200)
    cite = LimitedText(max_length=200)
    digest = LimitedText(max_length=64)
    imported_on = models.DateField()
    finished_on = models.DateField(null=True, blank=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    rows_added = models.PositiveIntegerField(default=0)
    rows_known = models.PositiveIntegerField(default=0)
    rows_left_out = models.PositiveIntegerField(default=0)
    rows_unclear = models.PositiveIntegerField(default=0)
    rows_newer = models.PositiveIntegerField(default=0)  # newer versions of copies that are here
    first_seat = models.BigIntegerField(null=True, blank=True)
    first_on = models.DateField(null=True, blank=True)
    running_at_once = models.BooleanField(default=False)  # what may still go on is published without the delay
    cleared_seat = models.BigIntegerField(null=True, blank=True)
    cleared_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)  # all of it; cleared_on is the day of the decision
    paused_on = models.DateField(null=True, blank=True)
    undo_on = models.DateField(null=True, blank=True)  # asked for; undone_on is when all of it was done
    undo_why = LimitedText(max_length=500, blank=True, default="")
    undone_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["group", "imported_on"], name="batch_of_group")]
        constraints = [
            models.CheckConstraint(
                name="batch_cleared_by_another",
                condition=Q(cleared_seat=None) | (Q(first_seat__isnull=False) & ~Q(cleared_seat=F("first_seat"))),
            ),
            models.UniqueConstraint(
                fields=["group", "source_set"], condition=Q(finished_on=None), name="one_unfinished_batch"
            ),
        ]

    def __str__(self) -> str:
        return self.set_name
