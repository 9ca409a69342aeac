"""The first of the US mediation service's stoppages, read as they stand in the file."""

import csv
from collections import Counter
from datetime import date

from rooted.imports.tests import make
from rooted.imports.tests.test_known_stoppages import FMCS
from rooted.struggles.models import Coding, Struggle
from rooted.struggles.tests.make import group


def test_some_of_the_stoppages_are_read_as_they_stand_in_the_file(db, monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)
    with make.list_path(FMCS).open(newline="") as file:
        lines = file.readlines()[:400]
    batch = make.batch(group(), "".join(lines), name=FMCS)
    rows = list(csv.DictReader(lines))
    first = Struggle.objects.get(external_id="1984AA00L294")
    assert batch.rows_added == len(rows)
    assert (first.title, first.ended_on, first.led_by) == (
        "Interstate Paper Converting Corp, Secaucus",
        date(1984, 3, 15),
        "union",
    )
    assert (first.estimate_low, first.estimate_high, first.countries) == (27, 27, "US")
    assert Counter(Coding.objects.filter(scheme="form").values_list("code", flat=True)) == {"strike": len(rows)}
