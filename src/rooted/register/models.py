"""What a group decided. In clear: number, days, result, and hashes that tell nothing. All that is written is sealed."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rooted.base.fields import LimitedText
from rooted.base.models import Unordered
from rooted.register.chain import START, Link, day_of


class Register(Unordered):
    """The end of one group's chain: its row is held while an entry is hung on. `length`: how many entries there are."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="register")
    length = models.PositiveIntegerField(default=0)
    head = models.BinaryField(max_length=32, default=START)


class EntryQuerySet(models.QuerySet):
    def of(self, group: object) -> "EntryQuerySet":
        """The entries of one group."""
        return self.filter(group=group)

    def standing(self) -> "EntryQuerySet":
        """Those whose place no later entry takes."""
        return self.filter(superseded_by=None)

    def to_review(self, today: date) -> "EntryQuerySet":
        """Carried, standing, not done, and to be looked at again on this day or earlier."""
        return self.standing().filter(result=Entry.Result.CARRIED, done_on=None, review_on__lte=today)

    def burning(self, today: date) -> "EntryQuerySet":
        """Those whose text burns on this day or should have earlier."""
        return self.filter(burnt_on=None, burns_on__lte=today)


class Entry(Unordered):
    """One decision, or the correction of one. Never changed and never deleted: its text may burn, the row stays.

    `commitment`, `previous`, `head`: 32 bytes each (chain.py). `supersedes`: the entry whose place this one takes.
    `review_on`, `done_on`: what became of it; they are not in the chain.
    """

    class Kind(models.TextChoices):
        DECISION = "decision", _("Decision")
        CORRECTION = "correction", _("Correction")

    class Result(models.TextChoices):
        CARRIED = "carried", _("Carried")
        NOT_CARRIED = "not carried", _("Not carried")
        INQUORATE = "inquorate", _("Too few were there")
        BLOCKED = "blocked", _("Blocked")

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="entries")
    number = models.PositiveIntegerField()
    day = models.DateField()
    kind = LimitedText(max_length=10, choices=Kind.choices, default=Kind.DECISION)
    result = LimitedText(max_length=12, choices=Result.choices)
    supersedes = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="superseded_by"
    )
    commitment = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    head = models.BinaryField(max_length=32)
    item = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="entry"
    )
    burns_on = models.DateField(null=True, blank=True, db_index=True)
    burnt_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="one_entry_a_number"),
            models.UniqueConstraint(fields=["group", "previous"], name="one_entry_after_another"),
            models.CheckConstraint(name="entries_count_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="text_or_burnt",
                condition=Q(item__isnull=False, burnt_on__isnull=True) | Q(item__isnull=True, burnt_on__isnull=False),
            ),
        ]

    @property
    def link(self) -> Link:
        """What of it stands in the chain. Asks for the entry it takes the place of, if there is one."""
        replaces = self.supersedes.number if self.supersedes else 0
        return Link(self.number, day_of(self.day), self.kind, self.result, replaces, bytes(self.commitment))


class EntryTask(Unordered):
    """A task on the board that came from a decision: it burns with the decision's text."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="given")
    task = models.OneToOneField("tasks.Task", on_delete=models.CASCADE, related_name="from_entry")
