"""Records that may be like one: of the same employer, of the same kind, and those that tell of something alike.

They come from bounded samples, so that a record of a firm with 30,000 others costs what any record costs. Those of the
same kind are looked for apart in the countries of the record and in others: one country's long list hides no other. All
in one statement, whose text is made once for each number of employers and codes.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, QuerySet, UUIDField, Value, When

from rooted.base.prepared import Given, Prepared
from rooted.records.branches import section_of, within
from rooted.struggles.access import public_through
from rooted.struggles.models import Akin, Coding, Employer, Struggle, StruggleQuerySet

LOOKED_THROUGH = 300  # entries of an index that one question reads, at most
CANDIDATES = 120  # records all of the same kind together bring, at most
OF_A_FIRM = 20  # those of the same employer: in the order in which four of them are shown
MOST_AKIN = 100  # records that tell of something alike
NAMES = 5  # employers of a record whose other struggles are looked for
LIGHT = ("pk", "started_on", "countries", "coded", "led_by", "has_account", "has_lessons")
EMPLOYER, KIND, TOLD_ALIKE = "employer", "kind", "told alike"
THIS: Any = Given("pk", UUIDField())
HERE: Any = Given("countries", CharField())
# The countries of an entry, and the order in which an index has such entries: those before, there, and behind.
WHERE = {
    "countries__lt": ("-scheme", "-code", "-countries", "-struggle"),
    "countries": ("scheme", "code", "countries", "struggle"),
    "countries__gt": ("scheme", "code", "countries", "struggle"),
}


def candidates(pk: UUID, countries: str, names: list[str], said: list[str]) -> list[tuple[Any, ...]]:
    """(EMPLOYER, KIND or TOLD_ALIKE, closeness, *LIGHT) of other public records; a record can come several times.

    `names`: folded names of its employers. `said`: at most two of its codes ("form:strike") that say most: its branch,
    or two that both must be theirs. `closeness` is that of Akin, 0 for the others.
    """
    given = {"pk": pk, "countries": countries} | {f"name{place}": name for place, name in enumerate(names[:NAMES])}
    kinds = _kinds(said)
    for place, (scheme, those, also) in enumerate(kinds):
        given |= {f"scheme{place}": scheme, f"also{place}": f" {also} "}
        given |= {f"code{place}_{number}": code for number, code in enumerate(those)}
    return list(_asked(len(names[:NAMES]), tuple((len(those), bool(also)) for _s, those, also in kinds)).rows(**given))


def _kinds(said: list[str]) -> list[tuple[str, tuple[str, ...], str]]:
    """Which entries are looked for: of a list, these codes, in records that have another code also.

    Of two codes each is looked for beside the other: the rarer brings what the commoner is too common to show. A branch
    is known by its division or by its section, in lists that go no further.
    """
    if not said:
        return []
    (scheme, code), *_rest = parted = [one.split(":", 1) for one in said]
    if len(said) > 1:
        return [(scheme, (code,), other) for (scheme, code), other in zip(parted, reversed(said), strict=True)]
    if scheme != "branch":
        return [(scheme, (code,), "")]
    section = (scheme, tuple(within(section_of(code))), "")
    return [section] if code in within(section_of(code))[:1] else [(scheme, (code,), ""), section]


@cache
def _asked(names: int, kinds: tuple[tuple[int, bool], ...]) -> Prepared[Any]:
    return Prepared(lambda: _union(names, kinds))


def _union(names: int, kinds: tuple[tuple[int, bool], ...]) -> QuerySet[Any]:
    parts = [_told_alike("struggle", "other"), _told_alike("other", "struggle")]
    if names:
        called = Employer.objects.filter(folded__in=[Given(f"name{place}", CharField()) for place in range(names)])
        # Those of other countries come first: whoever works for this firm there is who this page is for.
        at_home = Case(When(countries__in=[HERE, ""], then=1), default=0)
        rows = _others(called.order_by("folded", "struggle")).order_by(at_home, "-started_on", "id")
        parts.append(_listed(EMPLOYER, rows.values("pk")[:OF_A_FIRM]))
    most = CANDIDATES // (len(WHERE) * len(kinds) or 1)
    for place, (those, also) in enumerate(kinds):
        scheme, other = Given(f"scheme{place}", CharField()), Given(f"also{place}", CharField())
        code = [Given(f"code{place}_{number}", CharField()) for number in range(those)]
        for where, order in WHERE.items():
            entries = Coding.objects.filter(scheme=scheme, code__in=code, **{where: HERE}).order_by(*order)
            rows = _others(entries)
            rows = rows.filter(coded__contains=other) if also else rows
            parts.append(_listed(KIND, rows.order_by().values("pk")[:most]))
    return parts[0].union(*parts[1:], all=True)


def _others(entries: QuerySet[Any]) -> StruggleQuerySet:
    return Struggle.objects.public().exclude(pk=THIS).filter(pk__in=entries.values("struggle")[:LOOKED_THROUGH])


def _listed(kind: str, chosen: QuerySet[Any, Any]) -> QuerySet[Any]:
    # In a union SQLite takes no LIMIT but within a subquery.
    return Struggle.objects.filter(pk__in=chosen).order_by().values_list(Value(kind), Value(0), *LIGHT)


def _told_alike(one: str, other: str) -> QuerySet[Any]:
    closest = Akin.objects.filter(public_through(other), **{one: THIS}).order_by("-closeness", "pk").values("pk")
    rows = Akin.objects.filter(pk__in=closest[:MOST_AKIN]).order_by()
    return rows.values_list(Value(TOLD_ALIKE), "closeness", *(f"{other}__{name}" for name in LIGHT))
