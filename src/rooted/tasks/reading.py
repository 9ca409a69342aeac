"""Tasks, rota and roles as members see them on a page: what it is, who has it, what is late or missing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rooted.base import seal
from rooted.base.converters import KeyConverter
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.tasks.access import name_in
from rooted.tasks.models import Duty, Holding, Role, Section, Slot, Task
from rooted.tasks.roles import WANTED
from rooted.tasks.rota import weekdays_in
from rooted.tasks.sealed import DUTY, ROLE, SECTION, TASK

KINDS = {
    "phone": gettext_lazy("Phone"),
    "mailbox": gettext_lazy("Mailbox"),
    "door": gettext_lazy("Door"),
    "drop-in": gettext_lazy("Drop-in hour"),
    "other": gettext_lazy("Something else"),
}


def opened(seat: Seat, item: SealedItem, kind: SealedKind) -> dict[str, Any]:
    """What `item` says; empty texts when it cannot be opened."""
    try:
        return seat.keys.read(item, kind)
    except seal.Closed:
        return dict.fromkeys(kind.fields, "")


@dataclass(frozen=True)
class TaskRow:
    """One task in a list. `late`: a word beside the day; `mine`: this seat has it; `asked`: it was asked to do it.

    `holder`: who has it by name, for paper.
    """

    task: Task
    text: str
    who: str
    holder: str
    late: str
    mine: bool
    asked: bool
    nobody: bool

    @property
    def place(self) -> str:
        """Where the row stands in its page."""
        return place_of("t", self.task.pk)


def place_of(letter: str, pk: int) -> str:
    """The id of a row in its page, to come back to after a deed."""
    return letter + KeyConverter().to_url(pk)


def task_text(content: dict[str, Any]) -> str:
    """What is to be done."""
    return content["text"] or _("This task cannot be opened.")


def late(due_on: date | None, today: date) -> str:
    """ "Today", "2 days late", or nothing while there is time."""
    if due_on is None or due_on > today:
        return ""
    days = (today - due_on).days
    return ngettext("%(days)d day late", "%(days)d days late", days) % {"days": days} if days else _("Today")


def who_does(task: Task, seat: Seat, names: dict[int, str]) -> str:
    """One sentence: nobody, you, a member by name, or that somebody was asked."""
    if task.done_on is not None:
        return _("%(name)s had it.") % {"name": name_in(names, task.taken_by_id)} if task.taken_by_id else ""
    if task.taken_by_id is not None:
        mine = task.taken_by_id == seat.pk
        return _("You have it.") if mine else _("%(name)s has it.") % {"name": name_in(names, task.taken_by_id)}
    if task.asked_id is None:
        return _("Nobody has it yet.")
    if task.asked_id == seat.pk:
        return _("You are asked to do it.")
    return _("%(name)s is asked and has not said yes.") % {"name": name_in(names, task.asked_id)}


BY_DAY = (F("due_on").asc(nulls_last=True), "pk")  # what has no day comes last


def in_order(tasks: QuerySet[Task], seat: Seat) -> QuerySet[Task]:
    """This seat's own and what it is asked for first, then by day; what has no day comes last."""
    own = When(Q(taken_by=seat) | Q(asked=seat), then=Value(0))
    place = Case(own, default=Value(1), output_field=IntegerField())
    return tasks.select_related("item").order_by(place, *BY_DAY)


def task_rows(seat: Seat, tasks: Iterable[Task], today: date) -> list[TaskRow]:
    """Rows in the order of `tasks`, which come with their `item`."""
    names = seat_names(seat)
    return [
        TaskRow(
            task=task,
            text=task_text(opened(seat, task.item, TASK)),
            who=who_does(task, seat, names),
            holder=name_in(names, task.taken_by_id) if task.taken_by_id else "",
            late=late(task.due_on, today) if task.done_on is None else "",
            mine=task.taken_by_id == seat.pk,
            asked=task.asked_id == seat.pk,
            nobody=task.taken_by_id is None and task.asked_id is None,
        )
        for task in tasks
    ]


@dataclass(frozen=True)
class DutyRow:
    """One duty: what it is called, at what hour, on which days."""

    duty: Duty
    kind: str
    name: str
    hour: str
    pattern: str


@dataclass(frozen=True)
class SlotRow:
    """One day of a duty. `nobody`: nobody has it; `offered`: who has it cannot; `free`: one of the two."""

    slot: Slot
    name: str
    hour: str
    who: str
    holder: str
    mine: bool
    nobody: bool
    offered: bool
    free: bool

    @property
    def place(self) -> str:
        """Where the row stands in its page."""
        return place_of("d", self.slot.pk)


def duty_name(content: dict[str, Any]) -> str:
    """What a duty is called: in the group's own words, or by its kind."""
    return content["name"] or str(KINDS.get(content["kind"], _("This duty cannot be opened.")))


