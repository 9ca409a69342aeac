"""What a file is once it is read: a layout, columns and rows; and the sentences for a file that cannot be used."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LARGEST = 50 * 1024 * 1024  # bytes of one list
LARGEST_CHRONICLE = 2_000_000_000  # bytes of another server's whole chronicle; it is read and kept a piece at a time
MOST_ROWS = 200_000
MOST_COLUMNS = 120  # a form asks about each of them
LONGEST_CELL = 1_000_000  # characters
LONGEST_ROW = 2_000_000  # characters of one entry, all cells together
LONGEST_NAME = 80  # characters of a column's name

UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # NUL and half characters: no database keeps them

OpenFile = Callable[[], BinaryIO]  # opens the file from its beginning; called several times

UNUSABLE: dict[str, Promise | str] = {
    "empty": _("This file is empty. Fetch it again."),
    "size": _("This file is larger than 50 MB. Split it and bring in the parts."),
    "size-chronicle": _("This chronicle is larger than 2 GB. Ask the other server for a part of it."),
    "rows": _("This list has more than 200,000 rows. Split it and bring in the parts."),
    "columns": _("This list has more than 120 columns. Take out those that nobody needs."),
    "cell": _("Row %(detail)s holds more than one row can. Is this file a list?"),
    "broken": _("This file is not whole: it breaks off after row %(detail)s. Fetch it again."),
    "not-json": _("After row %(detail)s this file is not JSON any more. Fetch it again."),
    "no-list": _("We find no list of records in this file. Bring a CSV file, or JSON with a list of records."),
    "no-rows": _("The list in this file has no rows. There is nothing to bring in."),
    "one-column": _("We find only one column. Choose “CSV” when you save the list, and try again."),
    "letters": _("The letters of this file cannot be read. Save it as UTF-8 and try again."),
    "workbook": _("This is a spreadsheet, not a list. Open it, save it as CSV (UTF-8), and bring that file."),
    "packed": _("This file is packed. Unpack it first, and bring the list inside."),
    "page": _("This is a web page, not a list. Look there for a link to the list itself."),
    "pdf": _("This is a PDF, not a list. Ask those who made it for the table."),
    "folder": _("This file cannot be opened. Check its name and place."),
}


# The same where it is so before any row ends.
AT_ONCE: dict[str, Promise | str] = {
    "cell": _("The first line holds more than one row can. Is this file a list?"),
    "broken": _("This file is not whole: it breaks off within its first row. Fetch it again."),
    "not-json": _("This file begins like JSON, but is none. Fetch it again."),
}


class Unusable(ValueError):
    """A file that cannot be used; `code` is one of UNUSABLE, `detail` a row or a name."""

    def __init__(self, code: str, detail: object = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, str(detail)

    @property
    def sentence(self) -> str:
        at_once = AT_ONCE.get(self.code, "") if self.detail == "0" else ""
        return str(at_once or UNUSABLE[self.code]) % {"detail": self.detail}


@dataclass(frozen=True)
class Layout:
    """How a file is read, found out once. `kind` is "csv", "list", "inside" (a list under `key`) or "lines"."""

    kind: str
    encoding: str
    delimiter: str = ""
    skipped: int = 0  # lines above the names of the columns
    key: str = ""
    chronicle: bool = False  # a file of our own form, as rooted.exports writes it
    server: str = ""  # whose chronicle it is
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row by the names of the columns, counted from 1; `values` is None where an entry has no named cells."""

    number: int
    values: dict[str, Any] | None
    notes: tuple[tuple[str, str], ...] = field(default=())
