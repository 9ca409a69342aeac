"""Announcements on the notice board; notes and minutes among the parts; writing down what was agreed as a step."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.base.board import Line, Part, Step
from rooted.base.templatetags.parts import written
from rooted.circles.models import CircleWrap
from rooted.groups.glance import GROUP, HOLDER, TODAY, Question, asks, glance
from rooted.groups.models import Seat
from rooted.notes.access import announcements_of
from rooted.notes.models import Announcement, Note
from rooted.notes.reading import Said, read_announcements

MOST = 10  # lines on a board; the list has them all


@asks
def questions() -> Mapping[str, Question]:
    said, notes = Announcement.objects.of(GROUP), Note.objects.filter(group=GROUP)
    mine = CircleWrap.objects.filter(holder=HOLDER).values("circle")
    return {
        "announcements": Exists(said),
        "announcements.new": Exists(said.on_the_board(TODAY)),
        "notes": Exists(notes),
        "notes.mine": Exists(notes.filter(circle__in=mine)),
    }


def lines(seat: Seat) -> list[Line]:
    """New announcements: where the group counts readers, those this seat has not marked; else all, for 14 days."""
    if not glance(seat)["announcements.new"]:
        return []
    found = announcements_of(seat).on_the_board(timezone.localdate()).newest_first().select_related("item")
    said = read_announcements(seat, found[: MOST * 2])
    return [_line(seat, one) for one in said if not one.lost and (one.unread or not one.read_by)][:MOST]


def _line(seat: Seat, said: Said) -> Line:
    day = timezone.localtime(said.at).date()
    letters = pgettext("a day without its year, in letters of Django's date filter", "D j M")
    words = _("You announced it on %(day)s.") if said.mine else _("%(name)s announced it on %(day)s.")
    return Line(
        title=said.content["title"],
        url=reverse("notes:announcement-detail", args=[seat.group.address, said.announcement.pk]),
        action=_("Read"),
        when=said.announcement.until,
        who=words % {"name": said.who, "day": written(day, letters)},
        rank=60,
    )


def parts(seat: Seat) -> list[Part]:
    """Announcements; notes and minutes. New announcements stand on the board itself, so no number stands here."""
    address, there = seat.group.address, glance(seat)
    return [
        Part(
            name=_("Announcements"),
            url=reverse("notes:announcement-list", args=[address]),
            rank=20,
            used=bool(there["announcements"]),
        ),
        Part(
            name=_("Notes and minutes"),
            url=reverse("notes:note-list", args=[address]),
            rank=30,
            used=bool(there["notes.mine"]),
        ),
    ]


def steps(seat: Seat) -> list[Step]:
    """The first thing written down."""
    return [
        Step(
            title=_("Write down what you agreed"),
            text=_("Who does what, until when. Three lines are enough, and whoever was not there knows it too."),
            url=reverse("notes:note-write", args=[seat.group.address]) + "?kind=minutes",
            action=_("Write it down"),
            rank=50,
            done=bool(glance(seat)["notes"]),
        )
    ]


def due(group: Any) -> list[date]:
    """The last days of announcements, from today on."""
    rows = Announcement.objects.of(group).standing().filter(until__gte=timezone.localdate())
    return list(rows.order_by("until").values_list("until", flat=True))
