"""Assemblies, sittings and speaking lists opened for a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.sealed import ASSEMBLY, LATER, POINT, SITTING, SPEAKER
from rooted.assembly.speaking import in_turn, same_name
from rooted.base import markup, seal
from rooted.base.converters import KeyConverter
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.notes.reading import newest_of


def opened(seat: Seat, item: SealedItem, kind: SealedKind) -> dict[str, Any]:
    """What `item` says; nothing but None where it cannot be opened."""
    try:
        return seat.keys.read(item, kind)
    except seal.Closed:
        return dict.fromkeys(kind.fields)


@dataclass(frozen=True)
class AssemblyRow:
    """One assembly. `said`: about, notice, notice_days, quorum, urgent; `caller`, `seconder`: names."""

    assembly: Assembly
    said: dict[str, Any]
    caller: str = ""
    seconder: str = ""

    @property
    def urgent(self) -> bool:
        """Whether it was called sooner than the group's own rules ask for."""
        return bool(self.said["urgent"])

    @property
    def about(self) -> str:
        """What it is about."""
        return self.said["about"] or _("This assembly cannot be opened.")

    @property
    def called_late(self) -> bool:
        """Whether it was called with less notice than agreed."""
        return (self.assembly.day - self.assembly.called_on).days < (self.said["notice_days"] or 0)


def read_assembly(seat: Seat, assembly: Assembly) -> AssemblyRow:
    """An assembly, which comes with its `item`."""
    said = LATER | opened(seat, assembly.item, ASSEMBLY)
    names = seat_names(seat)
    caller = names.get(said["seat"] or 0) or _("a former member")
    return AssemblyRow(assembly, said, caller, names.get(said["seconder"] or 0, ""))


@dataclass(frozen=True)
class SittingRow:
    """One sitting. `said`: shift, place, hour, language, who leads it; `counted`: sentences on how many were there."""

    sitting: Sitting
    said: dict[str, Any]
    counted: list[str]

    @property
    def name(self) -> str:
        """What it is called among the sittings: its shift, else its number."""
        return self.said["shift"] or _("Sitting %(number)d") % {"number": self.sitting.place}

    @property
    def order(self) -> tuple[date, str, int]:
        """By day and hour."""
        return self.sitting.day, self.said["hour"] or "", self.sitting.place


def read_sitting(seat: Seat, sitting: Sitting) -> SittingRow:
    """A sitting, which comes with its `item`."""
    said = opened(seat, sitting.item, SITTING)
    return SittingRow(sitting, said, _counted(seat, said))


def sitting_rows(seat: Seat, sittings: Iterable[Sitting]) -> list[SittingRow]:
    """Sittings by day and hour."""
    return sorted((read_sitting(seat, sitting) for sitting in sittings), key=lambda row: row.order)


def _counted(seat: Seat, said: dict[str, Any]) -> list[str]:
    if said["present"] is None:
        return []
    there = ngettext("%(count)d person was counted.", "%(count)d people were counted.", said["present"]) % {
        "count": said["present"]
    }
    who, other = (seat_names(seat).get(said[one]) or _("a former member") for one in ("counted", "checked"))
    return [there, _("Typed in by %(name)s, checked by %(other)s.") % {"name": who, "other": other}]


def enough(row: AssemblyRow, sittings: list[SittingRow]) -> list[str]:
    """Sentences on how many were there in all, and how many are needed; none before the first count."""
    counts = [one.said["present"] for one in sittings if one.said["present"] is not None]
    if not counts:
        return []
    total, needed = sum(counts), row.said["quorum"] or 0
    words = ngettext(
        "%(total)d person was counted in %(counted)d of %(all)d sittings.",
        "%(total)d people were counted in %(counted)d of %(all)d sittings.",
        total,
    ) % {"total": total, "counted": len(counts), "all": len(sittings)}
    if not needed:
        return [words]
    if total < needed and len(counts) < len(sittings):
        return [words, _("%(needed)d are needed in all.") % {"needed": needed}]
    if total < needed:
        return [words, _("That is not enough: %(needed)d are needed.") % {"needed": needed}]
    return [words, _("That is enough: %(needed)d are needed.") % {"needed": needed}]


@dataclass(frozen=True)
class PointRow:
    """One point of the agenda. `number`: from 1 as it stands now; `now`: it is being spoken about."""

    point: AgendaPoint
    number: int
    title: str
    text: str
    who: str
    now: bool = False

    @property
    def key(self) -> str:
        """Its id as a form sends it."""
        return KeyConverter().to_url(self.point.pk)


def point_rows(seat: Seat, points: Iterable[AgendaPoint], current: int | None = None) -> list[PointRow]:
    """The agenda in its order; `current`: the id of the point being spoken about."""
    names = seat_names(seat)
    rows = []
    for number, point in enumerate(sorted(points, key=lambda one: (one.place, one.pk)), 1):
        said = opened(seat, point.item, POINT)
        title = said["title"] or _("This point cannot be opened.")
        who = names.get(said["seat"] or 0) or _("a former member")
        rows.append(PointRow(point, number, title, said["text"] or "", who, now=point.pk == current))
    return rows


@dataclass(frozen=True)
class SpeakerRow:
    """Somebody who waits. `again`: they have spoken in this sitting already."""

    speaker: Speaker
    name: str
    again: bool


@dataclass(frozen=True)
class SpeakingList:
    """Who speaks, and who waits in the order of their turns."""

    speaking: str
    waiting: list[SpeakerRow] = field(default_factory=list)


def speaking_list(seat: Seat, speakers: Iterable[Speaker], *, new_first: bool, turns: int) -> SpeakingList:
    """The list of one sitting, of which so many `turns` were given; the speakers come with their `item`."""
    read = [(one, opened(seat, one.item, SPEAKER)["name"] or _("Somebody")) for one in speakers]
    spoken = sorted((one.turn, name) for one, name in read if one.turn is not None)
    waiting = {one.place: (one, name) for one, name in read if one.turn is None}
    names = [name for _turn, name in spoken]
    known = {same_name(name) for name in names}
    order = in_turn([(place, name) for place, (_one, name) in waiting.items()], names, new_first=new_first)
    rows = [SpeakerRow(waiting[place][0], name, same_name(name) in known) for place, name in order]
    return SpeakingList(names[-1] if spoken and spoken[-1][0] == turns else "", rows)


def minutes_text(seat: Seat, sitting: Sitting) -> str:
    """The minutes so far as a page shows them; empty before the first line."""
    newest = newest_of(seat, sitting.minutes) if sitting.minutes is not None else None
    return markup.html(newest.content.get("text", "")) if newest is not None else ""
