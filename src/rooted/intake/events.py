"""Facts about letters. Ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ThreadErased:
    """A thread is about to be erased with everything in it; what a higher app sealed beside it goes too."""

    thread: int
