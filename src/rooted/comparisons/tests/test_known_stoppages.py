"""The US mediation service's list of stoppages, compared by us and counted apart from our code: with csv only."""

import statistics
from collections import defaultdict
from datetime import date

import pytest

from rooted.comparisons.tests.test_known_figures import STRIKES, answered, lines, rows_of
from rooted.records.record import Code, Record
from rooted.struggles.tests.make import group, struggles

FMCS = STRIKES / "fmcs_work_stoppages_1984_2020.csv"
SECTIONS = {
    "Manufacturing": "C", "Construction": "F", "Health Care and Social Assistance": "Q", "Information": "J",
    "Educational Services": "P", "Transportation and Warehousing": "H", "Mining": "B", "Utilities": "D",
}  # fmt: skip


@pytest.fixture
def fmcs(db):
    rows = rows_of(FMCS)
    struggles(group(), [fmcs_record(row) for row in rows])
    return rows


def day(text):
    return date.fromisoformat(text) if text else None


def number(row):
    return int(float(row["# Idled"])) if row["# Idled"] and float(row["# Idled"]) >= 1 else None


def fmcs_record(row):
    section = SECTIONS.get(row["Industry"])
    started, ended = day(row["Start Date"]), day(row["End Date"])
    return Record(
        title=row["Employer"][:100] or "Not named",
        started_on=started,
        ended_on=ended,
        estimate_low=number(row),
        codings=(Code("branch", section),) if section else (),
    )


def days(row):
    """How many, both counted; None where the end is missing or before the start."""
    started, ended = day(row["Start Date"]), day(row["End Date"])
    return (ended - started).days + 1 if ended and ended >= started else None


@pytest.mark.long
def test_the_federal_list_compared_by_branch_and_decade(fmcs):
    lasted, sizes = defaultdict(list), defaultdict(list)
    for row in fmcs:
        section = SECTIONS.get(row["Industry"], "")
        lasted[section].append(days(row))
        sizes[section, row["Start Date"][:3] + "0"].append(number(row))
    answer = answered("branch", "lasted")
    assert (answer.everything.n, lines(answer)["C"].n) == (14_317, 7_743)
    for code, line in [*lines(answer).items(), ("", answer.not_known)]:
        known = [value for value in lasted[code] if value]
        assert (line.n, line.figure.known, line.figure.middle) == (
            len(lasted[code]), len(known), statistics.median(known),
        )  # fmt: skip
    for part in answered("branch", "people", "decade").parts:
        for line in part.lines:
            known = [value for value in sizes[line.code, part.code] if value]
            assert (line.n, line.figure.known) == (len(sizes[line.code, part.code]), len(known))
            assert line.figure.middle == (statistics.median(known) if known else None)
