"""Writes records with everything that belongs to them, few statements for many records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from rooted.base.search import Document
from rooted.groups.models import Group
from rooted.struggles.models import Coding, Employer, ImportBatch, Location, Source, Struggle
from rooted.struggles.record import Record

SEARCH_KIND = "struggle"


@dataclass(frozen=True)
class Origin:
    """Where records come from: the group, the day, and the import or the member who wrote them."""

    group: Group
    day: date
    batch: ImportBatch | None = None
    seat: int | None = None


def store_records(records: Iterable[Record], origin: Origin) -> list[Struggle]:
    """Write `records` as drafts that nobody outside the group sees; six statements however many there are."""
    records = list(records)
    struggles = [_struggle(record, origin) for record in records]
    pairs = list(zip(struggles, records, strict=True))
    with transaction.atomic():
        Struggle.objects.bulk_create(struggles)
        store_details(pairs)
    return struggles


def store_details(pairs: list[tuple[Struggle, Record]]) -> None:
    """Write codings, employers, locations and sources of struggles that are stored already."""
    Coding.objects.bulk_create(
        Coding(struggle=struggle, order=order, scheme=item.scheme, code=item.code, literal=item.literal)
        for struggle, record in pairs
        for order, item in enumerate(record.codings)
    )
    Employer.objects.bulk_create(
        Employer(struggle=struggle, order=order, name=name, role=role)
        for struggle, record in pairs
        for order, (name, role) in enumerate(record.employers)
    )
    Location.objects.bulk_create(
        Location(struggle=struggle, order=order, **vars(place))
        for struggle, record in pairs
        for order, place in enumerate(record.places)
    )
    Source.objects.bulk_create(
        Source(struggle=struggle, order=order, url=url, text=text, kind=kind)
        for struggle, record in pairs
        for order, (url, text, kind) in enumerate(record.sources)
    )


def _struggle(record: Record, origin: Origin) -> Struggle:
    return Struggle(
        group=origin.group,
        title=record.title,
        account=record.account,
        language=record.language,
        started_on=record.started_on,
        started_precision=record.started_precision,
        ended_on=record.ended_on,
        ended_precision=record.ended_precision,
        seen_going_on=record.seen_going_on,
        estimate_low=record.estimate_low,
        estimate_high=record.estimate_high,
        estimate_unit=record.estimate_unit,
        estimate_source=record.estimate_source,
        outcome=record.outcome,
        year=record.started_on.year,
        countries=record.countries,
        where_text=record.where_text,
        reach=record.reach,
        drafted_on=origin.day,
        first_seat=origin.seat,
        batch=origin.batch,
        source_set=origin.batch.source_set if origin.batch else "",
        external_id=record.external_id,
    )


def document(struggle: Struggle) -> Document:
    """What search knows of one struggle; reads `employers` (prefetch them for many)."""
    employers = " ".join(employer.name for employer in struggle.employers.all())
    text = f"{struggle.account} {struggle.where_text} {employers}"
    return Document(str(struggle.pk), struggle.title, text, struggle.started_on)
