"""Published records a few hundred at a time, so that a hundred thousand leave without filling the memory."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from rooted.struggles.models import Struggle, StruggleQuerySet
from rooted.struggles.reading import whole

AT_ONCE = 250


def pieces(struggles: StruggleQuerySet) -> Iterator[Struggle]:
    """Every struggle of the queryset in its order, each with all its rows; about ten questions for 250 of them.

    The ids are read first: no cursor stays open while a slow reader takes the rest.
    """
    ids: list[UUID] = list(struggles.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_ONCE):
        wanted = ids[start : start + AT_ONCE]
        rows = whole(Struggle.objects.filter(pk__in=wanted).select_related("batch", "merged_into"))
        found = {row.pk: row for row in rows.prefetch_related("corrections")}
        yield from (found[pk] for pk in wanted if pk in found)


def lines(parts: Iterable[str]) -> Iterator[bytes]:
    """Text as bytes, some 32 kB together."""
    held, size = [], 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size > 32_000:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()
