"""Comparing few finds what comparing all would find."""

import csv
import json
import os
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as times
from hypothesis import strategies as st

from rooted.base.fold import kept_words, line
from rooted.doubles.blocking import MOST_OF_A_NAME, likely_pairs
from rooted.doubles.likeness import Facts, employer_words, likeness, telling_words
from rooted.doubles.tests.make import facts, moved
from rooted.doubles.tests.test_likeness import any_facts


def keys(found):
    return {frozenset((pair.one.key, pair.other.key)) for pair in found}


@times(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_facts(), max_size=6, unique_by=lambda one: one.key))
def test_every_likely_pair_with_something_rare_in_common_is_found_once(records):
    found = likely_pairs(records, records)
    everything = {
        frozenset((one.key, other.key))
        for one in records
        for other in records
        if one.key < other.key and likeness(one, other).likely
    }
    assert (keys(found), len(found)) == (everything, len(everything))


def test_only_pairs_of_what_is_new_are_looked_for():
    records = [facts(number) for number in range(4)]
    assert keys(likely_pairs(records[:1], records)) == {frozenset((0, number)) for number in (1, 2, 3)}


def test_a_name_that_everybody_has_says_nothing():
    many = [facts(number, towns=frozenset(), words=frozenset()) for number in range(MOST_OF_A_NAME + 1)]
    assert likely_pairs(many, many) == []


def test_the_same_name_far_away_in_time_does_not_hide_a_pair():
    many = [moved(facts(number), 100 * number) for number in range(2, MOST_OF_A_NAME + 50)]
    records = [facts(0), facts(1), *many]
    assert keys(likely_pairs(records, records)) == {frozenset((0, 1))}


def real(name):
    folder = Path(os.environ.get("ROOTED_SHARED") or settings.SOURCE.parent / "shared" / "data")
    path = folder / "strikes" / name
    if not path.exists():
        pytest.skip(f"the list is not at {path}")
    return path


def cat():
    """The list of Collective Action in Tech, read here without the product's import."""
    for entry in json.loads(real("cat_actions.json").read_text()):
        day = date(*map(int, entry["date"].split("/")))
        firms = [line(name.replace("_", " ")) for name in entry["companies"] or []]
        places = frozenset(entry["locations"] or [])
        names = frozenset(word for text in (*firms, *places) for word in re.split(r"\W", text))
        yield Facts(
            str(entry["id"]), day, day, employers=frozenset(employer_words(firm) for firm in firms if firm),
            towns=frozenset(("", place) for place in places if place.count("-") > 1), countries=frozenset(),
            words=telling_words(kept_words(entry["description"][:1_500]), names),
            sources=frozenset(entry["sources"] or []), people=entry["workers"] or None, source_set="cat",
        )  # fmt: skip


def test_a_copy_of_the_list_of_collective_action_in_tech_is_found_record_by_record():
    """Under another name, three days later."""
    records = list(cat())
    late = [moved(replace(one, key=f"{one.key}x", source_set="x"), 3) for one in records]
    found = keys(likely_pairs(late, [*records, *late]))
    missed = [one.key for one in records if frozenset((one.key, f"{one.key}x")) not in found]
    assert (len(records), missed, len(found) < 600) == (506, [], True)


def stoppages():
    """What the US mediation service knows of."""
    with real("fmcs_work_stoppages_1984_2020.csv").open(newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            day = date.fromisoformat(row["Start Date"])
            yield Facts(
                number, day, day, ended=date.fromisoformat(row["End Date"]) if row["End Date"] else None,
                employers=frozenset({employer_words(line(row["Employer"]))}),
                towns=frozenset({("US", line(row["City, State"]))}), organisations=frozenset({line(row["Union"])}),
                people=int(float(row["# Idled"] or 0)) or None, source_set="fmcs",
            )  # fmt: skip


def all_compared(records):
    """Every likely pair of records in the order of their days, without keys."""
    for place, one in enumerate(records):
        for other in records[place + 1 :]:
            if other.first - one.first > timedelta(days=31):
                break
            if likeness(one, other).likely:
                yield frozenset((one.key, other.key))


@pytest.mark.long
def test_of_fourteen_thousand_stoppages_few_are_shown_and_none_is_lost_by_comparing_few():
    records = sorted(stoppages(), key=lambda one: one.first)
    found = keys(likely_pairs(records, records))
    some = records[2_000:4_000]
    assert keys(likely_pairs(some, some)) == set(all_compared(some))
    assert (len(records), 400 < len(found) < 600) == (14_317, True)
