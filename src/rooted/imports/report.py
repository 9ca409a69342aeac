"""An import's report, row by row: for the page, and as CSV."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from rooted.imports.models import ImportNote
from rooted.imports.notes import KINDS
from rooted.struggles.models import ImportBatch

AT_ONCE = 1_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would carry out


@dataclass(frozen=True)
class Kind:
    """One part of the report: its word, how many lines it has, whether it is the one shown."""

    code: str
    words: str
    count: int
    chosen: bool


def notes_of(batch: ImportBatch, kind: str = "") -> QuerySet[ImportNote]:
    """The lines of the report, or of one part of it, in the file's order."""
    found = batch.notes.order_by("row", "id")
    return found.filter(code__in=KINDS[kind][1]) if kind in KINDS else found


def kinds(batch: ImportBatch, chosen: str = "") -> list[Kind]:
    """The parts that have lines, and all of them first; one query."""
    counted = dict(batch.notes.order_by().values_list("code").annotate(Count("pk")))
    parts = [
        Kind(code, str(words), sum(counted.get(one, 0) for one in listed), code == chosen)
        for code, (words, listed) in KINDS.items()
    ]
    everything = Kind("", _("All"), sum(counted.values()), chosen not in KINDS)
    return [everything, *(part for part in parts if part.count)]


def lines(batch: ImportBatch) -> Iterator[str]:
    """The report as CSV, some lines at a time; no cell of it is a formula."""
    kind_of = {code: str(words) for words, listed in KINDS.values() for code in listed}
    yield "\ufeff" + as_csv([[_("Row"), _("Number"), _("Kind"), _("What")]])
    after = 0
    while some := list(whole_rows(batch, after)):
        yield as_csv([[str(one.row), one.external_id, kind_of[one.code], one.sentence] for one in some])
        after = some[-1].row


def whole_rows(batch: ImportBatch, after: int) -> list[ImportNote]:
    """The next lines, never only some of one row's."""
    later = batch.notes.filter(row__gt=after).order_by("row", "id")
    last = later.values_list("row", flat=True)[AT_ONCE - 1 : AT_ONCE].first()
    return list(later.filter(row__lte=last) if last is not None else later)


def as_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows and does not carry out."""
    return "'" + cell if cell.startswith(FORMULA) else cell
