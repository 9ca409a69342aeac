"""What stands on the page of an area: lists and counts from the public chronicle. Every count is of struggles."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.areas.bounds import Bounds
from rooted.struggles import branches, codes, questions
from rooted.struggles.finding import Selection
from rooted.struggles.models import Coding, Employer, Point, Struggle, StruggleQuerySet, Term

SHOWN = 10  # lines of a list, rows of a table


@dataclass(frozen=True)
class Line:
    """One row of a table: what, how many, and where its records are, if one address can say it."""

    words: str
    count: int
    href: str = ""


@dataclass(frozen=True)
class Table:
    """`more`: rows that have no room; `several`: a struggle may stand in more than one row."""

    caption: str
    lines: list[Line]
    more: int = 0
    several: bool = False


def list_at(selection: Selection) -> str:
    """The address of the chronicle's list, short entries too."""
    return f"{reverse('struggles:struggle-list')}?{selection.but(short=True).query()}"


def selection_of(bounds: Bounds) -> Selection | None:
    """The filter that shows the same as the area; None where no filter can."""
    if bounds.around or len(bounds.lands) != 1:
        return None
    country, _mark, region = bounds.lands[0].partition(":")
    return Selection(country=country, region=region)


def newest(struggles: StruggleQuerySet) -> StruggleQuerySet:
    """For a list: those that go on first, then the newest."""
    going_on = Case(When(outcome=codes.GOES_ON, ended_on=None, then=0), default=1)
    return struggles.for_lists().order_by(going_on, "-started_on", "id")


def outcomes_and_years(struggles: StruggleQuerySet, among: Selection | None) -> tuple[Table, Counter[int]]:
    """How they went, and how many began in each year; one query."""
    outcomes: Counter[str] = Counter()
    years: Counter[int] = Counter()
    for outcome, year, count in struggles.order_by().values_list("outcome", "year").annotate(n=Count("pk")):
        outcomes[outcome] += count
        years[year] += count
    lines = [
        Line(str(words), outcomes[code], list_at(among.but(outcome=code)) if among else "")
        for code, words in codes.OUTCOMES
        if outcomes[code]
    ]
    return Table(_("How it went"), lines), years


def forms_and_branches(struggles: StruggleQuerySet, among: Selection | None) -> list[Table]:
    """What they did, and the sections of branches, the most frequent first; one query."""
    of_section = [When(code__in=branches.within(code), then=Value(code)) for code in branches.SECTIONS]
    what = Case(When(scheme="form", then=F("code")), *of_section, default=F("code"), output_field=CharField())
    rows = Coding.objects.filter(scheme__in=("form", "branch"), struggle__in=struggles.order_by().values("pk"))
    counted = rows.order_by().annotate(what=what).values_list("scheme", "what")
    found: dict[str, list[Line]] = defaultdict(list)
    for scheme, code, count in counted.annotate(n=Count("struggle", distinct=True)).order_by("-n", "what"):
        href = list_at(among.but(**{scheme: code})) if among else ""
        found[scheme].append(Line(codes.label(scheme, code), count, href))
    captions = {"form": _("What they did"), "branch": _("Branch")}
    return [
        Table(words, found[scheme][:SHOWN], more=max(0, len(found[scheme]) - SHOWN), several=True)
        for scheme, words in captions.items()
        if found[scheme]
    ]


def in_branches(bounds: Bounds, near: StruggleQuerySet) -> list[Struggle]:
    """The newest elsewhere in the area's branches that somebody wrote about; one query, none without branches."""
    if not bounds.branches:
        return []
    wanted = [code for chosen in bounds.branches for code in branches.within(chosen)]
    rows = Coding.objects.filter(scheme="branch", code__in=wanted)
    found = Struggle.objects.public().told().filter(pk__in=rows.values("struggle"))
    return list(newest(found.exclude(pk__in=near.order_by().values("pk")))[:SHOWN])


def with_employers(near: StruggleQuerySet) -> list[dict[str, Any]]:
    """The newest elsewhere with an employer of one nearby, each with the employers' names; two queries."""
    here = Employer.objects.filter(struggle__in=near.order_by().values("pk")).exclude(folded="")
    same = Q(folded__in=here.values("folded"))
    rows = Employer.objects.filter(same).values("struggle")
    found = Struggle.objects.public().filter(pk__in=rows).exclude(pk__in=near.order_by().values("pk"))
    shown = list(newest(found)[:SHOWN])
    names: dict[Any, list[str]] = defaultdict(list)
    if shown:
        for pk, name in Employer.objects.filter(same, struggle__in=shown).values_list("struggle", "name"):
            names[pk].append(name)
    return [{"struggle": one, "names": names[one.pk]} for one in shown]


def points(near: StruggleQuerySet) -> list[Table]:
    """Words of strong and weak points nearby, the most frequent first, merged ones as one; two queries."""
    kinds = (questions.STRONG, questions.WEAK)
    rows = Point.objects.filter(kind__in=kinds, term__isnull=False, struggle__in=near.order_by().values("pk"))
    spoken = rows.order_by().annotate(spoken=Coalesce("term__merged_into", "term")).values_list("kind", "spoken")
    counted = list(spoken.annotate(n=Count("struggle", distinct=True)).order_by("-n", "spoken"))
    terms = Term.objects.in_bulk({term for _kind, term, _n in counted}) if counted else {}
    found: dict[str, list[Line]] = {kind: [] for kind in kinds}
    for kind, term, count in counted:
        found[kind].append(Line(str(terms[term]), count, list_at(Selection(point=term))))
    return [
        Table(str(questions.POINT_KINDS[kind]), lines[:SHOWN], more=max(0, len(lines) - SHOWN), several=True)
        for kind, lines in found.items()
        if lines
    ]
