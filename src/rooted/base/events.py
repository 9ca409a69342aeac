"""Facts a lower app announces and higher apps answer, in the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction

Fact = TypeVar("Fact")
_reactions: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def reacts_to(kind: type[Fact]) -> Callable[[Callable[[Fact], None]], Callable[[Fact], None]]:
    """Decorator: call this function, which only writes rows, whenever a `kind` is announced."""

    def register(reaction: Callable[[Fact], None]) -> Callable[[Fact], None]:
        _reactions[kind].append(reaction)
        return reaction

    return register


def announce(fact: object) -> None:
    """Tell every reaction of `fact`; one failure undoes the caller's whole transaction."""
    with transaction.atomic():
        for reaction in _reactions[type(fact)]:
            reaction(fact)
