"""What records can be told apart by: who led, form, country, decade … Each gives its codes in SQL, and words for them.

The code "" is: not known, or not written down. A record can have several codes of a trait that stands in rows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, ExtractMonth, NullIf
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rooted.places.countries import country_name
from rooted.records import branches, codes, questions, telling
from rooted.struggles import bands
from rooted.struggles.models import Employer, Term

Words = str | Promise
Names = Callable[[Iterable[str]], Mapping[str, Words]]
NOT_KNOWN = ""


def anything(_at: str) -> Q:
    return Q()


@dataclass(frozen=True)
class Trait:
    """`code(at)`: its code in SQL; `at` is the beginning of the names of its rows ("held__"), "" for the record itself.

    `relation`: the rows it stands in, of which those count that fit `within(at)`. `order`: its codes in the order they
    are shown; without one the most frequent comes first, or (`in_time`) the earliest.
    """

    key: str
    label: Words
    code: Callable[[str], Any]
    names: Names
    relation: str = ""
    within: Callable[[str], Q] = anything
    order: tuple[str, ...] = ()
    in_time: bool = False
    number: bool = False  # its codes are numbers


def _listed(words: Mapping[str, Words]) -> Names:
    return lambda wanted: {code: words.get(code, code) for code in wanted}


def _coding(scheme: str) -> Trait:
    return Trait(
        scheme,
        dict(codes.SCHEMES)[scheme],
        lambda at: F(f"{at}code"),
        _listed(codes.LISTS[scheme]),
        relation="codings",
        within=lambda at: Q((f"{at}scheme", scheme)),
    )


LAST = {section: number for number, (section, _words) in sorted(branches.DIVISIONS.items())}


def _section(at: str) -> Case:
    """Branches are held against each other by section: "H" for a record coded "52".

    The divisions of a section follow each other, so one comparison with its last is enough.
    """
    itself = When(**{f"{at}code__gte": "A"}, then=F(f"{at}code"))
    whens = [When(**{f"{at}code__lte": last}, then=Value(section)) for section, last in LAST.items()]
    return Case(itself, *whens, output_field=CharField())


def _listed_column(column: str, label: Words, pairs: Iterable[tuple[str, Words]]) -> Trait:
    words = {code: said for code, said in pairs if code != codes.UNKNOWN}
    return Trait(
        column, label, lambda at: NullIf(F(f"{at}{column}"), Value(codes.UNKNOWN)), _listed(words), order=tuple(words)
    )


def _banded(key: str, number: Any, label: Words, bands_: Mapping[str, bands.Band]) -> Trait:
    """The band a number of the record itself lies in."""

    def code(_at: str) -> Case:
        names = reversed(list(bands_.items()))
        return Case(
            *(When(GreaterThanOrEqual(number, band.low), then=Value(name)) for name, band in names),
            output_field=CharField(),
        )

    return Trait(key, label, code, _listed({name: band.words for name, band in bands_.items()}), order=tuple(bands_))


LEAST = UUID(int=0)  # a condition "not null" would make Django join the words themselves


def _term(kind: str) -> Trait:
    """Words of the vocabulary by their id; a merged word counts as the one it was merged into."""
    speaking = Term.objects.annotate(root=Coalesce("merged_into", "pk"))  # a join here, Django would write too early

    def names(wanted: Iterable[str]) -> dict[str, Words]:
        return {str(term.pk): str(term) for term in Term.objects.filter(pk__in=list(wanted))}

    return Trait(
        kind,
        questions.POINT_KINDS[kind],
        lambda at: Subquery(speaking.filter(pk=OuterRef(f"{at}term")).values("root")),
        names,
        relation="points",
        within=lambda at: Q((f"{at}kind", kind), (f"{at}term__gte", LEAST)),
    )


def _employers(wanted: Iterable[str]) -> Mapping[str, Words]:
    """Names as they were written; one of them where there are several ways to write one."""
    rows = Employer.objects.filter(folded__in=list(wanted), struggle__published_on__isnull=False)
    return dict(rows.order_by().values_list("folded").annotate(Min("name")))


SEPARATOR = ":"


def _region(at: str) -> Case:
    """With its country, as in the addresses of the list: "US:Oregon"."""
    written = Concat(F(f"{at}country"), Value(SEPARATOR), F(f"{at}region"), output_field=CharField())
    return Case(When(**{f"{at}region__gt": ""}, then=written))


def _regions(wanted: Iterable[str]) -> Mapping[str, Words]:
    split = {code: code.partition(SEPARATOR) for code in wanted}
    return {code: telling.where(region, [country], "") for code, (country, _stop, region) in split.items()}


def _month(at: str) -> Case:
    """1 to 12, where the day or the month is known for certain."""
    exact = {f"{at}started_precision__in": ("day", "month")}
    return Case(When(**exact, then=Cast(ExtractMonth(F(f"{at}started_on")), CharField())))


def _decades(wanted: Iterable[str]) -> Mapping[str, Words]:
    return {code: telling.years(int(code), int(code) + 9) for code in wanted}


TRAITS = {
    trait.key: trait
    for trait in [
        _listed_column("led_by", _("Who led it"), codes.LED_BY),
        _coding("form"),
        _coding("demand"),
        Trait(
            "branch",
            _("Branch"),
            _section,
            _listed(branches.SECTIONS),
            relation="codings",
            within=lambda at: Q((f"{at}scheme", "branch")),
        ),
        _coding("contract"),
        _coding("who"),
        _coding("response"),
        Trait(
            "country",
            _("Country"),
            lambda at: F(f"{at}country"),
            lambda wanted: {code: country_name(code) for code in wanted},
            relation="locations",
            within=lambda at: Q((f"{at}country__gt", "")),
        ),
        Trait(
            "region",
            _("Region"),
            _region,
            _regions,
            relation="locations",
            within=lambda at: Q((f"{at}region__gt", "")),
        ),
        Trait(
            "employer",
            _("Employer"),
            lambda at: F(f"{at}folded"),
            _employers,
            relation="employers",
            within=lambda at: Q((f"{at}folded__gt", "")),
        ),
        _banded("size", bands.SIZE, _("How many took part"), bands.SIZES),
        _banded("lasted", F("lasted_days"), _("How long it lasted"), bands.DURATIONS),
        Trait(
            "official",
            _("Official or not"),
            lambda at: F(f"{at}official"),
            _listed({code: words for code, words in codes.OFFICIAL if code != codes.UNKNOWN}),
            relation="organisations",
            within=lambda at: Q((f"{at}official__in", ("yes", "no"))),
            order=("yes", "no"),
        ),
        Trait(
            "threat",
            _("Done or threatened"),
            lambda at: Case(When(**{f"{at}threatened_only": True}, then=Value("yes")), default=Value("no")),
            _listed({"no": _("Carried out"), "yes": _("Threatened only")}),
            order=("no", "yes"),
        ),
        _term(questions.STRONG),
        _term(questions.WEAK),
        _listed_column("outcome", _("How it went"), codes.OUTCOMES),
        Trait("decade", _("Decade"), lambda at: Cast(F(f"{at}year") / 10 * 10, CharField()), _decades, in_time=True),
        Trait("year", _("Year"), lambda at: Cast(F(f"{at}year"), CharField()), _listed({}), in_time=True),
        Trait(
            "month",
            _("Time of year"),
            _month,
            _listed({str(number): words for number, words in MONTHS.items()}),
            order=tuple(map(str, MONTHS)),
        ),
    ]
}
