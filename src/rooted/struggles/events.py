"""Facts about the chronicle. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ListPublished:
    """All records of an imported list that can be public are."""

    batch: UUID
