"""Who does what, until when. In clear: days, and which seat has it. What it is, is sealed."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from rooted.base.models import Unordered

EVERY_DAY = 127  # seven bits, Monday the lowest


class OfGroup(models.QuerySet):
    def of(self, group: object) -> "OfGroup":
        """The rows of one group."""
        return self.filter(group=group)


class Task(Unordered):
    """Something to be done once. `asked`: somebody was asked and has not said yes."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="tasks")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="task")
    due_on = models.DateField(null=True, blank=True)
    taken_by = models.ForeignKey("groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    asked = models.ForeignKey("groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True, db_index=True)

    objects = OfGroup.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "done_on", "due_on"], name="tasks_of_a_group")]
        constraints = [
            models.CheckConstraint(
                name="asked_or_taken", condition=Q(asked__isnull=True) | Q(taken_by__isnull=True, done_on__isnull=True)
            ),
            models.CheckConstraint(
                name="done_tasks_expire",
                condition=Q(done_on__isnull=True, expires_on__isnull=True)
                | Q(done_on__isnull=False, expires_on__isnull=False),
            ),
        ]


class Duty(Unordered):
    """Something to be done again and again on the same weekdays, every so many weeks counted from `starts_on`.

    `weekdays`: seven bits, Monday the lowest.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="duties")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="duty")
    weekdays = models.PositiveSmallIntegerField()
    every_weeks = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField()

    objects = OfGroup.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="duty_has_weekdays", condition=Q(weekdays__gte=1, weekdays__lte=EVERY_DAY)),
            models.CheckConstraint(name="duty_within_weeks", condition=Q(every_weeks__gte=1, every_weeks__lte=8)),
        ]


class SlotQuerySet(models.QuerySet):
    def of(self, group: object) -> "SlotQuerySet":
        """The slots of one group."""
        return self.filter(duty__group=group)

    def free(self) -> "SlotQuerySet":
        """Slots somebody may take: nobody has them, or who has them cannot."""
        return self.filter(Q(held_by=None) | Q(offered_on__isnull=False))


class Slot(Unordered):
    """One day of a duty, held by one seat at most.

    `offered_on`: who holds it said that they cannot; it stays theirs until somebody takes it.
    """

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="slots")
    day = models.DateField(db_index=True)
    held_by = models.ForeignKey("groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    offered_on = models.DateField(null=True, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["duty", "day"], name="one_slot_a_day"),
            models.CheckConstraint(
                name="offered_by_its_holder", condition=Q(offered_on__isnull=True) | Q(held_by__isnull=False)
            ),
        ]


class Role(Unordered):
    """Something one answers for over months. Who holds it says until when."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="roles")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="role")

    objects = OfGroup.as_manager()


class HoldingQuerySet(models.QuerySet):
    def now(self, today: date | None = None) -> "HoldingQuerySet":
        """Those that have not ended; the day named is the last."""
        return self.filter(ends_on__gte=today or timezone.localdate())


class Holding(Unordered):
    """One seat holds one role, to the end of a day."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="holdings")
    seat = models.ForeignKey("groups.Seat", on_delete=models.CASCADE, related_name="+")
    ends_on = models.DateField(db_index=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "seat"], name="one_holding_a_seat")]


class Section(Unordered):
    """One piece of what a new person must know. `version`: whoever rewrites it must have seen the newest."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="sections")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="section")
    version = models.PositiveIntegerField(default=1)

    objects = OfGroup.as_manager()


class HandOver(Unordered):
    """A group that wants to be reminded at the first of each month to print its hand-over, and when it last did."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="hand_over")
    wanted_on = models.DateField(null=True, blank=True)
    printed_on = models.DateField(null=True, blank=True)
