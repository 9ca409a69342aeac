"""Every row of one record in one statement, for the page that most people open; reading.py reads many records.

merged = open_record(struggle)
struggle.points.all()  # asks nothing more, nor does any other relation of PARTS
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BooleanField, DateField, Field, FloatField, Model, QuerySet, UUIDField, Value
from django.db.models.functions import JSONArray

from rooted.base.prepared import Given, Prepared
from rooted.struggles import models
from rooted.struggles.models import Struggle

PARTS: dict[str, Any] = {
    "codings": models.Coding,
    "employers": models.Employer,
    "organisations": models.Organisation,
    "locations": models.Location,
    "actions": models.Action,
    "answers": models.Answer,
    "points": models.Point,
    "sources": models.Source,
    "corrections": models.Correction,
}
DAYS, TERM, MERGED = "days", "term", "merged"
MODELS = PARTS | {DAYS: models.ActionDay, TERM: models.Term}
# In JSON days and ids are text, SQLite knows no truth but 0 and 1, and PostgreSQL leaves out what is behind a point.
READ: dict[type[Field], Callable[[Any], Any]] = {
    DateField: date.fromisoformat,
    UUIDField: UUID,
    BooleanField: bool,
    FloatField: float,
}
COLUMNS: dict[str, list[str]] = {
    name: [field.attname for field in model._meta.concrete_fields] for name, model in MODELS.items()
}
TO_BE_READ: dict[str, list[tuple[int, Callable[[Any], Any]]]] = {
    name: [
        (place, READ[type(field.target_field if field.is_relation else field)])
        for place, field in enumerate(model._meta.concrete_fields)
        if type(field.target_field if field.is_relation else field) in READ
    ]
    for name, model in MODELS.items()
}
THIS: Any = Given("pk", UUIDField())


def _some(name: str, found: QuerySet[Any], columns: Iterable[str]) -> QuerySet[Any]:
    return found.order_by().values_list(Value(name), JSONArray(*columns))


def _everything() -> QuerySet[Any]:
    columns = dict(COLUMNS)
    columns["points"] = [*COLUMNS["points"], *(f"{at}__{name}" for at in (TERM, ROOT) for name in COLUMNS[TERM])]
    found = [_some(name, model.objects.filter(struggle=THIS), columns[name]) for name, model in PARTS.items()]
    found.append(_some(DAYS, models.ActionDay.objects.filter(action__struggle=THIS), COLUMNS[DAYS]))
    found.append(_some(MERGED, Struggle.objects.filter(merged_into=THIS), ["pk"]))
    return found[0].union(*found[1:], all=True)


ROOT = f"{TERM}__merged_into"
_EVERYTHING: Prepared[Any] = Prepared(_everything)


def open_record(struggle: Struggle) -> list[UUID]:
    """Fill every relation of PARTS as `prefetch_related` would; answers the ids of what was merged into it."""
    read: dict[str, list[Any]] = {name: [] for name in (*PARTS, DAYS, MERGED)}
    for name, said in _EVERYTHING.rows(pk=struggle.pk):
        read[name].append(json.loads(said) if isinstance(said, str) else said)
    rows = {name: [_row(name, values) for values in read[name]] for name in (*PARTS, DAYS)}
    for name in PARTS:
        _keep(struggle, name, rows[name])
    for action in rows["actions"]:
        _keep(action, DAYS, [day for day in rows[DAYS] if day.action_id == action.pk])
    for point, values in zip(rows["points"], read["points"], strict=True):
        point.term = _term(values[len(COLUMNS["points"]) :])
    return [UUID(pk) for (pk,) in read[MERGED]]


def _row(name: str, values: Sequence[Any]) -> Any:
    """One row as Django would read it; `values` may be longer than it."""
    own = list(values[: len(COLUMNS[name])])
    for place, read in TO_BE_READ[name]:
        if own[place] is not None:
            own[place] = read(own[place])
    return MODELS[name].from_db(DEFAULT_DB_ALIAS, COLUMNS[name], own)


def _term(values: Sequence[Any]) -> models.Term | None:
    """The word of a point, and the word it was merged into, both as Django would read them."""
    term, root = values[: len(COLUMNS[TERM])], values[len(COLUMNS[TERM]) :]
    if term[0] is None:
        return None
    found: models.Term = _row(TERM, term)
    found.merged_into = None if root[0] is None else _row(TERM, root)
    return found


def _keep(owner: Model, name: str, rows: list[Any]) -> None:
    """What prefetch_related does at its end."""
    kept = MODELS[name].objects.all()
    kept._result_cache = sorted(rows, key=lambda row: row.order)
    kept._prefetch_done = True
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = kept
