"""A real list, compared by us and counted apart from our code: with csv, json and Counter only."""

import csv
import json
import os
import statistics
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from rooted.comparisons.asking import ask
from rooted.comparisons.crossing import Crossing, crossed
from rooted.comparisons.question import Question
from rooted.records.record import Code, Record
from rooted.struggles.finding import Selection
from rooted.struggles.tests.make import group, struggles

STRIKES = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data") / "strikes"
CAT = STRIKES / "cat_actions.json"
EVERYTHING = Selection(short=True)


def rows_of(path):
    if not path.exists():
        pytest.skip(f"{path.name} is not on this machine")
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return json.load(opened) if path.suffix == ".json" else list(csv.DictReader(opened))


@pytest.fixture(scope="module")
def actions(shared_db):
    """Each action with its forms, demands, day and number of workers, and nothing else."""
    rows = rows_of(CAT)
    struggles(group(), [cat_record(row) for row in rows])
    return rows


@pytest.fixture
def cat(actions, db):
    return actions


def plain(word):
    return word.strip().replace(" ", "-")


def cat_record(row):
    codes = [("form", plain(word)) for word in row["actions"]] + [("demand", plain(word)) for word in row["struggles"]]
    return Record(
        title=row["description"][:100],
        started_on=date.fromisoformat(row["date"].replace("/", "-")),
        estimate_low=row["workers"] or None,
        codings=tuple(Code(*code) for code in dict.fromkeys(codes)),
    )


def answered(held, asked, by="", **among):
    return ask(Question(EVERYTHING.but(**among), held, asked, by)).answer


def lines(answer):
    return {line.code: line for line in answer.whole.lines}


def test_forms_are_counted_as_in_the_list(cat):
    counted = Counter(plain(word) for row in cat for word in set(row["actions"]))
    found = {code: line.n for code, line in lines(answered("form", "records")).items()}
    assert found == {code: counted[code] for code in found}
    assert [found["strike"], found["protest"], found["open-letter"]] == [112, 205, 142]


def test_how_many_took_part_is_the_median_of_the_list(cat):
    numbers = defaultdict(list)
    for row in cat:
        for word in set(row["actions"]):
            numbers[plain(word)].append(row["workers"] or None)
    for code, line in lines(answered("form", "people")).items():
        known = [number for number in numbers[code] if number]
        assert (line.n, line.figure.known) == (len(numbers[code]), len(known))
        assert line.figure.middle == statistics.median(known)
        if len(known) > 1:
            quarters = statistics.quantiles(known, n=4, method="inclusive")
            assert line.figure.quarters == pytest.approx((quarters[0], quarters[2]))


def test_153_without_a_number_are_not_known_and_not_0(cat):
    everything = answered("form", "people").everything
    assert (everything.n, everything.columns[""], everything.figure.known) == (506, 153, 353)


def test_forms_year_by_year_are_counted_as_in_the_list(cat):
    counted = Counter((plain(word), row["date"][:4]) for row in cat for word in set(row["actions"]))
    parts = answered("form", "records", "year").parts
    found = {(line.code, part.code): line.n for part in parts for line in part.lines}
    shown = {code for code, _year in found}
    assert {key: n for key, n in found.items() if n} == {key: n for key, n in counted.items() if key[0] in shown}


def test_tactics_and_demands_stand_together_as_often_as_in_the_list(cat):
    counted = Counter(
        (plain(demand), plain(form)) for row in cat for demand in set(row["struggles"]) for form in set(row["actions"])
    )
    assert dict(crossed(Crossing(EVERYTHING, "demand", "form")).cells) == dict(counted)


def test_the_outcome_is_known_of_none(cat):
    answer = answered("form", "won")
    assert {line.figure.known for line in answer.whole.lines} == {0}
    assert answer.verdict == "nothing"
