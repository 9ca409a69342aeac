"""Selections and the whole chronicle as one JSON file, written piece by piece; its form: rooted.struggles.exchange."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.utils import timezone

from rooted.exports.streams import pieces
from rooted.struggles.exchange import FORMAT, entry_of, list_of, server_name
from rooted.struggles.models import Struggle, StruggleQuerySet, Term


def chronicle_file(struggles: StruggleQuerySet, *, selection: str = "") -> Iterator[str]:
    """The JSON text of a file with these records, each on a line of its own, and the words of the vocabulary."""
    head = {
        "format": FORMAT,
        "server": server_name(),
        "address": settings.ADDRESS,
        "exported_on": timezone.localdate().isoformat(),
        "selection": selection,
        "terms": list(vocabulary()),
    }
    yield as_json(head)[:-1] + ', "struggles": [\n'
    yield from joined(as_json(travelling(struggle)) for struggle in pieces(struggles))
    yield "\n]}\n"


def travelling(struggle: Struggle) -> dict[str, Any]:
    """One record as it travels; a merged one says which record it is one with, and by what a list knows that."""
    entry = entry_of(struggle)
    one_with = struggle.merged_into
    if one_with and one_with.public_id:
        entry["merged_into"] = str(one_with.public_id)
        if which := list_of(one_with):
            entry["merged_into_list"] = which
    return entry


def whole() -> StruggleQuerySet:
    """Everything that was published and is not hidden: withdrawn and merged records too, so that copies can follow."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).order_by("-started_on", "id")


def vocabulary() -> Iterator[dict[str, Any]]:
    """Each word of the vocabulary that published points use, and the word it was merged into."""
    used = Struggle.objects.public().values("points__term")
    for term in Term.objects.filter(pk__in=used).select_related("merged_into").order_by("kind", "folded"):
        said: dict[str, Any] = {"kind": term.kind, "words": term.words}
        said |= {"code": term.code} if term.code else {}
        yield said | ({"merged_into": term.merged_into.words} if term.merged_into else {})


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def joined(parts: Iterable[str]) -> Iterator[str]:
    """The parts with ",\\n" between them."""
    first = True
    for part in parts:
        yield part if first else ",\n" + part
        first = False
