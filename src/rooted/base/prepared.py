"""Queries asked on every page, whose text Django makes once a process instead of once a page.

Making the text of a query costs Django several times what SQLite needs to answer it. Only the text is kept, never an
answer: what differs from page to page (an id, an address, a day) is `Given` when the query is asked.
"""

import copy
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models import DateField, Expression, Field, QuerySet

Row = TypeVar("Row", bound=models.Model)


class Given(Expression):
    """Stands in a query where a value called `name` is put in later; `field` says how the database takes it."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)

    def value(self, values: Mapping[str, Any], connection: Any) -> Any:
        """As the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class GivenDay(Given):
    """A day; a query may add days to it and take days from it."""

    def __init__(self, name: str, days: int = 0) -> None:
        super().__init__(name, DateField())
        self.days = days

    def __add__(self, other: Any) -> "GivenDay":  # type: ignore[override]
        return GivenDay(self.name, self.days + other.days)

    def __sub__(self, other: Any) -> "GivenDay":  # type: ignore[override]
        return GivenDay(self.name, self.days - other.days)

    def value(self, values: Mapping[str, Any], connection: Any) -> Any:
        day = values[self.name] + timedelta(days=self.days)
        return self.output_field.get_db_prep_value(day, connection)


def filled(params: Iterable[Any], values: Mapping[str, Any], connection: Any) -> tuple[Any, ...]:
    """The parameters of a statement with what is given put in."""
    return tuple(one.value(values, connection) if isinstance(one, Given) else one for one in params)


class Prepared(Generic[Row]):
    """One query: `build` makes it, with `Given` in it, when it is asked for the first time."""

    def __init__(self, build: Callable[[], QuerySet[Row]]) -> None:
        self.build = build

    @cached_property
    def _made(self) -> tuple[QuerySet[Row], Any, str, tuple[Any, ...]]:
        rows = self.build()
        compiler = rows.query.get_compiler(rows.db)
        return rows, compiler, *compiler.as_sql()

    def rows(self, **values: Any) -> list[Row]:
        """Ask the database, with these values in the places of the same names."""
        rows, made, sql, params = self._made
        compiler = copy.copy(made)
        compiler.connection = connections[rows.db]  # this thread's own
        text = sql, filled(params, values, compiler.connection)
        compiler.as_sql = lambda *_args, **_kwargs: text
        asked = rows.all()
        asked.query.get_compiler = lambda *_args, **_kwargs: compiler  # type: ignore[method-assign]
        return list(asked)

    def first(self, **values: Any) -> Row | None:
        """The first row, or None."""
        return next(iter(self.rows(**values)), None)
