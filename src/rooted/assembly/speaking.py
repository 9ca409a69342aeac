"""Whose turn it is, without Django. Names are compared as people write them: without regard to case and spaces."""

from collections.abc import Iterable


def same_name(name: str) -> str:
    """A name in the form in which two of them are compared."""
    return " ".join(name.split()).casefold()


def in_turn(waiting: Iterable[tuple[int, str]], spoken: Iterable[str], *, new_first: bool) -> list[tuple[int, str]]:
    """The (place, name) of who waits, in the order in which they speak.

    By place, which is the order of asking. If `new_first`, whoever is not among `spoken` comes before all who are; one
    who asked twice is new only the first time.
    """
    ordered = sorted(waiting)
    if not new_first:
        return ordered
    known = {same_name(name) for name in spoken}
    new: list[tuple[int, str]] = []
    again: list[tuple[int, str]] = []
    for place, name in ordered:
        (again if same_name(name) in known else new).append((place, name))
        known.add(same_name(name))
    return [*new, *again]
