"""Kinds of sealed content. Every app declares its own in `sealed.py`; the canary test reads them all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class SealedKind:
    """One kind of sealed content: its name ("intake.letter") and its fields.

    `write_only` kinds can be sealed by anyone, without a key, and opened by the circle alone: a stranger's letter.
    All others are sealed by members; a thief who may write to the database cannot forge them.
    What is not `searched` is left out of the search: earlier versions of a text, that stands there again.
    `added`: fields that the kind did not always have, each with what an item says that was sealed before.
    """

    name: str
    fields: tuple[str, ...]
    write_only: bool = False
    searched: bool = True
    added: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        _kinds[self.name] = self


_kinds: dict[str, SealedKind] = {}


def kind_named(name: str) -> SealedKind:
    """The declared kind of that name; KeyError if no app declares it."""
    return _kinds[name]


def not_searched() -> list[str]:
    """The names of the kinds that the search leaves out."""
    return [kind.name for kind in _kinds.values() if not kind.searched]
