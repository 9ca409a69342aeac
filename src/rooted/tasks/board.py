"""Tasks, rota, roles and hand-over on the notice board; and the days on which something of them is due."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part, Step
from rooted.groups.glance import GROUP, SEAT, TODAY, Question, asks, glance
from rooted.groups.models import Group, Seat
from rooted.tasks import handover
from rooted.tasks.models import Duty, HandOver, Holding, Role, Section, Slot, Task
from rooted.tasks.reading import SlotRow, TaskRow, duty_rows, in_order, role_rows, slot_rows, task_rows
from rooted.tasks.roles import months_after
from rooted.tasks.rota import AHEAD_DAYS

MOST = 20  # lines of one kind; the lists have them all
DAYS = 7  # so far ahead the board looks


@asks
def questions() -> Mapping[str, Question]:
    tasks, week = Task.objects.of(GROUP), timedelta(days=DAYS)
    near = Slot.objects.of(GROUP).filter(day__gte=TODAY, day__lte=TODAY + week)
    kept = HandOver.objects.filter(group=GROUP)
    return {
        "tasks": Exists(tasks),
        "tasks.open": tasks.filter(done_on=None),
        "tasks.near": Exists(tasks.filter(Q(due_on__lte=TODAY + week) | Q(asked=SEAT), done_on=None)),
        "rota": Exists(Duty.objects.of(GROUP)),
        "rota.near": Exists(near),
        "rota.free": near.free(),
        "roles": Exists(Role.objects.of(GROUP)),
        "hand-over": Exists(Section.objects.of(GROUP)),
        "hand-over.kept": Exists(kept),
    }


def lines(seat: Seat) -> list[Line]:
    """Tasks late, near or asked of the reader; today's rota and its next gaps; roles held by one or ending."""
    today = timezone.localdate()
    return [*_tasks(seat, today), *_rota(seat, today), *_roles(seat, today), *_hand_over(seat, today)]


def _tasks(seat: Seat, today: date) -> list[Line]:
    if not glance(seat)["tasks.near"]:
        return []
    near = Q(due_on__lte=today + timedelta(days=DAYS)) | Q(asked=seat)
    tasks = list(in_order(Task.objects.of(seat.group).filter(near, done_on=None), seat)[:MOST])
    return [_task(row, seat) for row in task_rows(seat, tasks, today)] if tasks else []


def _task(row: TaskRow, seat: Seat) -> Line:
    free = row.nobody or row.asked
    return Line(
        title=row.text,
        url=reverse("tasks:task-detail", args=[seat.group.address, row.task.pk]),
        action=_("Look") if free or not row.mine else _("Do it"),
        when=row.task.due_on,
        urgent=row.late,
        who=row.who,
        nobody=row.nobody,
        rank=110,
    )


def _rota(seat: Seat, today: date) -> list[Line]:
    """Every slot of today; the reader's own of tomorrow; for each duty the next day that needs somebody."""
    if not glance(seat)["rota.near"]:
        return []
    near = today + timedelta(days=DAYS)
    slots = list(Slot.objects.of(seat.group).filter(day__gte=today, day__lte=near).order_by("day", "duty"))
    tomorrow, chosen, gaps = today + timedelta(days=1), [], set()
    for row in slot_rows(seat, slots, duty_rows(seat)):
        own = row.mine and not row.offered and row.slot.day == tomorrow
        gap = row.free and row.slot.duty_id not in gaps
        if row.slot.day == today or own or gap:
            chosen.append(row)
        if row.free:
            gaps.add(row.slot.duty_id)
    return [_slot(row, seat, today) for row in chosen[:MOST]]


def _slot(row: SlotRow, seat: Seat, today: date) -> Line:
    return Line(
        title=row.name,
        url=reverse("tasks:rota", args=[seat.group.address], fragment=row.place),
        action=_("Look"),
        when=row.slot.day,
        clock=row.hour,
        urgent=_("Today") if row.slot.day == today else "",
        who=row.who,
        nobody=row.free,
        rank=105,
    )


