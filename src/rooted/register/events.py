"""Facts about decisions. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class DecisionBurnt:
    """The text of an entry was erased: whoever keeps the same text elsewhere erases it now, in this transaction."""

    group: UUID
    entry: int
