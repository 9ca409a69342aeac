"""Assemblies, their sittings, the agenda, the speaking list. In clear: days, numbers, order. All words are sealed."""

from django.db import models
from django.db.models import Q

from rooted.base.models import Unordered


class AssemblyQuerySet(models.QuerySet):
    def of(self, group: object) -> "AssemblyQuerySet":
        """The assemblies of one group."""
        return self.filter(group=group)

    def coming(self) -> "AssemblyQuerySet":
        """Called and not ended."""
        return self.filter(ended_on=None, waits_since=None)

    def waiting(self) -> "AssemblyQuerySet":
        """Those whose call waits for a second member."""
        return self.filter(ended_on=None).exclude(waits_since=None)


class Assembly(Unordered):
    """One text and one agenda for all, in one or several sittings.

    `waits_since`: by the group's rules a second member has to stand behind the call. `day`: of its first sitting.
    `hung_on`: since when the notice hangs. `version`: whoever changes what it says must have seen the newest.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="assemblies")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="assembly")
    called_on = models.DateField()
    waits_since = models.DateField(null=True, blank=True)
    day = models.DateField()
    hung_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    minutes_burn_on = models.DateField(null=True, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)

    objects = AssemblyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "ended_on", "day"], name="assemblies_of_a_group")]


class OfAssembly(models.QuerySet):
    def of(self, group: object) -> "OfAssembly":
        """The rows of one group."""
        return self.filter(assembly__group=group)


class AgendaPoint(Unordered):
    """One point of the agenda; any member adds one. `place`: its order, from 1."""

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="points")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="agenda_point")
    place = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

    objects = OfAssembly.as_manager()


class Sitting(Unordered):
    """One meeting of an assembly: a shift, a place, an hour, a language. `place`: its number in the assembly, from 1.

    `current`: the point being spoken about. `turns`: how many were given, to nobody as a new point begins. `minutes`: a
    note of the group.
    """

    assembly = models.ForeignKey(Assembly, on_delete=models.CASCADE, related_name="sittings")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="sitting")
    place = models.PositiveSmallIntegerField()
    day = models.DateField(db_index=True)
    current = models.ForeignKey(AgendaPoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    turns = models.PositiveIntegerField(default=0)
    minutes = models.OneToOneField(
        "notes.Note", on_delete=models.SET_NULL, null=True, blank=True, related_name="minutes_of"
    )
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = OfAssembly.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assembly", "place"], name="one_sitting_a_place")]


class OfSitting(models.QuerySet):
    def of(self, group: object) -> "OfSitting":
        """The rows of one group."""
        return self.filter(sitting__assembly__group=group)


class Speaker(Unordered):
    """Somebody who asked for the word in a sitting. `place`: in which order they asked; `turn`: in which they got it.

    Whoever has the sitting's last turn is speaking. The whole list is erased when the sitting ends.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="speakers")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="speaker")
    place = models.PositiveIntegerField()
    turn = models.PositiveIntegerField(null=True, blank=True)

    objects = OfSitting.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "place"], name="one_speaker_a_place"),
            models.UniqueConstraint(
                fields=["sitting", "turn"], condition=Q(turn__isnull=False), name="one_speaker_a_turn"
            ),
        ]


class FilledSheet(Unordered):
    """What a member typed in from a sheet. It counts once a second one typed the same: since `confirmed_on`."""

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="filled")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="filled_sheet")
    confirmed_on = models.DateField(null=True, blank=True)

    objects = OfSitting.as_manager()