def pattern(duty: Duty) -> str:
    """ "Every week: Monday, Wednesday"."""
    days = pgettext("between the items of a list", ", ").join(str(WEEKDAYS[day]) for day in weekdays_in(duty.weekdays))
    said = ngettext("Every week: %(days)s", "Every %(weeks)d weeks: %(days)s", duty.every_weeks)
    return said % {"weeks": duty.every_weeks, "days": days}


def duty_rows(seat: Seat) -> dict[int, DutyRow]:
    """All duties of the group by id, in the order of their names; one query."""
    read = [(duty, opened(seat, duty.item, DUTY)) for duty in Duty.objects.of(seat.group).select_related("item")]
    rows = [DutyRow(duty, said["kind"], duty_name(said), said["hour"], pattern(duty)) for duty, said in read]
    return {row.duty.pk: row for row in sorted(rows, key=lambda row: (row.name.casefold(), row.duty.pk))}


def who_stands(slot: Slot, seat: Seat, names: dict[int, str]) -> str:
    """One sentence: nobody, you, a member by name, or that they cannot."""
    if slot.held_by_id is None:
        return _("Nobody has it yet.")
    name = name_in(names, slot.held_by_id)
    if slot.held_by_id == seat.pk:
        return _("You cannot. It stays yours until somebody takes it.") if slot.offered_on else _("You have it.")
    return (_("%(name)s cannot. Who takes it?") if slot.offered_on else _("%(name)s has it.")) % {"name": name}


def slot_rows(seat: Seat, slots: Iterable[Slot], duties: dict[int, DutyRow]) -> list[SlotRow]:
    """Rows in the order of `slots`, without those of a duty that is not in `duties`."""
    names = seat_names(seat)
    return [_slot_row(slot, duties[slot.duty_id], seat, names) for slot in slots if slot.duty_id in duties]


def _slot_row(slot: Slot, duty: DutyRow, seat: Seat, names: dict[int, str]) -> SlotRow:
    nobody, offered = slot.held_by_id is None, slot.offered_on is not None
    return SlotRow(
        slot=slot,
        name=duty.name,
        hour=duty.hour,
        who=who_stands(slot, seat, names),
        holder="" if nobody else name_in(names, slot.held_by_id),
        mine=slot.held_by_id == seat.pk,
        nobody=nobody,
        offered=offered,
        free=nobody or offered,
    )


@dataclass(frozen=True)
class Holder:
    """Who holds a role, and until when."""

    name: str
    ends_on: date
    mine: bool
    soon: bool


@dataclass(frozen=True)
class RoleRow:
    """One role. `missing`: a sentence while fewer than two hold it."""

    role: Role
    name: str
    about: str
    holders: list[Holder] = field(default_factory=list)
    missing: str = ""

    @property
    def mine(self) -> bool:
        """Whether the reader holds it."""
        return any(holder.mine for holder in self.holders)


SOON_DAYS = 14  # so long before its end a role stands on the board


def role_name(content: dict[str, Any]) -> str:
    """What a role is called."""
    return content["name"] or _("This role cannot be opened.")


def role_rows(seat: Seat, today: date) -> list[RoleRow]:
    """All roles of the group by name, with who holds them now; two queries however many."""
    names = seat_names(seat)
    held: dict[int, list[Holder]] = defaultdict(list)
    soon = today + timedelta(days=SOON_DAYS)
    for one in Holding.objects.now(today).filter(role__group=seat.group).order_by("ends_on", "pk"):
        name, mine = name_in(names, one.seat_id), one.seat_id == seat.pk
        held[one.role_id].append(Holder(name, one.ends_on, mine=mine, soon=one.ends_on <= soon))
    rows = []
    for role in Role.objects.of(seat.group).select_related("item"):
        said = opened(seat, role.item, ROLE)
        rows.append(RoleRow(role, role_name(said), said["about"], held[role.pk], missing(len(held[role.pk]))))
    return sorted(rows, key=lambda row: (row.name.casefold(), row.role.pk))


def missing(holders: int) -> str:
    """One sentence while fewer than two hold a role."""
    if holders >= WANTED:
        return ""
    return _("Only one holds this.") if holders else _("Nobody holds this.")


@dataclass(frozen=True)
class SectionRow:
    """One section of the hand-over."""

    section: Section
    title: str
    text: str


def section_rows(seat: Seat) -> list[SectionRow]:
    """All sections of the group's hand-over by title; one query."""
    sections = Section.objects.of(seat.group).select_related("item")
    read = [(section, opened(seat, section.item, SECTION)) for section in sections]
    rows = [SectionRow(section, said["title"] or _("This cannot be opened."), said["text"]) for section, said in read]
    return sorted(rows, key=lambda row: (row.title.casefold(), row.section.pk))
