"""Posters on the notice board: those to hang anew this week, and the first one of all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.glance import GROUP, TODAY, Question, asks, glance
from rooted.groups.models import Group, Seat
from rooted.posters.access import posters_of
from rooted.posters.models import SOON_DAYS, Poster
from rooted.posters.sealed import POSTER

SOON = timedelta(days=SOON_DAYS)
MOST = 10  # lines on a board; the list has them all


@asks
def questions() -> Mapping[str, Question]:
    ours = Poster.objects.filter(group=GROUP)
    return {
        "posters": Exists(ours),
        "posters.hanging": Exists(ours.hanging()),
        "posters.soon": Exists(ours.due_by(TODAY + SOON)),
        "posters.due": ours.due_by(TODAY),
    }


@dataclass(frozen=True)
class Row:
    """One poster as members see it."""

    poster: Poster
    content: dict[str, str]
    who: str
    soon: bool
    late: bool


def rows(seat: Seat, posters: Iterable[Poster]) -> list[Row]:
    """These posters opened, with the names of those who wrote them down."""
    today, names, opened = timezone.localdate(), seat_names(seat), []
    for poster in posters:
        content = seat.keys.read(poster.item, POSTER)
        who = names.get(content["seat"], _("a former member"))
        late = poster.down_on is None and poster.renew_on < today
        opened.append(Row(poster, content, who, poster.is_soon(today), late))
    return opened


def lines(seat: Seat) -> list[Line]:
    """One line for each poster to hang anew within a week."""
    if not glance(seat)["posters.soon"]:
        return []
    return [_line(seat, row) for row in rows(seat, posters_of(seat).due_by(timezone.localdate() + SOON)[:MOST])]


def _line(seat: Seat, row: Row) -> Line:
    return Line(
        title=_("Hang the poster anew: %(place)s") % {"place": row.content["place"]},
        url=reverse("posters:poster-renew", args=[seat.group.address, row.poster.pk]),
        action=_("It hangs again"),
        when=None if row.late else row.poster.renew_on,  # what is late hangs all the same: no letter waits behind it
        urgent=_("late") if row.late else "",
        who=_("Written down by %(name)s.") % {"name": row.who},
        nobody=True,
        rank=300,
    )


def parts(seat: Seat) -> list[Part]:
    """The posters, and how many are to be hung anew."""
    there, url = glance(seat), reverse("posters:poster-list", args=[seat.group.address])
    return [Part(_("Posters"), url, there["posters.due"], rank=60, used=bool(there["posters.hanging"]))]


def steps(seat: Seat) -> list[Step]:
    """The first poster."""
    return [
        Step(
            title=_("Hang your first poster"),
            text=_("At the laundry, the bus stop, the job centre: one question and one way to reach you."),
            url=reverse("posters:poster-make", args=[seat.group.address]),
            action=_("Make a poster"),
            rank=35,
            done=bool(glance(seat)["posters"]),
        )
    ]


def due(group: Group) -> list[date]:
    """The days from today on by which a poster is to be hung anew."""
    days = Poster.objects.hanging().filter(group=group, renew_on__gte=timezone.localdate())
    return list(days.order_by("renew_on").values_list("renew_on", flat=True).distinct())
