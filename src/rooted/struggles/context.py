"""Struggles like this one: with the same employer, in the same branch, by the same means; elsewhere, earlier, later.

Candidates come from bounded samples, so that a record of a firm with 30,000 others costs what any record costs. What
is shown says why it is shown.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.struggles import codes, telling
from rooted.struggles.meaning import akin_to
from rooted.struggles.models import Coding, Employer, Struggle, StruggleQuerySet
from rooted.struggles.storing import folded

LOOKED_THROUGH = 2_000  # entries of an index that one question reads, at most
CANDIDATES = 200  # records one question brings
SHOWN = {"employer": 4, "elsewhere": 5, "here": 3}
MOST, ALIKE = 12, 3  # records shown in all; those of them that only tell of something alike
SHARED = 4  # words of a reason
LIGHT = ("pk", "started_on", "countries", "coded", "led_by", "has_account", "has_lessons")
WEIGHTS = {"branch": 6, "form": 2, "response": 2, "demand": 1, "contract": 1, "who": 1}
ENOUGH = 3  # a form alone or a demand alone makes no likeness


@dataclass(frozen=True)
class Traits:
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
    """A struggle like this one, and why it is shown."""

    struggle: Struggle
    why: str


def weight(code: str) -> int:
    """What one shared code counts; a whole section of branches half as much as a division."""
    scheme, _mark, value = code.partition(":")
    if value == codes.OTHER:
        return 0
    return 3 if scheme == "branch" and len(value) == 1 else WEIGHTS.get(scheme, 0)


def like(struggle: Struggle) -> list[Like]:
    """Up to twelve public struggles like this one; five queries, whatever there is. Reads `employers` (prefetch)."""
    own = traits_of(struggle)
    found = {one.pk: one for one in (*_by_kind(own), *_by_employer(struggle))}
    reasons = {one.pk: why(own, one) for one in chosen_of(own, list(found.values()))}
    told_alike = [pk for pk in akin_to(struggle, CANDIDATES) if pk not in reasons]
    rows = Struggle.objects.public().for_lists().in_bulk([*reasons, *told_alike])
    alike = [Like(rows[pk], _("What is told is alike")) for pk in told_alike if pk in rows][:ALIKE]
    return [Like(rows[pk], words) for pk, words in reasons.items() if pk in rows][: MOST - len(alike)] + alike


def traits_of(struggle: Struggle) -> Traits:
    """What others can be like this one by."""
    return _read(tuple(getattr(struggle, name) for name in LIGHT))


def _read(row: tuple[Any, ...], *, same_employer: bool = False) -> Traits:
    pk, started_on, countries, coded, led_by, has_account, has_lessons = row
    places, words = frozenset(countries.split()), frozenset(coded.split())
    return Traits(pk, started_on, places, words, led_by, has_account or has_lessons, same_employer)


def _others(own: Traits, struggles: StruggleQuerySet) -> Iterable[Traits]:
    return (_read(row) for row in struggles.exclude(pk=own.pk).values_list(*LIGHT)[:CANDIDATES])


def _by_employer(struggle: Struggle) -> Iterable[Traits]:
    names = {name for one in struggle.employers.all() if (name := folded(one.name))}
    entries = Employer.objects.filter(folded__in=names).order_by("folded", "struggle")
    rows = Struggle.objects.public().filter(pk__in=entries.values("struggle")[:LOOKED_THROUGH])
    # Those of other countries come first: whoever works for this firm there is who this page is for.
    abroad = rows.exclude(countries=struggle.countries) if struggle.countries else rows
    own = traits_of(struggle)
    both = {one.pk: one for some in (rows, abroad) for one in _others(own, some.order_by())} if names else {}
    return [replace(one, same_employer=True) for one in both.values()]


def _by_kind(own: Traits) -> Iterable[Traits]:
    """Of the same branch; without a branch, with the same two codes that say most."""
    said = sorted(own.codes, key=lambda code: (-weight(code), code))
    wanted = [code.split(":") for code in said if weight(code)][:2]
    if not wanted:
        return []
    (scheme, code), *_rest = wanted
    entries = Coding.objects.filter(scheme=scheme, code=code).order_by("scheme", "code", "struggle")
    rows = Struggle.objects.public().filter(pk__in=entries.values("struggle")[:LOOKED_THROUGH])
    if scheme != "branch":
        alike = Q()
        for scheme, code in wanted:
            alike &= Q(coded__contains=f" {scheme}:{code} ")
        rows = rows.filter(alike)
    return _others(own, rows.order_by())


def chosen_of(own: Traits, found: list[Traits]) -> Iterable[Traits]:
    """The ones to show: same employer (other countries first), like it elsewhere, like it in the same country."""
    same = [one for one in found if one.same_employer]
    alike = [one for one in found if not one.same_employer and own.likeness(one) >= ENOUGH]
    shelves: dict[str, tuple[list[Traits], Callable[[Traits], Any]]] = {
        "employer": (same, lambda one: (one.countries <= own.countries, -one.started_on.toordinal(), one.pk.int)),
        "elsewhere": ([one for one in alike if not one.countries & own.countries], _closest(own)),
        "here": ([one for one in alike if one.countries & own.countries], _closest(own)),
    }
    for name, (shelf, order) in shelves.items():
        yield from sorted(shelf, key=order)[: SHOWN[name]]


def _closest(own: Traits) -> Callable[[Traits], Any]:
    """By likeness, then those with an account or lessons, then those near in time."""

    def order(one: Traits) -> tuple[int, bool, int, int]:
        apart = abs((one.started_on - own.started_on).days)
        return -own.likeness(one), not one.told, apart, one.pk.int

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
    shown = [telling.isolated(str(word)) for word in words[:SHARED]]
    return pgettext("between filters that are set", "; ").join(shown)
