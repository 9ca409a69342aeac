"""Facts about letters. Ids only."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class LetterCame:
    """A letter waits for the group: a first one, a further one, one taken down at the phone, one released."""

    group: UUID
    thread: int


@dataclass(frozen=True)
class ThreadErased:
    """A thread is about to be erased with everything in it; what a higher app sealed beside it goes too."""

    thread: int
