"""Calling an assembly, its sittings, its agenda.

Whatever changes several rows holds the assembly's first, then those of its sittings, then the circle's: always in this
order, so that on PostgreSQL two of them wait for each other instead of locking each other out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.assembly.events import SittingsErased
from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.sealed import ASSEMBLY, LATER, POINT, SITTING
from rooted.base.events import announce
from rooted.circles.actions import checkpoint, erase
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.rules.deciding import hold_to_notice, rules_of

OVERTAKEN = gettext_lazy("Somebody changed this while you wrote. Nothing is lost: your text is still below.")
ENDED = gettext_lazy("This assembly has ended. Nothing was changed.")
GONE = gettext_lazy("This was erased meanwhile.")
MOST_POINTS, MOST_SITTINGS = 100, 50

NOBODY_COUNTED: dict[str, Any] = {"present": None, "counted": 0, "checked": 0}


@dataclass(frozen=True)
class Called:
    """What an assembly is about. `quorum`: how many must be there in all, 0 for no number.

    `urgent`: it is called sooner than the group's own rules ask for.
    """

    about: str
    notice: str = ""
    notice_days: int = 0
    quorum: int = 0
    urgent: bool = False


@dataclass(frozen=True)
class Met:
    """Where and how one sitting meets. `hour`: "05:30"; `new_first`: who has not spoken yet comes first."""

    day: date
    shift: str = ""
    place: str = ""
    hour: str = ""
    language: str = ""
    facilitator: str = ""
    minute_taker: str = ""
    new_first: bool = True

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed: without its day."""
        return {name: value for name, value in vars(self).items() if name != "day"}


def hold(assembly: Assembly) -> Assembly:
    """Inside a transaction: the assembly's row, held and not ended; refused with a sentence otherwise."""
    held = Assembly.objects.select_for_update(no_key=True).filter(pk=assembly.pk).first()
    if held is None or held.ended_on is not None:
        raise ValidationError(ENDED)
    return held


def hold_sittings(assembly: Assembly) -> dict[int, Sitting]:
    """Inside a transaction that holds `assembly`: its sittings by id, held."""
    return {one.pk: one for one in Sitting.objects.select_for_update(no_key=True).filter(assembly=assembly.pk)}


@transaction.atomic
def call_assembly(seat: Seat, called: Called, met: Met, *, today: date) -> Assembly:
    """Call an assembly with its first sitting; the same again on the same day is the same assembly, sent twice.

    Refused where it comes sooner than the group's own rules allow. By them it may have to wait for a second member.
    """
    hold_to_notice(seat, since=today, day=met.day, urgent=called.urgent)
    rules = rules_of(seat).binding
    waits = rules is not None and rules.meets == "two"
    said = {**vars(called), "seat": seat.pk, "seconder": 0}
    said["notice_days"] = called.notice_days if rules is None else rules.notice_days
    item = seat.keys.seal(ASSEMBLY, said)  # holds the circle: of two taps one waits
    first = met.sealed | NOBODY_COUNTED
    alike = Sitting.objects.of(seat.group).filter(place=1, day=met.day, assembly__called_on=today)
    for other in alike.filter(assembly__ended_on=None).select_related("item", "assembly__item"):
        if seat.keys.read(other.item, SITTING) == first and read_call(seat, other.assembly) == said:
            item.delete()
            return other.assembly
    days = {"called_on": today, "waits_since": today if waits else None, "day": met.day}
    made = Assembly.objects.create(group=seat.group, item=item, **days)
    add_sitting(made, seat=seat, met=met)
    return made


def read_call(seat: Seat, assembly: Assembly) -> dict[str, Any]:
    """What an assembly says, with what earlier ones did not say yet; raises seal.Closed."""
    return LATER | seat.keys.read(assembly.item, ASSEMBLY)


