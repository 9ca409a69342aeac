"""What single filters mean in the database: one condition for each code. `finding.py` puts them together."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rooted.records import codes, questions
from rooted.records.firms import folded
from rooted.records.record import lately_from
from rooted.struggles.forms import CODED, NONE
from rooted.struggles.models import Employer, Location, Organisation, Point


def may_run_still(today: date) -> Q:
    """Struggles that go on as far as is known, and those that began lately and nobody wrote how they ended."""
    lately = Q(started_on__gte=lately_from(today, "day"))
    for precision in ("month", "year"):
        lately |= Q(started_precision=precision, started_on__gte=lately_from(today, precision))
    return Q(ended_on=None) & (Q(outcome=codes.GOES_ON) | Q(outcome=codes.UNKNOWN) & lately)


def within(country: str) -> Q:
    """Struggles with a place in that country; "none": without any country."""
    return Q(countries="") if country == NONE else Q(countries__contains=country)


def in_region(country: str, region: str) -> Q:
    """Struggles with a place in that region of that country."""
    return Q(pk__in=Location.objects.filter(country=country, region=region).values("struggle"))


def at_place(written: str) -> Q:
    """Struggles in one town, written with country and region: "US:Oregon:Salem"."""
    country, region, town = written.split(":", 2)
    return Q(pk__in=Location.objects.filter(country=country, region=region, town=town).values("struggle"))


def coded(scheme: str, code: str) -> Q:
    """Struggles with that code of a list; a section of branches counts its divisions; "none": without any."""
    return ~Q(coded__contains=f" {scheme}:") if code == NONE else Q(coded__contains=f" {scheme}:{code} ")


def against(name: str) -> Q:
    """Struggles with that employer, however its name is written."""
    return Q(pk__in=Employer.objects.filter(folded=folded(name)).values("struggle"))


def official(code: str) -> Q:
    """Struggles with an organisation that was official, or not; "unknown": of none of theirs it is known."""
    rows = Organisation.objects.filter(official__in=("yes", "no") if code == codes.UNKNOWN else (code,))
    found = Q(pk__in=rows.values("struggle"))
    return ~found if code == codes.UNKNOWN else found


def teaching(term: UUID) -> Q:
    """Struggles with a point under that word, or under one that was merged into it."""
    spoken = Q(term=term) | Q(term__merged_into=term)
    return Q(pk__in=Point.objects.filter(spoken).values("struggle"))


def not_known(name: str) -> Q:
    """Struggles of which no employer, region, town, no word for a strong or a weak point is written down."""
    rows: dict[str, QuerySet[Any]] = {
        "employer": Employer.objects.exclude(folded=""),
        "region": Location.objects.exclude(region=""),
        "town": Location.objects.exclude(town=""),
        "strong": Point.objects.filter(kind=questions.STRONG, term__isnull=False),
        "weak": Point.objects.filter(kind=questions.WEAK, term__isnull=False),
    }
    return ~Q(pk__in=rows[name].values("struggle"))


def also(one: str) -> Q:
    """What one part of `Selection.also` asks for: "form:picket", "region:US:Oregon"."""
    name, _mark, code = one.partition(":")
    if name in CODED:
        return coded(name, code)
    if name == "region":
        return in_region(*code.split(":", 1))
    meant: dict[str, Callable[[str], Q]] = {
        "country": within,
        "employer": against,
        "official": official,
        "point": lambda pk: teaching(UUID(pk)),
    }
    return meant[name](code)
