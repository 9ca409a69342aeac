"""Where a search in the group leads: to the task, the duty, the role or the section that was found."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.tasks.models import Duty, Role, Section, Task
from rooted.tasks.reading import duty_name, role_name, task_text
from rooted.tasks.sealed import DUTY, ROLE, SECTION, TASK

Title = Callable[[dict[str, Any]], str]
WHERE: dict[str, tuple[Any, str, Title]] = {
    TASK.name: (Task, "tasks:task-detail", task_text),
    DUTY.name: (Duty, "tasks:duty-edit", duty_name),
    ROLE.name: (Role, "tasks:role-edit", role_name),
    SECTION.name: (Section, "tasks:section-edit", lambda content: content["title"] or _("Hand-over")),
}


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are of this part; at most four queries."""
    found = []
    for kind, (model, route, title) in WHERE.items():
        ours = {match.item.pk: match for match in matches if match.item.kind == kind}
        if not ours:
            continue
        for pk, item in model.objects.of(seat.group).filter(item__in=ours).values_list("pk", "item"):
            match, url = ours[item], reverse(route, args=[seat.group.address, pk])
            found.append(Hit(title=title(match.content), url=url, day=match.item.day, text=match.text))
    return found