@transaction.atomic
def second_call(assembly: Assembly, *, seat: Seat, today: date) -> None:
    """A second member stands behind the call: from today it is called. A second call does nothing."""
    held = hold(assembly)
    if held.waits_since is None:
        return
    said = read_call(seat, held)
    if said["seat"] == seat.pk:
        raise ValidationError(_("You called this. Another member has to stand behind it."))
    hold_to_notice(seat, since=today, day=held.day, urgent=said["urgent"])
    seat.keys.rewrite(held.item, said | {"seconder": seat.pk})
    Assembly.objects.filter(pk=held.pk).update(waits_since=None, called_on=today)


@transaction.atomic
def edit_assembly(assembly: Assembly, *, seat: Seat, called: Called, seen: int) -> None:
    """Say it in other words, if nobody else did since version `seen`."""
    held = hold(assembly)
    if read_call(seat, held)["urgent"]:
        hold_to_notice(seat, since=held.called_on, day=held.day, urgent=called.urgent)
    _rewrite(held, ASSEMBLY, vars(called), seat=seat, seen=seen)


def hang_notice(assembly: Assembly, *, today: date) -> None:
    """The notice hangs; a second call does nothing."""
    Assembly.objects.filter(pk=assembly.pk, hung_on=None, waits_since=None).update(hung_on=today)


@transaction.atomic
def erase_assembly(assembly: Assembly) -> None:
    """Erase the call, its sittings and its agenda for everyone; minutes stay. A second call does nothing."""
    held = Assembly.objects.select_for_update().filter(pk=assembly.pk).first()
    if held is not None:
        _tell_erased(held, hold_sittings(held).values())
        erase(
            SealedItem.objects.filter(
                Q(assembly=assembly.pk)
                | Q(sitting__assembly=assembly.pk)
                | Q(agenda_point__assembly=assembly.pk)
                | Q(speaker__sitting__assembly=assembly.pk)
                | Q(filled_sheet__sitting__assembly=assembly.pk)
            )
        )
        transaction.on_commit(checkpoint)


@transaction.atomic
def add_sitting(assembly: Assembly, *, seat: Seat, met: Met) -> Sitting:
    """One more sitting of the same assembly."""
    held = hold(assembly)
    if held.sittings.count() >= MOST_SITTINGS:
        raise ValidationError(_("An assembly has at most %(most)d sittings.") % {"most": MOST_SITTINGS})
    _not_sooner(held, seat, met.day, than=held.day)
    place = (held.sittings.aggregate(last=Max("place"))["last"] or 0) + 1
    item = seat.keys.seal(SITTING, met.sealed | NOBODY_COUNTED)
    made = Sitting.objects.create(assembly=held, item=item, place=place, day=met.day)
    _first_day(held)
    return made


@transaction.atomic
def edit_sitting(sitting: Sitting, *, seat: Seat, met: Met, seen: int) -> None:
    """Another hour, place or facilitator, if nobody else changed it since version `seen`; the count stays."""
    assembly = hold(sitting.assembly)
    held = hold_sittings(assembly).get(sitting.pk)
    _not_sooner(assembly, seat, met.day, than=sitting.day)
    _rewrite(held, SITTING, met.sealed, seat=seat, seen=seen)
    Sitting.objects.filter(pk=sitting.pk).update(day=met.day)
    _first_day(assembly)


@transaction.atomic
def erase_sitting(sitting: Sitting) -> None:
    """Take a sitting out, with its count and its speaking list; the last one stays, since an assembly needs one."""
    assembly = hold(sitting.assembly)
    if not assembly.sittings.exclude(pk=sitting.pk).exists():
        raise ValidationError(_("This is the only sitting. Change it, or erase the whole assembly."))
    _tell_erased(assembly, [one for one in hold_sittings(assembly).values() if one.pk == sitting.pk])
    of_it = Q(sitting=sitting.pk) | Q(speaker__sitting=sitting.pk) | Q(filled_sheet__sitting=sitting.pk)
    erase(SealedItem.objects.filter(of_it))
    transaction.on_commit(checkpoint)
    _first_day(assembly)


def let_go_of_minutes(note: int) -> None:
    """Inside a transaction: the sitting whose minutes this note is has none any more.

    The assembly is held first, then its sittings, then the note: whoever erases an assembly does it in this order.
    """
    sitting = Sitting.objects.select_related("assembly").filter(minutes=note).first()
    if sitting is not None:
        Assembly.objects.select_for_update(no_key=True).filter(pk=sitting.assembly_id).first()
        hold_sittings(sitting.assembly)
        Sitting.objects.filter(minutes=note).update(minutes=None)


