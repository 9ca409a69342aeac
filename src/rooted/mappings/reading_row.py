"""A row while it is read through a mapping: its cells by field, and what was unclear so far."""

import re
from collections.abc import Iterator
from typing import Any

from rooted.mappings.cells import kept, says_nothing, says_yes, several
from rooted.mappings.countries import country_of
from rooted.mappings.shape import Mapping, Rule
from rooted.tables.table import UNKEEPABLE

MOST_IN_A_CELL = 100
LONGEST_DETAIL = 200
REPLACED = re.compile(f"{UNKEEPABLE.pattern}|\ufffd")


class LeftOut(Exception):
    """A row that cannot be kept: code and detail of notes.LEFT_OUT."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


class Rules:
    """A mapping made ready for many rows."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.fixed = dict(mapping.fixed)
        self.by_field: dict[str, list[Rule]] = {}
        for rule in mapping.rules:
            self.by_field.setdefault(rule.field, []).append(rule)
        self.own = {word.scheme: mapping.own_words(word.scheme) for word in mapping.words}


class Reading:
    """One row."""

    def __init__(self, rules: Rules, values: dict[str, Any]) -> None:
        self.rules, self.values = rules, values
        self.notes: list[tuple[str, str]] = []
        if any(isinstance(value, str) and REPLACED.search(value) for value in values.values()):
            self.note("signs-replaced")

    def note(self, code: str, detail: str = "") -> None:
        one = (code, kept(detail)[:LONGEST_DETAIL])
        if one not in self.notes:
            self.notes.append(one)

    @property
    def mapping(self) -> Mapping:
        return self.rules.mapping

    @property
    def country(self) -> str:
        """The country of the whole row, where a column or the list has only one, or ""."""
        named = self.texts("country")
        return (country_of(named[0]) if len(named) == 1 else "") or self.rules.fixed.get("country", "")

    def column_of(self, field: str) -> str:
        return self.mapping.column_of(field)

    def raw(self, field: str) -> Iterator[tuple[Rule, Any]]:
        """Each rule of a field with its cell, as the file gives it."""
        return ((rule, self.values.get(rule.column)) for rule in self.rules.by_field.get(field, ()))

    def by_rule(self, field: str) -> Iterator[tuple[Rule, list[str]]]:
        """Each rule of a field with the values of its cell."""
        for rule, value in self.raw(field):
            texts = several(value, rule.split)
            if len(texts) > MOST_IN_A_CELL:
                raise LeftOut("too-much", rule.column)
            yield rule, texts

    def texts(self, field: str) -> list[str]:
        """All values of a field, each once."""
        return list(dict.fromkeys(text for _rule, texts in self.by_rule(field) for text in texts))

    def text(self, field: str) -> str:
        """The one text of a field; "" where the cell says nothing."""
        for _rule, value in self.raw(field):
            if not says_nothing(text := kept(value)):
                return text
        return ""

    def yes(self, field: str) -> bool:
        return says_yes(self.text(field))

    def cut(self, text: str, length: int, field: str) -> str:
        """`text`, or its beginning where it is longer than can be kept, and a note."""
        if len(text) <= length:
            return text
        self.note("cut", self.column_of(field) or field)
        return text[: length - 1].rstrip() + "…"
