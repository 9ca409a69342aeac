"""Struggles like this one: with the same employer, in the same branch, by the same means; elsewhere, earlier, later.

What is shown says why it is shown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import UUIDField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.base.language import isolated
from rooted.base.prepared import Given, Prepared
from rooted.records import codes, questions
from rooted.records.firms import folded
from rooted.struggles.candidates import EMPLOYER, LIGHT, TOLD_ALIKE, candidates
from rooted.struggles.models import Point, Struggle

SHOWN = {"employer": 4, "elsewhere": 5, "here": 3}
MOST, ALIKE = 12, 3  # records shown in all; those of them that only tell of something alike
SHARED = 4  # words of a reason
WEIGHTS = {"branch": 6, "form": 2, "response": 2, "demand": 1, "contract": 1, "who": 1}
LEARNT_FROM = (questions.STRONG, questions.WEAK)
ENOUGH = 3  # a form alone or a demand alone makes no likeness
THOSE: Any = [Given(f"pk{place}", UUIDField()) for place in range(MOST + ALIKE)]
_SHOWN = Prepared(lambda: Struggle.objects.public().for_lists().filter(pk__in=THOSE))
_TAUGHT: Prepared[Any] = Prepared(
    lambda: (
        Point.objects.filter(struggle__pk__in=THOSE, kind__in=LEARNT_FROM, term__isnull=False)
        .select_related("term__merged_into")
        .order_by("struggle", "order")
    )
)


class Traits(NamedTuple):
    """What a record can be like by, read from its own row: `codes` are words of Struggle.coded ("form:strike")."""

    pk: UUID
    started_on: date
    countries: frozenset[str]
    codes: frozenset[str]
    led_by: str
    told: bool
    same_employer: bool = False

    def shared(self, other: "Traits") -> list[str]:
        """The codes both have, what makes them most alike first; of a branch the division, else its section."""
        common = sorted(self.codes & other.codes, key=lambda code: (-weight(code), code))
        branches = [code for code in common if code.startswith("branch:")]
        general = branches[1:] if branches and len(branches[0]) == len("branch:52") else []
        return [code for code in common if code not in general]

    def likeness(self, other: "Traits") -> int:
        """How alike they are: 0 is not at all."""
        led = 3 if self.led_by == other.led_by != codes.UNKNOWN else 0
        return sum(weight(code) for code in self.shared(other)) + led


@dataclass(frozen=True)
class Like:
    """A struggle like this one, why it is shown, and its strong and weak points, each kind with its words."""

    struggle: Struggle
    why: str
    points: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=1_000)
def weight(code: str) -> int:
    """What one shared code counts; a whole section of branches half as much as a division."""
    scheme, _mark, value = code.partition(":")
    if value == codes.OTHER:
        return 0
    return 3 if scheme == "branch" and len(value) == 1 else WEIGHTS.get(scheme, 0)


def like(struggle: Struggle) -> list[Like]:
    """Up to twelve public struggles like this one. Reads `employers` (prefetch).

    Two queries, whatever there is; one more where any of them has points.
    """
    own = traits_of(struggle)
    found, told_alike = _looked_for(struggle, own)
    reasons = {one.pk: why(own, one) for one in chosen_of(own, found)}
    closest = [pk for pk in told_alike if pk not in reasons][:ALIKE]
    wanted = [*reasons, *closest]
    if not wanted:
        return []
    given = {f"pk{at}": pk for at, pk in enumerate(wanted + wanted[:1] * (MOST + ALIKE - len(wanted)))}
    rows = {row.pk: row for row in _SHOWN.rows(**given)}
    taught = _taught(given) if any(row.has_lessons for row in rows.values()) else {}
    alike = [(pk, _("What is told is alike")) for pk in closest if pk in rows]
    first = [(pk, words) for pk, words in reasons.items() if pk in rows][: MOST - len(alike)]
    return [Like(rows[pk], words, taught.get(pk, ())) for pk, words in first + alike]


def _taught(given: Mapping[str, UUID]) -> dict[UUID, tuple[tuple[str, str], ...]]:
    """The words of the strong and the weak points of each; evidence without a word is left to the record."""
    words: dict[UUID, dict[str, list[str]]] = {}
    for point in _TAUGHT.rows(**given):
        said = isolated(str(point.term.merged_into or point.term))
        words.setdefault(point.struggle_id, {}).setdefault(point.kind, []).append(said)
    between = pgettext("between filters that are set", "; ")
    return {
        pk: tuple(
            (str(questions.POINT_KINDS[kind]), between.join(found[kind])) for kind in LEARNT_FROM if kind in found
        )
        for pk, found in words.items()
    }


def traits_of(struggle: Struggle) -> Traits:
    """What others can be like this one by."""
    return _read(tuple(getattr(struggle, name) for name in LIGHT))


def _read(row: tuple[Any, ...], *, same_employer: bool = False) -> Traits:
    pk, started_on, countries, coded, led_by, has_account, has_lessons = row
    return Traits(pk, started_on, _each(countries), _each(coded), led_by, has_account or has_lessons, same_employer)


@lru_cache(maxsize=2_000)
def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _looked_for(struggle: Struggle, own: Traits) -> tuple[list[Traits], list[UUID]]:
    """Records that may be like it, each once, and those that tell of something alike, the closest first; one query.

    They are looked for by branch; without a branch by the two codes that say most.
    """
    names = sorted({name for one in struggle.employers.all() if (name := folded(one.name))})  # type: ignore[attr-defined]
    said = [code for code in sorted(own.codes, key=lambda code: (-weight(code), code)) if weight(code)]
    said = said[: 1 if said and said[0].startswith("branch:") else 2]
    found: dict[UUID, Traits] = {}
    told_alike: dict[UUID, int] = {}
    for kind, closeness, *row in candidates(own.pk, struggle.countries, names, said):
        one = _read(tuple(row), same_employer=kind == EMPLOYER)
        if kind == TOLD_ALIKE:
            told_alike[one.pk] = closeness
        elif kind == EMPLOYER or one.pk not in found:
            found[one.pk] = one
    return list(found.values()), sorted(told_alike, key=lambda pk: (-told_alike[pk], pk))


def chosen_of(own: Traits, found: list[Traits]) -> Iterable[Traits]:
    """The ones to show: same employer (other countries first), like it elsewhere, like it in the same country."""
    same = [one for one in found if one.same_employer]
    likeness = {one.pk: own.likeness(one) for one in found if not one.same_employer}
    alike = [one for one in found if likeness.get(one.pk, 0) >= ENOUGH]
    closest = _closest(own, likeness)
    shelves: dict[str, tuple[list[Traits], Callable[[Traits], Any]]] = {
        "employer": (same, lambda one: (one.countries <= own.countries, -one.started_on.toordinal(), one.pk.int)),
        "elsewhere": ([one for one in alike if not one.countries & own.countries], closest),
        "here": ([one for one in alike if one.countries & own.countries], closest),
    }
    for name, (shelf, order) in shelves.items():
        yield from sorted(shelf, key=order)[: SHOWN[name]]


def _closest(own: Traits, likeness: dict[UUID, int]) -> Callable[[Traits], Any]:
    """By likeness, then those with an account or lessons, then those near in time."""

    def order(one: Traits) -> tuple[int, bool, int, int]:
        apart = abs((one.started_on - own.started_on).days)
        return -likeness[one.pk], not one.told, apart, one.pk.int

    return order


def why(own: Traits, one: Traits) -> str:
    """What both have in common, in words: "Same employer", "Warehouses and ports, Strike"."""
    words: list[str | Promise] = [_("Same employer")] if one.same_employer else []
    for code in own.shared(one):
        scheme, _mark, value = code.partition(":")
        if weight(code):
            words.append(codes.label(scheme, value))
    if own.led_by == one.led_by != codes.UNKNOWN:
        words.insert(1, codes.led_by(one.led_by))
    shown = [isolated(str(word)) for word in words[:SHARED]]
    return pgettext("between filters that are set", "; ").join(shown)
