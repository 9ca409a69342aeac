"""What every table has in common: lists in one cell, unknown as empty, no cell that acts as a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation

from rooted.records import codes
from rooted.records.record import Record

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Context:
    """What a row may say beyond the record itself: its public id and address; the list it was brought in with, with
    those who gathered it and its licence, "" where it was written here."""

    id: str
    url: str
    gathered: str = ""


Rows = Callable[[Record, Context], Iterable[dict[str, Any]]]


def cell(value: Any) -> str:
    """One cell: lists joined by "; ", nothing for None, an apostrophe before what a spreadsheet would calculate."""
    if value is None:
        return ""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return str(value)
    text = "; ".join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def table(columns: list[str], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """CSV (RFC 4180, UTF-8) with a line of names; a row's unknown columns are an error."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: cell(value) for name, value in row.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    if out.tell():
        yield out.getvalue()


def words(record: Record, scheme: str) -> list[str]:
    """The codes of one list, or what the source called them where there is no code."""
    return [code.literal or code.code for code in record.codings if code.scheme == scheme]


def number(low: int | None, high: int | None) -> int | None:
    """One number for a register that has only one: the lower end, else the upper."""
    return low if low is not None else high


def english(record: Record, scheme: str) -> list[str]:
    """The codes of one list in English words, or what the source called them where there is no code."""
    with translation.override("en"):
        listed = [code for code in record.codings if code.scheme == scheme]
        return [str(codes.label(scheme, code.code, code.literal)) for code in listed]


def sources(record: Record, context: Context) -> list[str]:
    """Every source, and the list that somebody else gathered: licences ask that it is named."""
    return [
        *(source.url or source.text for source in record.sources),
        *([context.gathered.replace(";", ",")] if context.gathered else []),  # ";" parts sources in a cell
    ]


def told(record: Record) -> str:
    """The account with its answers as one text."""
    return "\n\n".join([text for text in (record.account, *(one.text for one in record.answers)) if text])
