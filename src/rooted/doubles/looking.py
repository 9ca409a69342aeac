"""What is compared of stored records, read in few statements; and which records nobody compared yet."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Substr

from rooted.base.fold import kept_words, line
from rooted.doubles.blocking import MOST_OF_A_NAME, NEAR
from rooted.doubles.likeness import WIDE, WINDOW, Facts, employer_words, telling_words
from rooted.doubles.models import Looked
from rooted.records.firms import LEGAL_FORMS
from rooted.struggles.models import Employer, Location, Organisation, Source, Struggle

AT_ONCE = 500  # new records of one piece
MOST_DAYS = 400  # of the calendar that one piece may touch: so many records are in memory at once, no more
MOST_WIDE = 20  # of a piece, known to the decade or century: compared with what shares a name, whenever in that time
SHARED: list[tuple[Any, tuple[str, ...]]] = [
    (Employer, ("folded",)),
    (Location, ("country", "town")),
    (Source, ("url",)),
]
YEARS = {"year": 1, "decade": 10, "century": 100}
READ_OF_ACCOUNT = 1_500  # characters
COLUMNS = (
    "pk", "title", "told", "started_on", "started_precision", "ended_on", "ended_precision", "estimate_low",
    "estimate_high", "source_set",
)  # fmt: skip

Span = tuple[date, date]
Begun = tuple[UUID, date, str]  # a record's id, its first day and how exact that is


def not_looked_at(before: date | None) -> list[Begun]:
    """The next public records nobody compared: id, start and its precision; the newest first, from `before` on back."""
    rows = Struggle.objects.public().filter(~Exists(Looked.objects.filter(struggle=OuterRef("pk"))))
    if before is not None:
        rows = rows.filter(started_on__lte=before)
    return list(
        rows.order_by(F("started_on").desc(), "id").values_list("pk", "started_on", "started_precision")[:AT_ONCE]
    )


def piece_of(waiting: list[Begun]) -> tuple[list[UUID], list[Span], list[UUID]]:
    """As many of `waiting` as touch at most MOST_DAYS of the calendar, at least one, MOST_WIDE of them wide.

    Answers those, the spans to look through, and which of them are wide: they have no span.
    """
    chosen: list[UUID] = []
    spans: list[Span] = []
    wide: list[UUID] = []
    for key, day, precision in waiting:
        first, last = span_of(day, precision)
        wider = spans if precision in WIDE else joined([*spans, (_day(first, -NEAR), _day(last, WINDOW))])
        if chosen and (sum((end - start).days for start, end in wider) > MOST_DAYS or len(wide) == MOST_WIDE):
            break
        chosen.append(key)
        spans = wider
        wide += [key] if precision in WIDE else []
    return chosen, spans, wide


def span_of(day: date, precision: str) -> Span:
    """When a record may have begun. An "unclear" first of a month may mean the month."""
    if length := YEARS.get(precision):
        first = day.year - day.year % length
        return date(max(first, date.min.year), 1, 1), date(min(first + length - 1, date.max.year), 12, 31)
    if precision in ("month", "unclear"):
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days as few spans that do not touch."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _day(day: date, by: timedelta) -> date:
    """`day` moved, but not beyond the calendar."""
    try:
        return day + by
    except OverflowError:
        return day


def facts_around(spans: list[Span], wide: list[UUID]) -> list[Facts]:
    """Every public record that may have begun on a day of `spans`, with `wide` and what shares a name with those.

    Six statements however many, seven more where some are wide.
    """
    wanted = Q(pk__in=[*wide, *_sharing(wide)]) if wide else Q()
    for start, end in spans:
        wanted |= Q(started_on__range=(start, end))
        for precision, length in YEARS.items():
            first, last = (year - year % length for year in (start.year, end.year))
            wanted |= Q(started_precision=precision, year__range=(first, last + length - 1))
    return facts_of(Struggle.objects.public().filter(wanted))


def _sharing(wide: list[UUID]) -> set[UUID]:
    """Ids of what may have begun about the time of one of these and shares a firm, town or source with it.

    What more than MOST_OF_A_NAME share about that time says little.
    """
    rows = Struggle.objects.filter(pk__in=wide).values_list("pk", "started_on", "started_precision")
    times = {key: span_of(day, precision) for key, day, precision in rows}
    found: set[UUID] = set()
    for model, columns in SHARED:
        names = _by_struggle(model, wide, *columns)
        among = Q()
        for at, column in enumerate(columns):
            among &= Q((f"{column}__in", {name[at] for written in names.values() for name in written if name[-1]}))
        others: dict[tuple[str, ...], list[tuple[UUID, Span]]] = defaultdict(list)
        begun = ("struggle", "struggle__started_on", "struggle__started_precision")
        for *name, key, day, precision in model.objects.filter(among).values_list(*columns, *begun):
            others[tuple(name)].append((key, span_of(day, precision)))
        for key, written in names.items():
            for name in set(written):
                near = {other for other, span in others.get(name, ()) if _overlap(span, times[key])}
                found |= near if len(near) <= MOST_OF_A_NAME else set()
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def facts_of(struggles: "QuerySet[Struggle, Struggle]") -> list[Facts]:
    rows = list(struggles.annotate(told=Substr("account", 1, READ_OF_ACCOUNT)).values(*COLUMNS))
    keys = [row["pk"] for row in rows]
    parts = {
        "employers": _by_struggle(Employer, keys, "folded"),
        "places": _by_struggle(Location, keys, "country", "region", "town"),
        "organisations": _by_struggle(Organisation, keys, "name"),
        "sources": _by_struggle(Source, keys, "url"),
    }
    return [_facts(row, {name: found[row["pk"]] for name, found in parts.items()}) for row in rows]


def _by_struggle(model: Any, keys: list[UUID], *columns: str) -> dict[UUID, list[tuple[str, ...]]]:
    found: dict[UUID, list[tuple[str, ...]]] = defaultdict(list)
    for key, *values in model.objects.filter(struggle__in=keys).values_list("struggle", *columns):
        found[key].append(tuple(values))
    return found


def _facts(row: dict[str, Any], parts: dict[str, list[tuple[str, ...]]]) -> Facts:
    first, last = span_of(row["started_on"], row["started_precision"])
    employers = [folded for (folded,) in parts["employers"] if folded]
    places = [(country, line(region), line(town)) for country, region, town in parts["places"]]
    names = frozenset(word for name in employers for word in name.split()) | LEGAL_FORMS
    names |= frozenset(word for _c, region, town in places for word in f"{region} {town}".split())
    title = row["title"].removesuffix("…")
    return Facts(
        key=row["pk"],
        first=first,
        last=last,
        precision=row["started_precision"],
        ended=row["ended_on"] if row["ended_precision"] == "day" else None,
        employers=frozenset(map(employer_words, employers)),
        towns=frozenset((country, town) for country, _region, town in places if town),
        regions=frozenset((country, region) for country, region, _town in places if region),
        countries=frozenset(country for country, _region, _town in places if country),
        words=telling_words(kept_words(f"{title} {row['told']}"), names),
        sources=frozenset(url for (url,) in parts["sources"] if url),
        organisations=frozenset(name for (text,) in parts["organisations"] if (name := line(text))),
        people=row["estimate_low"] or row["estimate_high"],
        source_set=row["source_set"],
    )
