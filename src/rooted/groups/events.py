"""Facts about groups. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class GroupFounded:
    """A group and its first seat exist."""

    group: UUID
    seat: int


@dataclass(frozen=True)
class SeatJoined:
    """A member came in."""

    group: UUID
    seat: int


@dataclass(frozen=True)
class SeatLeft:
    """A member parted or was removed; the seat's row stays, with no name and no key."""

    group: UUID
    seat: int


@dataclass(frozen=True)
class GroupClosed:
    """A group ends. Its circle and seats still exist; right after this they are erased."""

    group: UUID


@dataclass(frozen=True)
class SmallCircleErased:
    """Nobody is left in a small circle. Right after this it is erased with all that is sealed to it."""

    group: UUID
    circle: int
