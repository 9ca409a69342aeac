"""What stands on the page of an area: lists and counts from the public chronicle. Every count is of struggles."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.areas.bounds import Bounds
from rooted.areas.nearby import Nearby
from rooted.records import branches, codes, questions
from rooted.struggles.finding import Selection
from rooted.struggles.models import PUBLIC, Coding, Employer, Point, Struggle, Term

SHOWN = 10  # lines of a list, rows of a table
OF_EMPLOYERS = 500  # struggles nearby whose employers are looked for elsewhere
conditions: Any = PUBLIC.children
# The same by a join: asked as a subquery, SQLite reads every public record first.
PUBLIC_THERE = Q(*((f"struggle__{name}", value) for name, value in conditions))
AT_ONCE = 200  # rows fetched while looking for those elsewhere


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


def in_order(keys: Iterable[UUID]) -> list[Struggle]:
    """The records with these ids, in this order, with what a line of a list says; one query."""
    wanted = list(keys)
    known = Struggle.objects.public().for_lists().in_bulk(wanted) if wanted else {}
    return [known[pk] for pk in wanted if pk in known]


def outcomes(near: Nearby, among: Selection | None) -> Table:
    """How they went."""
    counts = Counter(one.outcome for one in near.found)
    lines = [
        Line(str(words), counts[code], list_at(among.but(outcome=code)) if among else "")
        for code, words in codes.OUTCOMES
        if counts[code]
    ]
    return Table(_("How it went"), lines)


def years(near: Nearby) -> Counter[int]:
    """How many began in each year."""
    return Counter(one.year for one in near.found)


def forms_and_branches(near: Nearby, among: Selection | None) -> list[Table]:
    """What they did, and the sections of branches, the most frequent first; one query."""
    of_section = [When(code__in=branches.within(code), then=Value(code)) for code in branches.SECTIONS]
    what = Case(When(scheme="form", then=F("code")), *of_section, default=F("code"), output_field=CharField())
    rows = Coding.objects.filter(scheme__in=("form", "branch"), struggle__in=near.looked_through)
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


def in_branches(bounds: Bounds, near: Nearby) -> list[Struggle]:
    """The newest elsewhere in the area's branches that somebody wrote about; two queries, none without branches."""
    if not bounds.branches:
        return []
    wanted = [code for chosen in bounds.branches for code in branches.within(chosen)]
    rows = Coding.objects.filter(scheme="branch", code__in=wanted)
    found = Struggle.objects.public().told().filter(pk__in=rows.values("struggle")).newest_first()
    elsewhere = (pk for pk in found.values_list("pk", flat=True).iterator(AT_ONCE) if pk not in near.keys)
    return in_order(islice(elsewhere, SHOWN))


def with_employers(near: Nearby) -> list[tuple[Struggle, list[str]]]:
    """The newest elsewhere with an employer of one nearby, each with the employers' names; three queries."""
    here = Employer.objects.order_by().filter(struggle__in=near.looked_through[:OF_EMPLOYERS]).exclude(folded="")
    same = set(here.values_list("folded", flat=True).distinct())
    rows = Employer.objects.filter(PUBLIC_THERE, folded__in=same).values_list("struggle", "name")
    newest = rows.order_by("-struggle__started_on", "struggle", "order")
    names: dict[UUID, list[str]] = {}
    for pk, name in newest.iterator(AT_ONCE) if same else []:
        if pk not in names and len(names) == SHOWN:
            break
        if pk not in near.keys:
            names.setdefault(pk, []).append(name)
    return [(one, names[one.pk]) for one in in_order(names)]


def points(near: Nearby) -> list[Table]:
    """Words of strong and weak points nearby, the most frequent first, merged ones as one; two queries."""
    kinds = (questions.STRONG, questions.WEAK)
    rows = Point.objects.filter(kind__in=kinds, term__isnull=False, struggle__in=near.looked_through)
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
