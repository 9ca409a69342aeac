"""Every route of the URLconf, with all that a newcomer would guess from its name."""

import inspect
from dataclasses import dataclass
from functools import cached_property

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One address pattern: `intake:letter-take`, its callback and the names of the values in its address."""

    name: str
    pattern: str
    callback: object
    values: tuple[str, ...]

    @property
    def app(self) -> str:
        return self.name.partition(":")[0]

    @property
    def word(self) -> str:
        """`letter-take` as Python and files write it: `letter_take`."""
        return self.name.rpartition(":")[2].replace("-", "_")

    @cached_property
    def view(self):
        """The function under its decorators."""
        return inspect.unwrap(self.callback)


def routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, "", "", ()))


def _walk(entries, prefix, namespace, values):
    for entry in entries:
        pattern = prefix + str(entry.pattern)
        inside = (*values, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            below = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, pattern, below, inside)
        elif isinstance(entry, URLPattern):
            yield Route(f"{namespace}{entry.name or ''}", pattern, entry.callback, inside)
