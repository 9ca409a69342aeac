"""Facts about decisions. Ids only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class BurningSet:
    """A day was set on which the text of an entry burns: what else tells of it is to burn with it."""

    group: UUID
    entry: int
    day: date


@dataclass(frozen=True)
class DecisionBurnt:
    """The text of an entry was erased: whoever keeps the same text elsewhere erases it now, in this transaction."""

    group: UUID
    entry: int
