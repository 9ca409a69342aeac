"""What may still go on: asked of rows and of records, one answer."""

from datetime import date
from itertools import product

import pytest

from rooted.struggles.conditions import may_run_still
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make

TODAY = date(2026, 3, 20)  # thirty days before: 18 February
DAYS = [date(2025, 1, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 17), date(2026, 2, 18), TODAY]
ENDS = [("unknown", None), ("goes-on", None), ("unknown", TODAY), ("goes-on", TODAY), ("won", None)]


@pytest.mark.parametrize(
    ("precision", "began"),
    [("day", DAYS[4:]), ("unclear", DAYS[4:]), ("month", DAYS[2:]), ("year", DAYS[1:]), ("century", DAYS[4:])],
)
def test_only_what_began_lately_or_may_have_and_nobody_wrote_how_it_ended(db, precision, began):
    records = [
        make.record(started_on=day, started_precision=precision, outcome=outcome, ended_on=ended)
        for day, (outcome, ended) in product(DAYS, ENDS)
    ]
    make.struggles(make.group(), records)
    may = {(day, "unknown") for day in began} | {(day, "goes-on") for day in DAYS}
    rows = Struggle.objects.filter(may_run_still(TODAY), ended_on=None)
    assert set(rows.values_list("started_on", "outcome")) == may
    assert Struggle.objects.filter(may_run_still(TODAY)).count() == len(may)
    assert {(one.started_on, one.outcome) for one in records if one.may_run(TODAY)} == may
    assert sum(one.may_run(TODAY) for one in records) == len(may)
