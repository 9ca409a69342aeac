"""Records on a group's desk. In clear: days, numbers, who put forward. All that is written is sealed."""

from django.db import models
from django.db.models import F, Q

from rooted.base.models import Unordered

VERSIONS_KEPT = 100  # every step is saved by itself


class ReportQuerySet(models.QuerySet):
    def of(self, group: object) -> "ReportQuerySet":
        """The reports of one group."""
        return self.filter(group=group)

    def newest_first(self) -> "ReportQuerySet":
        """By the day somebody last wrote in them."""
        return self.order_by("-changed_on", "pk")

    def put_forward(self) -> "ReportQuerySet":
        """Those that wait for a second member."""
        return self.exclude(forward=None)


class Report(Unordered):
    """One record on the desk. `number`: of its newest version; whoever saves must have seen that one.

    `released_number`: the version that strangers read, 0 before. `forward`: what the first member said to the second,
    sealed; it is erased when somebody saves, takes it back or releases. `struggle`: the record in the chronicle.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="reports")
    struggle = models.OneToOneField(
        "struggles.Struggle", on_delete=models.SET_NULL, null=True, blank=True, related_name="report"
    )
    number = models.PositiveIntegerField(default=1)
    released_number = models.PositiveIntegerField(default=0)
    begun_on = models.DateField()
    changed_on = models.DateField()
    forward = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="forward_of_a_report"
    )
    forward_seat = models.ForeignKey(
        "groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="reports_put_forward"
    )
    forward_on = models.DateField(null=True, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "changed_on"], name="reports_of_a_group")]
        constraints = [
            models.CheckConstraint(
                name="put_forward_on_a_day", condition=Q(forward=None) | Q(forward_on__isnull=False)
            ),
            models.CheckConstraint(name="released_what_was_written", condition=Q(released_number__lte=F("number"))),
        ]

    @property
    def changed_since(self) -> bool:
        """Whether the desk says something else than what strangers read."""
        return self.struggle_id is not None and self.number != self.released_number


class ReportVersionQuerySet(models.QuerySet):
    def newest(self) -> "ReportVersionQuerySet":
        """The one of each report that stands now."""
        return self.filter(number=F("report__number"))


class Version(Unordered):
    """What stood in a report after one saving. Numbers of one report go up by one; the newest 100 are kept."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="version_of_a_report")

    objects = ReportVersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="one_report_version_a_number")]


class WordChange(Unordered):
    """A word of points was merged into another, or parted again (`into` is None).

    Who did it, and in which group, is not kept: the words belong to all groups.
    """

    term = models.ForeignKey("struggles.Term", on_delete=models.CASCADE, related_name="+")
    into = models.ForeignKey("struggles.Term", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    changed_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["changed_on"], name="newest_word_changes")]
