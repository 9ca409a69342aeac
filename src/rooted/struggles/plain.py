"""A record as JSON and back: our own format, the same for drafts, exports and what other servers send.

    {"format": "rooted-struggle/1", "title": "…", "started_on": "1919-03-14", "places": [{…}], …}

Empty and unknown fields are left out. Reading is strict: a wrong shape, code or date is refused with its path.
"""

import functools
import re
import types
from dataclasses import MISSING, fields
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from rooted.records import codes, questions, record
from rooted.records.record import Record
from rooted.struggles import models

FORMAT = "rooted-struggle/1"
MOST = 500  # rows of one kind
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # NUL and half characters: no database keeps them
LARGEST = 2_000_000_000

ALLOWED: dict[str, frozenset[str]] = {
    "started_precision": frozenset(code for code, _words in codes.DATE_PRECISIONS),
    "ended_precision": frozenset(code for code, _words in codes.DATE_PRECISIONS),
    "published_precision": frozenset(code for code, _words in codes.DATE_PRECISIONS),
    "precision": frozenset(code for code, _words in codes.PLACE_PRECISIONS),
    "estimate_unit": frozenset(code for code, _words in codes.UNITS),
    "led_by": frozenset(code for code, _words in codes.LED_BY),
    "outcome": frozenset(code for code, _words in codes.OUTCOMES),
    "outcome_after_3": frozenset(code for code, _words in codes.OUTCOMES),
    "outcome_after_12": frozenset(code for code, _words in codes.OUTCOMES),
    "scheme": frozenset(code for code, _words in codes.SCHEMES),
    "role": frozenset(code for code, _words in codes.EMPLOYER_ROLES),
    "official": frozenset(code for code, _words in codes.OFFICIAL),
    "question": frozenset(questions.QUESTIONS),
    "Point.kind": frozenset(questions.POINT_KINDS),
    "Source.kind": frozenset(code for code, _words in codes.SOURCE_KINDS),
    "form": frozenset(codes.FORMS),
}
TABLES: dict[Any, Any] = {
    record.Record: models.Struggle,
    record.Code: models.Coding,
    record.Employer: models.Employer,
    record.Organisation: models.Organisation,
    record.Place: models.Location,
    record.Action: models.Action,
    record.Day: models.ActionDay,
    record.Answer: models.Answer,
    record.Point: models.Point,
    record.Source: models.Source,
}
LIMITS = {
    (shape, column.name): column.max_length
    for shape, table in TABLES.items()
    for column in table._meta.concrete_fields
    if column.max_length and column.name in shape.__dataclass_fields__
} | {(record.Point, "words"): 80, (record.Point, "code"): 40}


class Unreadable(ValueError):
    """What is not a record: `path` says where ("places/0/lat")."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def to_plain(value: Any) -> Any:
    """A record, or a part of one, as values that JSON can hold; what is at its default is left out."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    kept = {one.name: getattr(value, one.name) for one in fields(value) if getattr(value, one.name) != one.default}
    plain = {name: to_plain(item) for name, item in kept.items() if name != "notes"}
    return {"format": FORMAT, **plain} if isinstance(value, Record) else plain


def from_plain(value: Any) -> Record:
    """The record that `value` says; raises Unreadable with the path of what is wrong."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Unreadable("format")
    return _read(Record, {name: item for name, item in value.items() if name != "format"}, "")


@functools.cache
def hints_of(shape: Any) -> dict[str, Any]:
    """The type of each field; finding them out takes longer than reading a record."""
    return get_type_hints(shape, vars(record))


def _read(shape: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise Unreadable(path)
    hints = hints_of(shape)
    if unknown := set(value) - set(hints) | ({"notes"} & set(value)):
        raise Unreadable(f"{path}{min(unknown)}")
    missing = [one.name for one in fields(shape) if one.default is MISSING and one.name not in value]
    if missing:
        raise Unreadable(f"{path}{missing[0]}")
    made = shape(**{name: _value(shape, hints[name], name, item, f"{path}{name}") for name, item in value.items()})
    if wrong := contradiction(made):
        raise Unreadable(f"{path}{wrong}")
    return made


def contradiction(part: Any) -> str:
    """The field of a record, or of a part of one, that its other fields contradict; "" where there is none."""
    for name in part.__dataclass_fields__:
        low, high = getattr(part, name), getattr(part, name.replace("_low", "_high"))
        if name.endswith("_low") and low is not None and high is not None and low > high:
            return name
    if isinstance(part, record.Place) and (part.lat is None) != (part.lon is None):
        return "lat"
    if isinstance(part, record.Code) and part.scheme != codes.TAG and part.code not in codes.LISTS[part.scheme]:
        return "code"
    if isinstance(part, record.Source) and not (part.url or part.text):
        return "url"
    return "evidence" if isinstance(part, record.Point) and not (part.words or part.code or part.evidence) else ""


def _value(shape: Any, hint: Any, name: str, value: Any, path: str) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return None if value is None else _value(shape, get_args(hint)[0], name, value, path)
    if get_origin(hint) is tuple:
        if not isinstance(value, list) or len(value) > MOST:
            raise Unreadable(path)
        return tuple(_read(get_args(hint)[0], item, f"{path}/{at}/") for at, item in enumerate(value))
    if hint is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise Unreadable(path) from error
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not hint or not _within_bounds(shape, name, value):
        raise Unreadable(path)
    return value


def _within_bounds(shape: Any, name: str, value: Any) -> bool:
    if isinstance(value, str):
        allowed = ALLOWED.get(f"{shape.__name__}.{name}", ALLOWED.get(name))
        fits = len(value) <= LIMITS[shape, name] and not UNKEEPABLE.search(value)
        return fits and (allowed is None or value in allowed)
    if isinstance(value, float):
        return abs(value) <= {"lat": 90.0, "lon": 180.0}[name]
    return isinstance(value, bool) or 1 <= value <= (100 if name == "percent" else LARGEST)
