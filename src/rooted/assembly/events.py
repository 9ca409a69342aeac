"""Facts about assemblies. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SittingsErased:
    """Sittings of an assembly, or all of it, are erased now. `notes`: their minutes, which stay among the notes."""

    group: UUID
    assembly: int
    notes: tuple[int, ...]