def _tell_erased(assembly: Assembly, sittings: Iterable[Sitting]) -> None:
    notes = tuple(one.minutes_id for one in sittings if one.minutes_id)
    announce(SittingsErased(assembly.group_id, assembly.pk, notes))


def _not_sooner(assembly: Assembly, seat: Seat, day: date, *, than: date) -> None:
    """Refuse to bring a sitting forward into the days of notice; it can always be put off."""
    if day < than:
        hold_to_notice(seat, since=assembly.called_on, day=day, urgent=read_call(seat, assembly)["urgent"])


def _first_day(assembly: Assembly) -> None:
    first = assembly.sittings.aggregate(first=Min("day"))["first"]
    Assembly.objects.filter(pk=assembly.pk).update(day=first)


@transaction.atomic
def add_point(assembly: Assembly, *, seat: Seat, title: str, text: str = "") -> AgendaPoint:
    """Put a point at the end of the agenda; the last one again is the same point, sent twice."""
    held = hold(assembly)
    said = {"title": title, "text": text, "seat": seat.pk}
    last = held.points.select_related("item").order_by("place").last()
    if last is not None and seat.keys.read(last.item, POINT) == said:
        return last
    if held.points.count() >= MOST_POINTS:
        raise ValidationError(_("An agenda has at most %(most)d points. Take one out first.") % {"most": MOST_POINTS})
    place = (held.points.aggregate(last=Max("place"))["last"] or 0) + 1
    item = seat.keys.seal(POINT, said)
    return AgendaPoint.objects.create(assembly=held, item=item, place=place)


@transaction.atomic
def edit_point(point: AgendaPoint, *, seat: Seat, title: str, text: str, seen: int) -> None:
    """Say a point in other words, if nobody else did since version `seen`."""
    hold(point.assembly)
    held = AgendaPoint.objects.filter(pk=point.pk).first()
    _rewrite(held, POINT, {"title": title, "text": text}, seat=seat, seen=seen)


@transaction.atomic
def move_point(point: AgendaPoint, *, up: bool) -> None:
    """Change places with the point before it or after it; at either end nothing happens."""
    held = hold(point.assembly)
    order = list(held.points.order_by("place", "pk"))
    here = next((place for place, one in enumerate(order) if one.pk == point.pk), None)
    there = None if here is None else here - 1 if up else here + 1
    if here is None or there is None or not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for place, one in enumerate(order, 1):
        one.place = place
    AgendaPoint.objects.bulk_update(order, ["place"])


@transaction.atomic
def erase_point(point: AgendaPoint) -> None:
    """Take a point off the agenda."""
    hold_sittings(hold(point.assembly))  # one that speaks about this point speaks about none
    erase(SealedItem.objects.filter(agenda_point=point.pk))
    transaction.on_commit(checkpoint)


def _rewrite(
    row: Assembly | Sitting | AgendaPoint | None, kind: SealedKind, changed: Mapping[str, Any], *, seat: Seat, seen: int
) -> None:
    """Seal what `changed` into the row's item and count its version up; "overtaken" for whoever saw another."""
    if row is None:
        raise ValidationError(GONE)
    if row.version != seen:
        raise ValidationError(OVERTAKEN, code="overtaken")
    content = seat.keys.read(row.item, kind)
    later = LATER if kind is ASSEMBLY else {}
    seat.keys.rewrite(row.item, {**later, **content, **changed})
    row.version = seen + 1
    row.save(update_fields=["version"])


def forget_speakers(which: Q) -> int:
    """Erase speaking lists; returns how many names."""
    found = list(Speaker.objects.filter(which).values_list("item", flat=True))
    if found:
        erase(SealedItem.objects.filter(pk__in=found))
        transaction.on_commit(checkpoint)
    return len(found)


def erase_meetings_of(group: UUID) -> None:
    """Erase every assembly of a group, by its id."""
    Assembly.objects.filter(group=group).delete()
