"""Reports on the notice board: what waits for a second reader, what ended, what should be looked at again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.glance import SEAT, TODAY, US, Question, asks, glance
from rooted.groups.models import Seat
from rooted.records import codes
from rooted.reports.access import records_of, reports_of
from rooted.reports.actions import to_be_withdrawn
from rooted.reports.models import Report, ReportQuerySet
from rooted.reports.reading import name_in, report_rows
from rooted.struggles.models import Struggle, StruggleQuerySet

MOST = 10
QUIET_FOR = timedelta(days=14)  # so long what runs is believed to run
# So many days after the end it is asked how it looks now, and for how many days the question stays.
LATER = [
    ("outcome_after_3", 91, 120, gettext_lazy("How does it look after three months? %(title)s")),
    ("outcome_after_12", 365, 180, gettext_lazy("How does it look after twelve months? %(title)s")),
]


@asks
def questions() -> Mapping[str, Question]:
    later = [_due(US, name, after, stays, TODAY) for name, after, stays, _words in LATER]
    return {
        "reports": Exists(reports_of(US)),
        "reports.waiting": _put_forward_to(US, SEAT),
        "reports.coming": Exists(_coming(US)),
        "reports.running": Exists(_believed_to_run(US)),
        "records": Exists(records_of(US)),
        **{f"records.{name}": Exists(due) for (name, *_rest), due in zip(LATER, later, strict=True)},
    }


def _put_forward_to(seat: Seat, pk: Any) -> ReportQuerySet:
    return reports_of(seat).put_forward().exclude(forward_seat=pk)


def _coming(seat: Seat) -> ReportQuerySet:
    """What two agreed to, and no stranger reads before its day."""
    agreed = {"struggle__cleared_on__isnull": False, "struggle__published_on": None, "struggle__withdrawn_on": None}
    return reports_of(seat).filter(**agreed)


def _believed_to_run(seat: Seat) -> ReportQuerySet:
    """What strangers read as going on, and what was kept back because it may."""
    runs = Q(struggle__outcome=codes.GOES_ON) | Q(struggle__outcome=codes.UNKNOWN, struggle__withheld__gt=0)
    stands = {"struggle__ended_on": None, "struggle__withdrawn_on": None, "struggle__cleared_on__isnull": False}
    return reports_of(seat).filter(runs, **stands)


def _due(seat: Seat, name: str, after: int, stays: int, today: Any) -> StruggleQuerySet:
    """What ended so many days ago, and nobody wrote how it looks now; imported records are left alone."""
    ended = {"ended_on__lte": today - timedelta(days=after), "ended_on__gt": today - timedelta(days=after + stays)}
    return records_of(seat).filter(
        batch=None, merged_into=None, published_on__isnull=False, **ended, **{name: codes.UNKNOWN}
    )


def lines(seat: Seat) -> list[Line]:
    """Second readers wanted; what waits for its day; what ended or still runs; three and twelve months later."""
    there, today = glance(seat), timezone.localdate()
    waiting = _waiting(seat) if there["reports.waiting"] else []
    coming = _coming_lines(seat) if there["reports.coming"] else []
    running = _running(seat, today) if there["reports.running"] else []
    return [*waiting, *coming, *running, *_later(seat, today)]


def _waiting(seat: Seat) -> list[Line]:
    """What another member put forward and this one can release."""
    rows = report_rows(seat, _put_forward_to(seat, seat.pk).newest_first()[:MOST])
    names = seat_names(seat)
    return [
        Line(
            title=_wanted(seat, row.report) % {"title": row.newest.title},
            url=reverse("reports:report-release", args=[seat.group.address, row.report.pk]),
            action=_("Read"),
            when=row.report.forward_on,
            who=_("%(name)s put it forward.") % {"name": name_in(names, row.report.forward_seat_id)},
            rank=80,
        )
        for row in rows
        if not row.newest.lost
    ]


def _wanted(seat: Seat, report: Report) -> str:
    if to_be_withdrawn(report, seat):
        return _("A second member is needed to withdraw it: %(title)s")
    return _("A second reader is needed: %(title)s")


def _coming_lines(seat: Seat) -> list[Line]:
    """What strangers read from its day on, by the title they will read: until then any member can stop it."""
    return [
        Line(
            title=_("Strangers will read this: %(title)s") % {"title": report.struggle.title},
            url=reverse("reports:report-detail", args=[seat.group.address, report.pk]),
            action=_("Look"),
            when=report.struggle.publish_on,
            who=_("Any of you can stop it until then."),
            rank=130,
        )
        for report in _coming(seat).newest_first()[:MOST]
        if report.struggle
    ]


def _running(seat: Seat, today: date) -> list[Line]:
    """Of what strangers read as going on: what ended on the desk with points kept back, and what nobody looked at."""
    rows = report_rows(seat, _believed_to_run(seat).newest_first()[:MOST])
    found = []
    for row in rows:
        if row.newest.draft is None or row.report.forward_id:
            continue
        record, title = row.newest.draft.record, {"title": row.newest.title}
        over = row.report.changed_since and not record.may_run(today)
        if over and row.report.struggle and row.report.struggle.withheld:
            words = _("It is over. Release what was kept back: %(title)s") % title
            found.append(_line(seat, row.report, words, "reports:report-forward"))
        elif not over and (record.seen_going_on or record.started_on) <= today - QUIET_FOR:
            words = _("Does it still go on? %(title)s") % title
            found.append(_line(seat, row.report, words, "reports:report-write", "what"))
    return found


def _line(seat: Seat, report: Report, title: str, route: str, *more: str) -> Line:
    url = reverse(route, args=[seat.group.address, report.pk, *more])
    return Line(title=title, url=url, action=_("Look"), who=_("Two of you change it."), nobody=True, rank=160)


def _later(seat: Seat, today: date) -> list[Line]:
    """What ended three or twelve months ago, and nobody wrote how it looks now."""
    found = []
    for name, after, stays, words in LATER:
        if glance(seat)[f"records.{name}"]:
            due = _due(seat, name, after, stays, today).select_related("report").order_by("ended_on", "pk")
            found += [_asked_later(seat, struggle, words % {"title": struggle.title}) for struggle in due[:MOST]]
    return found


def _asked_later(seat: Seat, struggle: Struggle, title: str) -> Line:
    report: Any = getattr(struggle, "report", None)
    if report is not None:
        return _line(seat, report, title, "reports:report-write", "ends")
    url = reverse("reports:report-correct", args=[seat.group.address, struggle.public_id])
    return Line(title=title, url=url, action=_("Look"), who=_("Two of you change it."), nobody=True, rank=160)


def parts(seat: Seat) -> list[Part]:
    """The desk, with how many wait for a second reader."""
    there, url = glance(seat), reverse("reports:report-list", args=[seat.group.address])
    return [Part(_("Reports"), url, there["reports.waiting"], rank=70, used=bool(there["reports"]))]


def steps(seat: Seat) -> list[Step]:
    """The first struggle written down: late in the first weeks, when there is something to tell."""
    return [
        Step(
            title=_("Write down a struggle you know"),
            text=_("What happened, how it went, what others can learn. A line and a year are enough to begin."),
            url=reverse("reports:report-begin", args=[seat.group.address]),
            action=_("Begin a report"),
            rank=90,
            done=bool(glance(seat)["reports"] or glance(seat)["records"]),
        )
    ]
