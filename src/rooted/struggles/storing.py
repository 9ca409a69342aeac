"""Writes records with everything that belongs to them, few statements for many records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rooted.base.search import Document
from rooted.groups.models import Group
from rooted.records.branches import section_of
from rooted.records.codes import TAG
from rooted.records.firms import folded
from rooted.records.record import Code, Record
from rooted.struggles.meant import marks_of
from rooted.struggles.models import (
    Action,
    ActionDay,
    Answer,
    Coding,
    Employer,
    ImportBatch,
    Location,
    Organisation,
    Point,
    Source,
    Struggle,
)
from rooted.struggles.models.struggle import CODED_LENGTH
from rooted.struggles.vocabulary import terms_for

SEARCH_KIND = "struggle"
INEXACT = ("decade", "century")
ONE_BY_ONE = (
    "title", "account", "language", "started_on", "started_precision", "ended_on", "ended_precision", "seen_going_on",
    "estimate_low", "estimate_high", "estimate_unit", "estimate_source", "indirect_low", "indirect_high", "workforce",
    "days_low", "days_high", "days_estimated", "led_by", "threatened_only", "outcome", "outcome_after_3",
    "outcome_after_12", "support", "support_until", "origin", "countries", "where_text", "reach", "lasted_days",
)  # fmt: skip
AS_THEY_ARE: list[tuple[Any, str]] = [
    (Organisation, "organisations"),
    (Location, "places"),
    (Answer, "answers"),
    (Source, "sources"),
]
ROWS: list[Any] = [Coding, Employer, Organisation, Location, Action, Answer, Point, Source]

Pairs = list[tuple[Struggle, Record]]


@dataclass(frozen=True)
class Origin:
    """Where records come from: the group, the day, and the import or the member who wrote them.

    `source_set` is the list they are known by, where that is another than the import's.
    """

    group: Group
    day: date
    batch: ImportBatch | None = None
    seat: int | None = None
    source_set: str = ""


def store_records(records: Iterable[Record], origin: Origin) -> list[Struggle]:
    """Write `records` as rows that nobody outside the group sees; a fixed number of statements however many."""
    records = list(records)
    struggles = [_struggle(record, origin) for record in records]
    with transaction.atomic():
        Struggle.objects.bulk_create(struggles)
        store_details(list(zip(struggles, records, strict=True)))
    return struggles


def rewrite_record(struggle: Struggle, record: Record) -> None:
    """Let a stored struggle say what `record` says, and nothing it said before; its origin and its days stay."""
    with transaction.atomic():
        for name, value in values_of(record).items():
            setattr(struggle, name, value)
        struggle.save(update_fields=list(values_of(record)))
        for model in ROWS:
            model.objects.filter(struggle=struggle).delete()
        store_details([(struggle, record)])


def values_of(record: Record) -> dict[str, Any]:
    """The columns of a struggle that its record decides."""
    return {name: getattr(record, name) for name in ONE_BY_ONE} | {
        "year": record.started_on.year,
        "coded": coded(record.codings),
        "withheld": len(record.points) - len(record.shown_points),
        "has_account": bool(record.account or record.answers),
        "has_lessons": bool(record.shown_points),
    }


def coded(codings: Iterable[Code]) -> str:
    """Every code but tags, as lists filter by it: " form:strike branch:52 branch:H ". The first 1,000 characters."""
    words = [f"{one.scheme}:{one.code}" for one in codings if one.scheme != TAG]
    words += [f"branch:{section_of(one.code)}" for one in codings if one.scheme == "branch"]
    text = f" {' '.join(dict.fromkeys(words))} " if words else ""
    return text if len(text) <= CODED_LENGTH else text[:CODED_LENGTH].rpartition(" ")[0] + " "


def store_details(pairs: Pairs) -> None:
    """Write the rows of struggles that are stored already."""
    Coding.objects.bulk_create(
        Coding(struggle=struggle, order=order, countries=record.countries, **vars(code))
        for struggle, record in pairs
        for order, code in enumerate(record.codings)
    )
    Employer.objects.bulk_create(
        Employer(struggle=struggle, order=order, name=one.name, folded=folded(one.name), role=one.role)
        for struggle, record in pairs
        for order, one in enumerate(record.employers)
    )
    for model, name in AS_THEY_ARE:
        model.objects.bulk_create(
            model(struggle=struggle, order=order, **vars(one))
            for struggle, record in pairs
            for order, one in enumerate(getattr(record, name))
        )
    _store_actions(pairs)
    _store_points(pairs)


def _store_actions(pairs: Pairs) -> None:
    made = []
    for struggle, record in pairs:
        for order, one in enumerate(record.actions):
            values = {name: value for name, value in vars(one).items() if name != "days"}
            made.append((Action(struggle=struggle, order=order, **values), one))
    Action.objects.bulk_create(row for row, _one in made)
    ActionDay.objects.bulk_create(
        ActionDay(action=row, order=order, **vars(day)) for row, one in made for order, day in enumerate(one.days)
    )


def _store_points(pairs: Pairs) -> None:
    wanted = [(struggle, order, point) for struggle, record in pairs for order, point in enumerate(record.shown_points)]
    terms = terms_for([point for _struggle, _order, point in wanted])
    Point.objects.bulk_create(
        Point(struggle=struggle, order=order, kind=point.kind, term=terms.get(point), evidence=point.evidence)
        for struggle, order, point in wanted
    )


def _struggle(record: Record, origin: Origin) -> Struggle:
    return Struggle(
        group=origin.group,
        drafted_on=origin.day,
        first_seat=origin.seat,
        batch=origin.batch,
        source_set=origin.source_set or (origin.batch.source_set if origin.batch else ""),
        external_id=record.external_id,
        **values_of(record),
    )


FOUND_BY = ("employers", "organisations", "locations", "actions", "codings", "answers", "points__term")


def document(struggle: Struggle) -> Document:
    """What search knows of one struggle: all words people wrote into it but its sources, and its codes as marks.

    Reads FOUND_BY (prefetch).
    """
    names = [one.name for one in (*struggle.employers.all(), *struggle.organisations.all())]  # type: ignore[attr-defined]
    places = [text for one in struggle.locations.all() for text in (one.site, one.town, one.region)]
    told = [one.text for one in struggle.answers.all()] + [one.words for one in struggle.actions.all()]
    taught = [one.evidence for one in struggle.points.all()]
    taught += [one.term.words for one in struggle.points.all() if one.term]
    literal = [one.literal for one in struggle.codings.all()]
    text = " ".join([struggle.account, *places, *names, *told, *taught, *literal])
    return Document(str(struggle.pk), struggle.title, text, struggle.started_on, _marks(struggle))


def _marks(struggle: Struggle) -> tuple[str, ...]:
    done = [f"form:{one.form}" for one in struggle.actions.all()]  # type: ignore[attr-defined]
    points = struggle.points.all()  # type: ignore[attr-defined]
    taught = [f"{one.kind}:{one.term.code}" for one in points if one.term and one.term.code]
    more = [*done, *taught, *_years(struggle)]
    return marks_of(struggle.coded, struggle.outcome, struggle.led_by, struggle.countries, more)


def _years(struggle: Struggle) -> list[str]:
    """The years in which it began and ended, as far as they are known."""
    days = [(struggle.started_on, struggle.started_precision), (struggle.ended_on, struggle.ended_precision)]
    return [f"year:{day.year:04}" for day, precision in days if day and precision not in INEXACT]
