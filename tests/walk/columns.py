"""What the columns of a table may give away: order, time, length (docs/privacy.md)."""

import uuid
from collections.abc import Iterable

from django.db import connection, models

from rooted.base.fields import LimitedText, LongText, RandomId
from tests.walk.layers import CLOSED

QUIET = {"people", "circles", "groups"} | CLOSED  # apps whose rows speak about people

# column: why it may be what the rule forbids
ALLOWED = {
    "places.TownName.id": "a table we ship, the same on every server",
    "places.TownEdition.id": "a table we ship, the same on every server",
    "people.Session.expire_date": "ends within a day, and the row with it; it is kept in steps of five minutes",
    "people.Session.session_key": "Django's own column, 40 characters of chance",
    "people.Session.session_data": "Django's own column, never written by people",
    "groups.Group.id": "what is public has a public id",
}


def _columns(found_models: Iterable) -> Iterable[tuple[str, str, models.Field]]:
    for model in found_models:
        for field in model._meta.local_concrete_fields:
            name = f"{model._meta.label}.{field.name}"
            if name not in ALLOWED:
                yield model._meta.app_label, name, field


def times(found_models: Iterable) -> list[str]:
    """No time finer than a day in a table about people; nothing filled in by itself."""
    fine = (models.DateTimeField, models.TimeField, models.DurationField)
    return [
        f"{name} is a {type(field).__name__}: keep a day (DateField), and the hour inside the sealed content."
        for app, name, field in _columns(found_models)
        if app in QUIET and (isinstance(field, fine) or getattr(field, "auto_now_add", False))
    ]


def ordered_ids(found_models: Iterable) -> list[str]:
    """Tables about people use RandomId; the others uuid4. None counts up."""
    found = []
    for app, name, field in _columns(found_models):
        if not field.primary_key or field.is_relation:
            continue
        if app in QUIET and not isinstance(field, RandomId):
            found.append(f"{name} is a {type(field).__name__}: build the model on rooted.base.models.Unordered.")
        elif isinstance(field, models.AutoField | models.BigAutoField | models.SmallAutoField):
            found.append(f"{name} counts up: use UUIDField(primary_key=True, default=uuid.uuid4, editable=False).")
        elif isinstance(field, models.UUIDField) and field.default is not uuid.uuid4:
            found.append(f"{name} has another default than uuid.uuid4, the only one without time or order.")
    return found


TELLING = {"created", "created_on", "updated", "updated_on", "ip", "user_agent"}


def told_names(found_models: Iterable) -> list[str]:
    """A column that promises a time or a person by its name, in a table about people."""
    return [
        f"{name}: name a day `…_on`; who a row is about is sealed."
        for app, name, field in _columns(found_models)
        if app in QUIET and (field.name.endswith(("_at", "_time")) or field.name in TELLING)
    ]


def unlimited_texts(found_models: Iterable) -> list[str]:
    """Every text column has a length that both databases hold to."""
    return [
        f"{name} is a {type(field).__name__}: use LimitedText or LongText from rooted.base.fields, with max_length."
        for _app, name, field in _columns(found_models)
        if (isinstance(field, models.CharField | models.TextField) and not isinstance(field, LimitedText | LongText))
        or (isinstance(field, LimitedText | LongText) and not field.max_length)
    ]


def unchecked_texts(found_models: Iterable) -> list[str]:
    """The same, asked of the database itself: a CHECK on the column is there."""
    found = []
    with connection.cursor() as cursor:
        for model in found_models:
            table = connection.introspection.get_constraints(cursor, model._meta.db_table)
            checked = {column for rule in table.values() if rule["check"] for column in rule["columns"] or []}
            found += [
                f"{model._meta.label}.{field.name} has no CHECK of its length in the database: add a migration."
                for field in model._meta.local_concrete_fields
                if isinstance(field, LimitedText | LongText) and field.column not in checked
            ]
    return found
