"""Facts about notes. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class NoteErased:
    """A note is about to be erased with all its versions. Whoever points at it lets go of it before its row is held."""

    group: UUID
    note: int
