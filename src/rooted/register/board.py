"""Decisions on the notice board: those to look at again, and those whose text burns soon; days of review."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part
from rooted.groups.glance import GROUP, TODAY, Question, asks, glance
from rooted.groups.models import Seat
from rooted.register.actions import BURN_DAYS
from rooted.register.models import Entry, EntryQuerySet
from rooted.register.reading import Row, entry_rows

MOST = 10  # lines of one kind; the list has them all
REVIEW_DAYS = 7  # so long before its day a review stands on the board; a text that burns for BURN_DAYS


def _near(rows: EntryQuerySet, today: Any) -> tuple[EntryQuerySet, EntryQuerySet]:
    """Those to look at again soon or late, and those that burn soon."""
    return rows.to_review(today + timedelta(days=REVIEW_DAYS)), rows.burning(today + timedelta(days=BURN_DAYS))


@asks
def questions() -> Mapping[str, Question]:
    entries = Entry.objects.of(GROUP)
    review, burning = _near(entries, TODAY)
    return {"register": Exists(entries), "register.review": Exists(review), "register.burning": Exists(burning)}


def lines(seat: Seat) -> list[Line]:
    """One line for each decision to look at again within a week, and for each whose text burns within three days."""
    known = glance(seat)
    if not (known["register.review"] or known["register.burning"]):
        return []
    today = timezone.localdate()
    near = _near(Entry.objects.of(seat.group), today)
    review, burning = near[0].order_by("review_on", "number")[:MOST], near[1].order_by("burns_on", "number")[:MOST]
    found = list({entry.pk: entry for entry in (*review, *burning)}.values())
    return [line for row in entry_rows(seat, found) for line in _lines(seat, row, today)]


def _lines(seat: Seat, row: Row, today: date) -> list[Line]:
    entry, made = row.entry, []
    url = reverse("register:entry-detail", args=[seat.group.address, entry.pk])
    number = _("Decision number %(number)d.") % {"number": entry.number}
    if row.to_review(today + timedelta(days=REVIEW_DAYS)):
        made.append(
            Line(
                title=_("Look at it again: %(title)s") % {"title": row.title},
                url=url,
                action=_("Look"),
                when=entry.review_on,
                who=number,
                rank=130,
            )
        )
    if entry.burns_on and entry.burnt_on is None and entry.burns_on <= today + timedelta(days=BURN_DAYS):
        made.append(
            Line(
                title=_("The text burns: %(title)s") % {"title": row.title},
                url=url,
                action=_("Look"),
                when=entry.burns_on,
                who=number,
                rank=140,
            )
        )
    return made


def parts(seat: Seat) -> list[Part]:
    """What the group decided."""
    url = reverse("register:entry-list", args=[seat.group.address])
    return [Part(name=_("Decisions"), url=url, rank=26, used=bool(glance(seat)["register"]))]


def due(group: Any) -> list[date]:
    """The days on which decisions are to be looked at again, from today on."""
    rows = Entry.objects.of(group).to_review(date.max).filter(review_on__gte=timezone.localdate())
    return list(rows.order_by("review_on").values_list("review_on", flat=True))
