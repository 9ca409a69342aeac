"""Finding public things by words: one behaviour on SQLite (FTS5) and PostgreSQL (tsvector).

We fold and cut the words ourselves (base/fold.py) and only let the database look them up, because the two disagree
about "Łódź" and "हड़ताल". A document is found when it has every word asked for; the last word may be unfinished from
three letters on. Documents whose title has them all come first; otherwise the newest day first. Only what strangers
may read is put here: sealed content never is.

A document can also carry marks: what it is, in codes. A word of a query that means some of these is found through them
as well, in whatever language it was asked; `Meant` says which. Nobody can type a mark.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
from itertools import islice

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from rooted.base.fold import asked_words, kept_words
from rooted.base.jobs import enqueue, job
from rooted.base.models import SearchEntry

ASKED = 16  # words of a query that count; the rest is ignored
ASKED_TEXT = 1_000  # characters of a query that are read
UNFINISHED = 3  # letters from which the last word may go on
AT_ONCE = 2_000  # rows written by one statement
COUNTED = 1_000  # nobody counts further

# An id is kind (7 bits), day (22 bits), chance (34 bits): "newest first" is simply the ids backwards, so both databases
# stop at the first few matches of a very frequent word; chance, because the order of writing is nobody's business.
DAY_BITS, CHANCE_BITS = 22, 34
NO_DAY = date.min

SQLITE = """
SELECT entry.key, entry.title FROM base_searchwords AS words JOIN base_searchentry AS entry ON entry.id = words.rowid
WHERE words.base_searchwords MATCH %s AND words.rowid BETWEEN %s AND %s AND entry.kind = %s
ORDER BY words.rowid DESC LIMIT %s
"""
POSTGRESQL = """
SELECT key, title FROM base_searchentry
WHERE {column} @@ %s::tsquery AND id BETWEEN %s AND %s AND kind = %s
ORDER BY id DESC LIMIT %s
"""

Row = tuple[int, str, str, str, str]
Meant = Callable[[str, bool], Iterable[str]]  # a folded word, whether it may go on -> the marks it means
MARK = "\ue000"  # of no script, so that no word has it (base/fold.py)
_NO_LETTER = re.compile("[^a-z0-9]+")


@dataclass(frozen=True)
class Document:
    """What can be found: `key` says which one (at most 64 characters, usually an id); undated ones come last.

    `marks` are codes of ASCII letters and numbers with signs between ("form:open-letter").
    """

    key: str
    title: str
    text: str
    day: date | None = None
    marks: tuple[str, ...] = ()


def put(kind: str, key: object, title: str, text: str, day: date | None) -> None:
    """Make one document findable under `kind`, instead of what stood under the same key."""
    put_many(kind, [Document(str(key), title, text, day)])


def put_many(kind: str, documents: Iterable[Document]) -> int:
    """The same for many, a few hundred at a time; answers how many."""
    count, rest = 0, iter(documents)
    while some := {document.key: document for document in islice(rest, AT_ONCE)}:
        with transaction.atomic():
            _take_out(SearchEntry.objects.filter(kind=kind, key__in=some))
            _put_in(_rows(kind, list(some.values())))
        count += len(some)
    return count


def drop(kind: str, *keys: object) -> None:
    """Make these documents unfindable; `forget` later takes their words out of the file."""
    with transaction.atomic():
        _take_out(SearchEntry.objects.filter(kind=kind, key__in=[str(key) for key in keys]))
        enqueue("search-forget")


def rebuild(kind: str, documents: Iterable[Document]) -> int:
    """Throw away everything under `kind` and put these instead, as one act; answers how many."""
    with transaction.atomic():
        _take_out(SearchEntry.objects.filter(kind=kind))
        return put_many(kind, documents)


def matching(kind: str, query: str, limit: int = 100, meant: Meant | None = None) -> list[str]:
    """Keys of the documents that have every word of `query`, best first; none for a query without words.

    With `meant`, a document has a word also if it has a mark that this word means.
    """
    words = _words_of(query)
    if not words or limit < 1:
        return []
    found = _found(kind, words, limit, meant=meant)
    if len(found) < limit:  # these are all: those with the words in the title are among them
        found.sort(key=lambda one: not _has_all(one[1].split(), words))
        return [key for key, _title in found]
    best = dict(_found(kind, words, limit, title_only=True))
    return list((best | dict(found)).keys())[:limit]


def _has_all(there: list[str], words: list[str]) -> bool:
    *whole, last = words
    began = _unfinished(words)
    return set(whole) <= set(there) and any(word == last or (began and word.startswith(last)) for word in there)


def count(kind: str, query: str) -> int:
    """How many documents have every word of `query`; never more than `COUNTED`."""
    words = _words_of(query)
    return len(_found(kind, words, COUNTED)) if words else 0


def forget(pages: int = 200) -> bool:
    """Take words of dropped and changed documents out of the file, a piece of at most about 50 ms; True when all are.

    FTS5 keeps them until its parts are joined into one. PostgreSQL clears its own as it vacuums.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        before = _written(cursor)
        cursor.execute("INSERT INTO base_searchwords (base_searchwords, rank) VALUES ('merge', %s)", [-pages])
        return _written(cursor) - before < 2  # what FTS5 documents as "nothing was left to join"


