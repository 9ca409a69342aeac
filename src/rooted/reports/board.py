"""Reports on the notice board: what waits for a second reader, what ended, what should be looked at again."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.reports.access import records_of, reports_of
from rooted.reports.models import Report
from rooted.reports.reading import name_in, report_rows
from rooted.struggles import codes
from rooted.struggles.models import Struggle

MOST = 10
QUIET_FOR = timedelta(days=14)  # so long what runs is believed to run
# So many days after the end it is asked how it looks now, and for how many days the question stays.
LATER = [
    ("outcome_after_3", 91, 120, gettext_lazy("How does it look after three months? %(title)s")),
    ("outcome_after_12", 365, 180, gettext_lazy("How does it look after twelve months? %(title)s")),
]


def lines(seat: Seat) -> list[Line]:
    """Second readers wanted; points kept back of what ended; what still runs; three and twelve months later."""
    today = timezone.localdate()
    return [*_waiting(seat), *_running(seat, today), *_later(seat, today)]


def _waiting(seat: Seat) -> list[Line]:
    """What another member put forward and this one can release."""
    rows = report_rows(seat, reports_of(seat).put_forward().exclude(forward_seat=seat.pk).newest_first()[:MOST])
    names = seat_names(seat)
    return [
        Line(
            title=_("A second reader is needed: %(title)s") % {"title": row.newest.title},
            url=reverse("reports:report-release", args=[seat.group.address, row.report.pk]),
            action=_("Read"),
            when=row.report.forward_on,
            who=_("%(name)s put it forward.") % {"name": name_in(names, row.report.forward_seat_id)},
            rank=80,
        )
        for row in rows
        if not row.newest.lost
    ]


def _running(seat: Seat, today: date) -> list[Line]:
    """Of what strangers read as going on: what ended on the desk with points kept back, and what nobody looked at."""
    public = Q(struggle__outcome=codes.GOES_ON, struggle__ended_on=None, struggle__withdrawn_on=None)
    rows = report_rows(seat, reports_of(seat).filter(public, struggle__cleared_on__isnull=False).newest_first()[:MOST])
    found = []
    for row in rows:
        if row.newest.draft is None or row.report.forward_id:
            continue
        record, title = row.newest.draft.record, {"title": row.newest.title}
        if not record.running and row.report.struggle and row.report.struggle.withheld:
            words = _("It is over. Release what was kept back: %(title)s") % title
            found.append(_line(seat, row.report, words, "reports:report-forward"))
        elif record.running and (record.seen_going_on or record.started_on) <= today - QUIET_FOR:
            words = _("Does it still go on? %(title)s") % title
            found.append(_line(seat, row.report, words, "reports:report-write", "what"))
    return found


def _line(seat: Seat, report: Report, title: str, route: str, *more: str) -> Line:
    url = reverse(route, args=[seat.group.address, report.pk, *more])
    return Line(title=title, url=url, action=_("Look"), who=_("Two of you change it."), nobody=True, rank=160)


def _later(seat: Seat, today: date) -> list[Line]:
    """What ended three or twelve months ago, and nobody wrote how it looks now; imported records are left alone."""
    found = []
    for name, after, stays, words in LATER:
        ended = {"ended_on__lte": today - timedelta(days=after), "ended_on__gt": today - timedelta(days=after + stays)}
        due = records_of(seat).filter(batch=None, published_on__isnull=False, **ended, **{name: codes.UNKNOWN})
        for struggle in due.select_related("report").order_by("ended_on", "pk")[:MOST]:
            found.append(_asked_later(seat, struggle, words % {"title": struggle.title}))
    return found


def _asked_later(seat: Seat, struggle: Struggle, title: str) -> Line:
    report: Any = getattr(struggle, "report", None)
    if report is not None:
        return _line(seat, report, title, "reports:report-write", "ends")
    url = reverse("reports:report-correct", args=[seat.group.address, struggle.public_id])
    return Line(title=title, url=url, action=_("Look"), who=_("Two of you change it."), nobody=True, rank=160)


def parts(seat: Seat) -> list[Part]:
    """The desk, with how many wait for a second reader."""
    waiting = reports_of(seat).put_forward().exclude(forward_seat=seat.pk).count()
    used = reports_of(seat).exists()
    return [Part(_("Reports"), reverse("reports:report-list", args=[seat.group.address]), waiting, rank=70, used=used)]


def steps(seat: Seat) -> list[Step]:
    """The first struggle written down: late in the first weeks, when there is something to tell."""
    return [
        Step(
            title=_("Write down a struggle you know"),
            text=_("What happened, how it went, what others can learn. A line and a year are enough to begin."),
            url=reverse("reports:report-begin", args=[seat.group.address]),
            action=_("Begin a report"),
            rank=90,
            done=reports_of(seat).exists() or records_of(seat).exists(),
        )
    ]
