"""The area among the parts; what waits for a second yes; saying which area is ours as a step."""

from collections.abc import Mapping

from django.db.models import Exists
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.areas.access import area_of
from rooted.areas.actions import put_forward_by
from rooted.areas.models import Area
from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.glance import GROUP, Question, asks, glance
from rooted.groups.models import Seat
from rooted.struggles.models import Struggle


@asks
def questions() -> Mapping[str, Question]:
    kept = Area.objects.filter(group=GROUP)
    return {
        "area": Exists(kept),
        "area.put-forward": Exists(kept.exclude(forward=None)),
        "chronicle": Exists(Struggle.objects.public()),
    }


def lines(seat: Seat) -> list[Line]:
    """For all but the one who put it forward: what strangers will read waits for a second member."""
    area = area_of(seat) if glance(seat)["area.put-forward"] else None
    first = put_forward_by(area, seat) if area is not None else None
    if first is None or first == seat.pk:
        return []
    name = seat_names(seat).get(first, _("a former member"))
    return [
        Line(
            title=_("Read what strangers will read about our area"),
            url=reverse("areas:area-publish", args=[seat.group.address]),
            action=_("Read"),
            who=_("%(name)s put it forward. A second member has to agree.") % {"name": name},
            nobody=True,
            rank=310,
        )
    ]


def parts(seat: Seat) -> list[Part]:
    """The page of the area."""
    url = reverse("areas:area", args=[seat.group.address])
    return [Part(name=_("Our area"), url=url, rank=72, used=bool(glance(seat)["area"]))]


def steps(seat: Seat) -> list[Step]:
    """Which area is ours; only once there is something in the chronicle to read."""
    kept, anything = bool(glance(seat)["area"]), glance(seat)["chronicle"]
    if not kept and not anything:
        return []
    return [
        Step(
            title=_("Say which area is yours"),
            text=_("Your towns, your branches of work. Then you see the struggles nearby, and what they taught."),
            url=reverse("areas:area-choose", args=[seat.group.address]),
            action=_("Choose it"),
            rank=90,
            done=kept,
        )
    ]
