"""Columns in the style of ACLED: one row for each day and place of a protest that could be seen.

A strike that nobody saw in the street is no event there. Days come from the actions' days; without them there is a
row for each day an action or the record is known to have lasted, at most 31, else one row for the first day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from rooted.exports.columns.cells import Context, number, sources, told, words
from rooted.places.countries import country_name
from rooted.records.record import Action, Day, Place, Record

COLUMNS = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "country", "admin1", "location", "latitude", "longitude", "geo_precision", "source",
    "notes", "tags",
]  # fmt: skip
VISIBLE = {"protest", "picket", "sit-in", "occupation", "blockade"}
INTERVENTION = {"police", "arrests", "violence"}
TIME = {"day": 1, "unclear": 3, "month": 3}  # 1 the day, 2 the week, 3 the month
PLACE = {"exact": 1, "town": 1, "region": 2, "country": 3}
MOST_DAYS = 31


def rows(record: Record, context: Context) -> Iterator[dict[str, Any]]:
    """No row for records without a visible protest, known only to the year or longer, or without a country."""
    places = [place for place in record.places if place.country and place.precision in PLACE]
    if record.threatened_only or not VISIBLE & set(words(record, "form")) or record.started_precision not in TIME:
        return
    for count, (day, many, precision) in enumerate(seen(record), start=1):
        for order, place in enumerate(places, start=1):
            yield _event(record, context, f"{count}-{order}", (day, many, TIME[precision]), place)


def seen(record: Record) -> list[tuple[date, int | None, str]]:
    """Each day of a visible protest once: the day, how many, how exact the day is."""
    shown = [action for action in record.actions if action.form in VISIBLE]
    found: dict[date, tuple[int | None, str]] = {}
    for action in shown:
        days = action.days or tuple(Day(day, "", *_many(action, record)) for day in _span(action, record))
        for one in days:
            found.setdefault(one.day, (number(one.workers_low, one.workers_high), _precision(action, record)))
    if not shown:
        whole = Action("protest", record.started_on, record.started_precision, record.ended_on, record.ended_precision)
        many = number(record.estimate_low, record.estimate_high)
        found = {day: (many, record.started_precision) for day in _span(whole, record)}
    return [(day, *found[day]) for day in sorted(found)]


def _many(action: Action, record: Record) -> tuple[int | None, int | None]:
    if action.workers_low is None and action.workers_high is None:
        return record.estimate_low, record.estimate_high
    return action.workers_low, action.workers_high


def _precision(action: Action, record: Record) -> str:
    exact = action.started_precision if action.started_on else record.started_precision
    return exact if exact in TIME else "month"


def _span(action: Action, record: Record) -> list[date]:
    first, last = action.started_on or record.started_on, action.ended_on
    exact = last is not None and {action.started_precision, action.ended_precision} == {"day"}
    days = (last - first).days + 1 if last is not None and exact else 1
    return [first + timedelta(days=step) for step in range(days)] if 1 <= days <= MOST_DAYS else [first]


def _event(
    record: Record, context: Context, which: str, when: tuple[date, int | None, int], place: Place
) -> dict[str, Any]:
    day, many, precision = when
    country = country_name(place.country, "en")
    intervened = bool(INTERVENTION & set(words(record, "response")))
    return {
        "event_id_cnty": f"{context.id}-{which}",
        "event_date": day,
        "year": day.year,
        "time_precision": precision,
        "disorder_type": "Demonstrations",
        "event_type": "Protests",
        "sub_event_type": "Protest with intervention" if intervened else "Peaceful protest",
        "actor1": f"Protesters ({country})",
        "assoc_actor_1": [*(one.name for one in record.organisations), f"Labor Group ({country})"],
        "country": country,
        "admin1": place.region,
        "location": place.town or place.region or country,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": PLACE[place.precision],
        "source": sources(record, context),
        "notes": told(record) or record.title,
        "tags": f"crowd size={'no report' if many is None else f'at least {many}'}",
    }
