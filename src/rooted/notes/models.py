"""Announcements, notes and minutes of a group. In clear: days, kinds and numbers. All that is written is sealed."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rooted.base.fields import LimitedText
from rooted.base.models import Unordered

ON_THE_BOARD = timedelta(days=14)  # how long an announcement without a last day stands on the notice board
ANNOUNCED_FOR = timedelta(days=365)  # then it is erased
TRACE_FOR = timedelta(days=14)  # how long the list says that one was withdrawn, and by whom
VERSIONS_KEPT = 50


class AnnouncementQuerySet(models.QuerySet):
    def of(self, group: object) -> "AnnouncementQuerySet":
        """The announcements of one group."""
        return self.filter(group=group)

    def standing(self) -> "AnnouncementQuerySet":
        """Those nobody withdrew."""
        return self.filter(withdrawn_on=None)

    def on_the_board(self, today: date) -> "AnnouncementQuerySet":
        """Until their last day; without one for 14 days, again after each correction."""
        new = Q(said_on__gt=today - ON_THE_BOARD) | Q(corrected_on__gt=today - ON_THE_BOARD)
        return self.standing().filter(Q(until__gte=today) | Q(until=None) & new)

    def newest_first(self) -> "AnnouncementQuerySet":
        """By the day they were said."""
        return self.order_by("-said_on", "pk")


class Announcement(Unordered):
    """What one member tells all others of the group. Its author may correct it, anyone may withdraw it.

    `corrections`: how often it was corrected; whoever does something with it must have seen that many.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="announcements")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="announcement")
    said_on = models.DateField()
    until = models.DateField(null=True, blank=True)
    corrections = models.PositiveIntegerField(default=0)
    corrected_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(db_index=True)

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "said_on"], name="announcements_of_a_group")]


class Reading(Unordered):
    """One member has read one announcement. `mark`: 16 bytes that only that member can make; it names nobody."""

    announcement = models.ForeignKey(Announcement, on_delete=models.CASCADE, related_name="readings")
    mark = models.BinaryField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["announcement", "mark"], name="one_reading_a_member")]


class Count(Unordered):
    """The group wants to know how many have read what is announced; no row means that it does not."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="count_of_readings")
    since = models.DateField()


class NoteQuerySet(models.QuerySet):
    def newest_first(self) -> "NoteQuerySet":
        """By the day somebody last wrote in them."""
        return self.order_by("-changed_on", "pk")


class Note(Unordered):
    """A text the group keeps together. `number`: of its newest version; whoever saves must have seen that one.

    `circle`: who can open it, the group's circle or a small one; it stays as it was when the note was made.
    `burns_on`: the day on which it is erased, of minutes that tell of a decision that burns.
    """

    class Kind(models.TextChoices):
        NOTE = "note", _("A note")
        MINUTES = "minutes", _("Minutes of a meeting")

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="notes")
    circle = models.ForeignKey("circles.Circle", on_delete=models.CASCADE, related_name="notes")
    kind = LimitedText(max_length=10, choices=Kind.choices)
    number = models.PositiveIntegerField(default=1)
    changed_on = models.DateField()
    burns_on = models.DateField(null=True, blank=True, db_index=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "kind", "changed_on"], name="notes_of_a_group")]


class VersionQuerySet(models.QuerySet):
    def newest(self) -> "VersionQuerySet":
        """The one of each note that its page shows."""
        return self.filter(number=F("note__number"))


class Version(Unordered):
    """What stood in a note after one saving. Numbers of one note go up by one; the newest 50 are kept."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="version_of_a_note")

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "number"], name="one_version_a_number")]
