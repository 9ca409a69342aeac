"""What the walks know of reports, their versions, and the words of points."""

from dataclasses import replace

from django.urls import reverse
from django.utils import timezone

from rooted.drafts.draft import Draft
from rooted.groups.models import Group
from rooted.reports.actions import Forward, begin_report, put_forward, save_draft
from rooted.reports.models import Report
from rooted.reports.tests import make
from rooted.struggles.models import Term
from rooted.struggles.tests import make as chronicle
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

OBJECTS = {
    "reports": "report",
    "reports:report-release": "waiting report",
    "reports:report-take-back": "waiting report",
    "reports:version-detail": "report version",
    "reports:version-restore": "report version",
    "reports:report-correct": "standing record",
    "reports:report-withdraw": "standing record",
    "reports:term-part": "term",
}
VALUES = {"step": lambda _world: ("account", "nothing")}
UNTYPED = {"report", "number", "seat", "at"}
WRITTEN = UNTYPED | {"participant", "step", "brought_back", "text", "record"}
NOT_TYPED = {
    "reports.report": WRITTEN,
    "reports.earlier": WRITTEN,
    "reports.forward": UNTYPED | {"deed", "publish_on"},
}


def make_objects(world) -> None:
    now = timezone.now()
    world.sealed |= {"report": canary(), "waiting report": canary()}
    for foreign, role in (("", "member"), ("foreign ", "other")):
        seat = world.people[role].seat
        for name in ("report", "waiting report"):
            title = world.sealed[name] if not foreign else "Depot"
            world.objects[foreign + name] = _report(seat, title, now)
        put_forward(world.objects[foreign + "waiting report"], Forward(), seat=seat, seen=2, now=now)
        world.objects[foreign + "report version"] = world.objects[foreign + "report"].versions.get(number=1)
        world.objects[foreign + "standing record"] = chronicle.struggle(world.people[role].group)
        words = {"kind": "weak", "words": f"{foreign}alone", "folded": f"{foreign}alone"}
        world.objects[foreign + "term"] = Term.objects.create(**words)


def _report(seat, title: str, now) -> Report:
    draft = Draft(make.record(title=title))
    report = begin_report(seat, draft, now=now)
    save_draft(report, replace(draft, notes="Read it."), seat=seat, seen=1, now=now)
    report.refresh_from_db()
    return report


WHAT = {"started_year": "1919", "going": "", "language": "en", "reach": ""}


def _write(journey, kind: str) -> None:
    """Begin a report and write its notes: the beginning becomes an earlier version."""
    begun = WHAT | {"title": journey.word(f"{kind} title"), "places-0-town": journey.word(f"{kind} town")}
    journey.send(journey.member, reverse("reports:report-begin", args=[journey.address]), begun)


def _newest() -> Report:
    return Report.objects.order_by("number", "pk").last()


def _step(journey, name: str, fields: dict) -> None:
    report = Report.objects.get(pk=_newest().pk)
    journey.send(journey.member, reverse("reports:report-write", args=[journey.address, report.pk, name]), fields)


@fills("reports.earlier")
def begin(journey) -> None:
    """Everything this version holds stays in the ones that follow."""
    _write(journey, "reports.earlier")
    _step(journey, "notes", {"notes": journey.word("reports.earlier notes")})
    _step(journey, "account", {"account": journey.word("reports.earlier account")})


@fills("reports.report")
def write_on(journey) -> None:
    """The newest version."""
    point = {"points-0-words": journey.word("point"), "points-0-evidence": journey.word("evidence")}
    _step(journey, "points-weak", point)
    sources = {"sources-0-text": journey.word("source"), "sources-1-url": f"https://{journey.word('address')}.example"}
    _step(journey, "sources", sources)
    _step(journey, "what", WHAT | {"title": journey.word("reports.report title"), "going": "yes"})
    _step(journey, "notes", {"notes": journey.word("reports.report notes")})


@fills("reports.forward")
def put_it_forward(journey) -> None:
    """With the sentence why it is to be public at once."""
    path = reverse("reports:report-forward", args=[journey.address, _newest().pk])
    journey.send(journey.member, path, {"when": "now", "why": journey.word("reports.forward why")})
    struggle = chronicle.struggle(Group.objects.get(address=journey.address))
    path = reverse("reports:report-withdraw", args=[journey.address, struggle.public_id])
    journey.send(journey.member, path, {"words": journey.word("reports.forward words")})


FORMS = [
    TypedForm(
        "reports:report-begin", "member",
        typed(title=LINE, **WHAT, **{"places-0-town": "Saltend", "places-0-site": LINE}), {"title": BAD},
        stores=("reports_report",),
    ),
    TypedForm(
        "reports:report-write", "member", typed(account=TEXT, seen="2"), {"account": BAD}, stores=("reports_version",),
    ),
    TypedForm("reports:report-forward", "member", typed(seen="2"), {"seen": "1"}, stores=("reports_report",)),
    TypedForm(
        "reports:report-withdraw", "member", typed(words=TEXT), {"words": "x" * 501}, stores=("reports_report",),
    ),
]  # fmt: skip
BUTTONS = {
    "reports:report-correct",
    "reports:report-erase",
    "reports:report-release",
    "reports:report-take-back",
    "reports:term-merge",
    "reports:term-part",
    "reports:version-restore",
}
READ_ONLY = {
    "reports:report-detail",
    "reports:report-list",
    "reports:term-list",
    "reports:version-compare",
    "reports:version-detail",
    "reports:version-list",
}