@job("search-forget", every=timedelta(days=1))
def forget_on() -> None:
    """Forget a piece, and come back at once while something is left."""
    if not forget():
        enqueue("search-forget")


def _written(cursor: CursorWrapper) -> int:
    cursor.execute("SELECT total_changes()")
    return cursor.fetchone()[0]


def _words_of(query: str) -> list[str]:
    return asked_words(query[:ASKED_TEXT])[:ASKED]


def _found(
    kind: str, words: list[str], limit: int, *, title_only: bool = False, meant: Meant | None = None
) -> list[tuple[str, str]]:
    last = len(words) - 1
    marks = [
        [_mark(mark) for mark in meant(word, at == last and _unfinished(words))] if meant else []
        for at, word in enumerate(words)
    ]
    asked = _asked_of_sqlite if connection.vendor == "sqlite" else _asked_of_postgresql
    sql, expression = asked(words, marks, title_only=title_only)
    first, last = _ids(kind)
    with connection.cursor() as cursor:
        cursor.execute(sql, [expression, first, last, kind, limit])
        return cursor.fetchall()


def _unfinished(words: list[str]) -> bool:
    return len(words[-1]) >= UNFINISHED


# Words hold letters, numbers and their marks only (base/fold.py), so that quoting them is enough.
def _asked_of_sqlite(words: list[str], marks: list[list[str]], *, title_only: bool) -> tuple[str, str]:
    quoted = [f'"{word}"' for word in words]
    quoted[-1] += " *" if _unfinished(words) else ""
    expression = " AND ".join(_either(word, also, " OR ", '"') for word, also in zip(quoted, marks, strict=True))
    return SQLITE, f"title : ({expression})" if title_only else expression


def _asked_of_postgresql(words: list[str], marks: list[list[str]], *, title_only: bool) -> tuple[str, str]:
    quoted = [f"'{word}'" for word in words]
    quoted[-1] += ":*" if _unfinished(words) else ""
    expression = " & ".join(_either(word, also, " | ", "'") for word, also in zip(quoted, marks, strict=True))
    return POSTGRESQL.format(column="title_words" if title_only else "all_words"), expression


def _either(word: str, marks: list[str], either: str, quote: str) -> str:
    return f"({either.join([word, *(f'{quote}{mark}{quote}' for mark in marks)])})" if marks else word


def _mark(code: str) -> str:
    return MARK + _NO_LETTER.sub(MARK, code.lower())


def _put_in(rows: list[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO base_searchentry (id, kind, key, title, text) VALUES (%s, %s, %s, %s, %s)", rows
        )
        if connection.vendor == "sqlite":
            words = [(number, title, text) for number, _, _, title, text in rows]
            cursor.executemany("INSERT INTO base_searchwords (rowid, title, text) VALUES (%s, %s, %s)", words)


def _take_out(entries: QuerySet[SearchEntry]) -> None:
    if connection.vendor == "sqlite":
        words = list(entries.values_list("id", "title", "text"))  # FTS5 must be told the words it is to lose
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO base_searchwords (base_searchwords, rowid, title, text) VALUES ('delete', %s, %s, %s)",
                words,
            )
    entries.delete()


def _rows(kind: str, documents: list[Document]) -> list[Row]:
    documents = sorted(documents, key=lambda document: document.day or NO_DAY)  # FTS5 is slow at ids out of order
    ids = _free_ids([_first_id(kind, document.day) for document in documents])
    return [
        (
            number,
            kind,
            document.key,
            _joined(kept_words(document.title), SearchEntry.TITLE),
            _joined([*map(_mark, document.marks), *kept_words(document.text)], SearchEntry.TEXT),
        )
        for number, document in zip(ids, documents, strict=True)
    ]


def _joined(words: list[str], most: int) -> str:
    text = " ".join(words)
    return text if len(text) <= most else text[: most + 1].rpartition(" ")[0]


def _kind_number(kind: str) -> int:
    # Two kinds may share a number: it only narrows where to look, and the kind itself is compared as well.
    return blake2b(kind.encode(), digest_size=1).digest()[0] >> 1


def _first_id(kind: str, day: date | None) -> int:
    return ((_kind_number(kind) << DAY_BITS) + (day or NO_DAY).toordinal()) << CHANCE_BITS


def _ids(kind: str) -> tuple[int, int]:
    first = _kind_number(kind) << (DAY_BITS + CHANCE_BITS)
    return first, first + (1 << (DAY_BITS + CHANCE_BITS)) - 1


def _free_ids(firsts: list[int]) -> list[int]:
    while True:
        ids = [first + secrets.randbits(CHANCE_BITS) for first in firsts]
        if len(set(ids)) == len(ids) and not SearchEntry.objects.filter(id__in=ids).exists():
            return ids
