"""Columns used everywhere: text whose length both databases hold to, and ids that keep no order."""

import secrets
from typing import Any

from django.db import models


def random_id() -> int:
    """A random whole number from 1 to 2^63 - 1."""
    return secrets.randbelow(2**63 - 1) + 1


class RandomId(models.BigIntegerField):
    """A random 63-bit primary key; SQLite uses it as the rowid, so the file keeps no order of creation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", random_id)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: Any) -> str | None:
        """SQLite takes a key as its rowid only if the column is called INTEGER; beside a BIGINT it keeps the order."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class LengthChecked:
    """SQLite accepts 500 characters in a column of 120: this adds the CHECK that refuses them."""

    max_length: int | None

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)  # type: ignore[attr-defined]
        return f"length({column}) <= {self.max_length}"


class LimitedText(LengthChecked, models.CharField):
    """One line of text, at most `max_length` characters, on every database."""


class LongText(LengthChecked, models.TextField):
    """Text of several lines, at most `max_length` characters, on every database."""