def _roles(seat: Seat, today: date) -> list[Line]:
    """A line for each role that ends within 14 days, and for each that fewer than two hold."""
    if not glance(seat)["roles"]:
        return []
    found = []
    for row in role_rows(seat, today):
        url = reverse("tasks:role-take", args=[seat.group.address, row.role.pk])
        for holder in row.holders:
            if holder.soon:
                title = _("Your time in this role ends: %(role)s") if holder.mine else _("A role ends: %(role)s")
                who = _("You can renew it or hand it on.") if holder.mine else _("%(name)s holds it.")
                found.append(
                    Line(
                        title=title % {"role": row.name},
                        url=url,
                        action=_("Look"),
                        when=holder.ends_on,
                        who=who % {"name": holder.name},
                        rank=120,
                    )
                )
        if row.missing:
            title = _("Needs two who hold it: %(role)s") % {"role": row.name}
            url = reverse("tasks:role-list", args=[seat.group.address]) if row.mine else url
            found.append(Line(title=title, url=url, action=_("Look"), who=row.missing, nobody=True, rank=200))
    return found[:MOST]


def _hand_over(seat: Seat, today: date) -> list[Line]:
    since = handover.due_since(seat.group, today=today) if glance(seat)["hand-over.kept"] else None
    if since is None:
        return []
    url = reverse("tasks:hand-over-print", args=[seat.group.address])
    who = _("One sheet with all that somebody needs who takes over.")
    return [Line(title=_("Print the hand-over"), url=url, action=_("Print it"), when=since, who=who, rank=150)]


def parts(seat: Seat) -> list[Part]:
    """Tasks with how many are open, rota with how many days nobody has, roles, hand-over."""
    there, address = glance(seat), [seat.group.address]
    kept = bool(there["hand-over"] or there["hand-over.kept"])
    tasks, rota, roles = (bool(there[name]) for name in ("tasks", "rota", "roles"))
    return [
        Part(_("Tasks"), reverse("tasks:task-list", args=address), there["tasks.open"], rank=30, used=tasks),
        Part(_("Rota"), reverse("tasks:rota", args=address), there["rota.free"], rank=32, used=rota),
        Part(_("Roles"), reverse("tasks:role-list", args=address), rank=34, used=roles),
        Part(_("Hand-over"), reverse("tasks:hand-over", args=address), rank=75, used=kept),
    ]


def steps(seat: Seat) -> list[Step]:
    """One weekly hour on the rota."""
    return [
        Step(
            title=_("Agree on one weekly hour"),
            text=_(
                "One hour in the week when one of you has the phone or opens the door. The rota says who, and when."
            ),
            url=reverse("tasks:rota", args=[seat.group.address]),
            action=_("Make a rota"),
            rank=35,
            done=bool(glance(seat)["rota"]),
        )
    ]


def due(group: Group) -> list[date]:
    """Days from today on when a task, a day of the rota, the end of a role or the hand-over is due; no key is used."""
    today = timezone.localdate()
    last = today + timedelta(days=AHEAD_DAYS)
    days = set(
        Task.objects.of(group)
        .filter(done_on=None, due_on__gte=today, due_on__lte=last)
        .values_list("due_on", flat=True)
    )
    days |= set(Slot.objects.of(group).filter(day__gte=today, day__lte=last).values_list("day", flat=True))
    ends = Holding.objects.now(today).filter(role__group=group, ends_on__lte=last)
    days |= set(ends.values_list("ends_on", flat=True))
    if HandOver.objects.filter(group=group, wanted_on__isnull=False).exists():
        days |= {first for first in _firsts(today) if first <= last}
    return sorted(days)


def _firsts(today: date) -> list[date]:
    """The first days of the three months to come."""
    return [months_after(today.replace(day=1), number) for number in (1, 2, 3)]
