"""Records that may be like one: of the same employer, of the same kind, and those that tell of something alike.

They come from bounded samples, so that a record of a firm with 30,000 others costs what any record costs. All in one
statement, whose text is made once for each number of employers and codes.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, QuerySet, UUIDField, Value, When

from rooted.base.prepared import Given, Prepared
from rooted.struggles.access import public_through
from rooted.struggles.models import Akin, Coding, Employer, Struggle, StruggleQuerySet

LOOKED_THROUGH = 500  # entries of an index that one question reads, at most
CANDIDATES = 100  # records one question brings
OF_A_FIRM = 20  # those of the same employer: in the order in which four of them are shown
NAMES = 5  # employers of a record whose other struggles are looked for
LIGHT = ("pk", "started_on", "countries", "coded", "led_by", "has_account", "has_lessons")
EMPLOYER, KIND, TOLD_ALIKE = "employer", "kind", "told alike"
THIS: Any = Given("pk", UUIDField())


def candidates(pk: UUID, countries: str, names: list[str], said: list[str]) -> list[tuple[Any, ...]]:
    """(EMPLOYER, KIND or TOLD_ALIKE, closeness, *LIGHT) of other public records; a record can come several times.

    `names`: folded names of its employers. `said`: at most two of its codes ("form:strike") that say most; both must be
    theirs. `closeness` is that of Akin, 0 for the others.
    """
    given = {"pk": pk, "countries": countries} | {f"name{place}": name for place, name in enumerate(names[:NAMES])}
    if said:
        scheme, _mark, code = said[0].partition(":")
        given |= {"scheme": scheme, "code": code, "also": f" {said[-1]} "}
    return list(_asked(len(names[:NAMES]), len(said)).rows(**given))


@cache
def _asked(names: int, codes: int) -> Prepared[Any]:
    return Prepared(lambda: _union(names, codes))


def _union(names: int, codes: int) -> QuerySet[Any]:
    parts = [_told_alike("struggle", "other"), _told_alike("other", "struggle")]
    if names:
        called = Employer.objects.filter(folded__in=[Given(f"name{place}", CharField()) for place in range(names)])
        # Those of other countries come first: whoever works for this firm there is who this page is for.
        at_home = Case(When(countries__in=[Given("countries", CharField()), ""], then=1), default=0)
        rows = _others(called.order_by("folded", "struggle")).order_by(at_home, "-started_on", "id")
        parts.append(_listed(EMPLOYER, rows.values("pk")[:OF_A_FIRM]))
    if codes:
        scheme, code, also = (Given(name, CharField()) for name in ("scheme", "code", "also"))
        entries = Coding.objects.filter(scheme=scheme, code=code).order_by("scheme", "code", "struggle")
        rows = _others(entries)
        parts.append(_some(KIND, rows.filter(coded__contains=also) if codes > 1 else rows))
    return parts[0].union(*parts[1:], all=True)


def _others(entries: QuerySet[Any]) -> StruggleQuerySet:
    return Struggle.objects.public().exclude(pk=THIS).filter(pk__in=entries.values("struggle")[:LOOKED_THROUGH])


def _some(kind: str, rows: StruggleQuerySet) -> QuerySet[Any]:
    return _listed(kind, rows.order_by().values("pk")[:CANDIDATES])


def _listed(kind: str, chosen: QuerySet[Any, Any]) -> QuerySet[Any]:
    # In a union SQLite takes no LIMIT but within a subquery.
    return Struggle.objects.filter(pk__in=chosen).order_by().values_list(Value(kind), Value(0), *LIGHT)


def _told_alike(one: str, other: str) -> QuerySet[Any]:
    closest = Akin.objects.filter(public_through(other), **{one: THIS}).order_by("-closeness", "pk").values("pk")
    rows = Akin.objects.filter(pk__in=closest[:CANDIDATES]).order_by()
    return rows.values_list(Value(TOLD_ALIKE), "closeness", *(f"{other}__{name}" for name in LIGHT))
