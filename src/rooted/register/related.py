"""Beside a decision the tasks that came from it, with who has them; beside such a task its decision."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.base.board import Part
from rooted.base.language import isolated
from rooted.base.templatetags.parts import written
from rooted.groups.models import Seat
from rooted.register.models import Entry
from rooted.tasks.models import Task
from rooted.tasks.reading import BY_DAY, TaskRow, task_rows

RANK = 20


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For members of its group. One query, and one for the names of members where tasks are told."""
    if seat is None:
        return []
    if isinstance(obj, Task):
        entries = Entry.objects.of(seat.group).filter(given__task=obj.pk).values_list("pk", "number")
        return [
            Part(_("In the register: no. %(number)s") % {"number": n}, _at(seat, pk), rank=RANK) for pk, n in entries
        ]
    if isinstance(obj, Entry):
        tasks = Task.objects.of(seat.group).filter(from_entry__entry=obj.pk).select_related("item").order_by(*BY_DAY)
        return [_task(seat, row) for row in task_rows(seat, tasks, timezone.localdate())]
    return []


def _at(seat: Seat, entry: int) -> str:
    return reverse("register:entry-detail", args=[seat.group.address, entry])


def _task(seat: Seat, row: TaskRow) -> Part:
    done = row.task.done_on
    letters = pgettext("a day in full, in letters of Django's date filter", "D j M Y")
    stands = _("Done on %(day)s.") % {"day": written(done, letters)} if done else row.who
    url = reverse("tasks:task-detail", args=[seat.group.address, row.task.pk])
    return Part(f"{isolated(row.text)}: {stands}", url, rank=RANK)
