"""The area among the parts; what waits for a second yes; saying which area is ours as a step."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.areas.access import area_of
from rooted.areas.actions import put_forward_by
from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.struggles.models import Struggle


def lines(seat: Seat) -> list[Line]:
    """For all but the one who put it forward: what strangers will read waits for a second member."""
    area = area_of(seat)
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
    return [Part(name=_("Our area"), url=url, rank=72, used=area_of(seat) is not None)]


def steps(seat: Seat) -> list[Step]:
    """Which area is ours; only once there is something in the chronicle to read."""
    kept = area_of(seat) is not None
    if not kept and not Struggle.objects.public().exists():
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
