"""Reads stored struggles back as plain records: for correcting, exporting and comparing. The inverse of storing.py."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from rooted.records import record as plain
from rooted.struggles.models import Struggle

WHOLE = ("codings", "employers", "organisations", "locations", "actions__days", "answers", "points__term", "sources")
PARTS = {
    "codings": plain.Code,
    "employers": plain.Employer,
    "organisations": plain.Organisation,
    "locations": plain.Place,
    "answers": plain.Answer,
    "sources": plain.Source,
}
NOT_COLUMNS = {"actions", "points", "notes", "places", *PARTS}


def whole(struggles: "QuerySet[Struggle, Struggle]") -> "QuerySet[Struggle, Struggle]":
    """With every row a record is made of; one query more for each kind of row, however many struggles."""
    return struggles.prefetch_related(*WHOLE)


def record_of(struggle: Struggle) -> plain.Record:
    """What a stored struggle says. Withheld points are not stored, so they are not here."""
    columns = [name for name in plain.Record.__dataclass_fields__ if name not in NOT_COLUMNS]
    values: dict[str, Any] = {name: getattr(struggle, name) for name in columns}
    parts: dict[str, Any] = {name: tuple(copied(shape, getattr(struggle, name).all())) for name, shape in PARTS.items()}
    parts["places"] = parts.pop("locations")
    return plain.Record(
        **values,
        **parts,
        actions=tuple(action_of(row) for row in struggle.actions.all()),
        points=tuple(point_of(row) for row in struggle.points.all()),
    )


def copied(shape: Any, rows: Iterable[Any]) -> Iterable[Any]:
    """Each row as a plain value of that shape."""
    return (shape(**{name: getattr(row, name) for name in shape.__dataclass_fields__}) for row in rows)


def action_of(row: Any) -> plain.Action:
    names = [name for name in plain.Action.__dataclass_fields__ if name != "days"]
    return plain.Action(**{name: getattr(row, name) for name in names}, days=tuple(copied(plain.Day, row.days.all())))


def point_of(row: Any) -> plain.Point:
    term = row.term
    words, code = (term.words, term.code) if term else ("", "")
    return plain.Point(kind=row.kind, words="" if code else words, code=code, evidence=row.evidence)
