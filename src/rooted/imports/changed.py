"""Which copies here follow their authors by an import, and in what: both readers see it before it is done."""

import json
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from rooted.imports.models import Newer
from rooted.records.record import Record
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.plain import from_plain


@dataclass(frozen=True)
class Shown:
    """One copy with what its authors changed: their words for it, and what it says then; or why they withdrew it.

    `record` is None where it does not say anything new; `joined`: it becomes one with another record.
    """

    struggle: Struggle
    words: str = ""
    record: Record | None = None
    joined: bool = False


def shown(batch: ImportBatch) -> list[Shown]:
    """What copies here follow, or followed, by this import; not what came in with it. One query."""
    rows = Newer.objects.filter(batch=batch).exclude(struggle__batch=F("batch")).select_related("struggle")
    return [_shown(row, json.loads(row.content) if row.content else {}) for row in rows.order_by("pk")]


def _shown(row: Newer, said: dict[str, Any]) -> Shown:
    joined = bool(row.join_number)
    if "record" not in said:
        return Shown(row.struggle, said.get("why", ""), joined=joined)
    return Shown(row.struggle, said["corrections"][-1]["words"], from_plain(said["record"]), joined)
