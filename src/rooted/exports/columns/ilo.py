"""One row for each dispute with the measures of the ILO.

Resolution concerning statistics of strikes, lockouts and other action due to labour disputes, 15th International
Conference of Labour Statisticians, 1993.
"""

from collections.abc import Iterator
from typing import Any

from rooted.exports.columns.cells import Context, sources, words
from rooted.records.branches import section_of
from rooted.records.record import Record

COLUMNS = [
    "id", "country", "type", "isic_section", "isic_division", "start", "start_precision", "end", "end_precision",
    "duration_days", "workers_direct_low", "workers_direct_high", "workers_indirect_low", "workers_indirect_high",
    "workers_employed", "days_not_worked_low", "days_not_worked_high", "days_not_worked_estimated", "matter_in_dispute",
    "official", "method_of_settlement", "result", "economic_units", "sources", "url",
]  # fmt: skip
OTHER_ACTION = "other action"
TYPES = {"strike": "strike", "lockout": "lockout"}
SETTLED = ("talks", "mediation", "court", "offer")


def rows(record: Record, context: Context) -> Iterator[dict[str, Any]]:
    """A resumed strike over the same matter is one dispute: so is a record. Threats only are not counted there."""
    if record.threatened_only:
        return
    forms, branches = words(record, "form"), [code.code for code in record.codings if code.scheme == "branch"]
    official = {one.official for one in record.organisations} - {"unknown"}
    yield {
        "id": context.id,
        "country": record.countries.split(),
        "type": next((TYPES[form] for form in forms if form in TYPES), OTHER_ACTION),
        "isic_section": sorted({section_of(code) for code in branches}),
        "isic_division": [code for code in branches if code.isdigit()],
        "start": record.started_on,
        "start_precision": record.started_precision,
        "end": record.ended_on,
        "end_precision": record.ended_precision if record.ended_on else "",
        "duration_days": record.lasted_days,
        "workers_direct_low": record.estimate_low,
        "workers_direct_high": record.estimate_high,
        "workers_indirect_low": record.indirect_low,
        "workers_indirect_high": record.indirect_high,
        "workers_employed": record.workforce,
        "days_not_worked_low": record.days_low,
        "days_not_worked_high": record.days_high,
        "days_not_worked_estimated": record.days_estimated if record.days_low or record.days_high else "",
        "matter_in_dispute": words(record, "demand"),
        "official": official.pop() if len(official) == 1 else "",
        "method_of_settlement": [word for word in words(record, "response") if word in SETTLED],
        "result": "" if record.outcome == "unknown" else record.outcome,
        "economic_units": len(record.employers) or None,
        "sources": sources(record, context),
        "url": context.url,
    }
