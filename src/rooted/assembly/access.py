"""Who may see and do what: everything of the group, all members alike."""

from django.db.models import QuerySet

from rooted.assembly.models import (
    AgendaPoint,
    Assembly,
    AssemblyQuerySet,
    FilledSheet,
    Sitting,
    Speaker,
)
from rooted.groups.models import Seat


def assemblies_of(seat: Seat) -> AssemblyQuerySet:
    """Every assembly of the seat's group, with what opening it needs."""
    return Assembly.objects.of(seat.group).select_related("item")


def sittings_of(seat: Seat) -> QuerySet[Sitting]:
    """Every sitting, with its assembly and what opening both needs."""
    return Sitting.objects.of(seat.group).select_related("item", "assembly__item", "current__item", "minutes")


def points_of(seat: Seat) -> QuerySet[AgendaPoint]:
    """Every point of an agenda, with its assembly."""
    return AgendaPoint.objects.of(seat.group).select_related("item", "assembly__item")


def speakers_of(seat: Seat) -> QuerySet[Speaker]:
    """Everyone on a speaking list, with their sitting."""
    return Speaker.objects.of(seat.group).select_related("item", "sitting__assembly")


def filled_of(seat: Seat) -> QuerySet[FilledSheet]:
    """What was typed in from sheets, with what opening it and its sitting needs."""
    return FilledSheet.objects.of(seat.group).select_related("item", "sitting__item", "sitting__assembly")
