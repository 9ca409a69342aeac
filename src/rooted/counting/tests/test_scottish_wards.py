"""Twelve wards of 2017: every stage as the returning officers published it."""

import json
import re
from functools import cache

import pytest

from rooted.counting.files.blt import read_blt
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.tests.shared import votes

WARDS = [
    "aberdeen_2017_ward11",
    "argyll_bute_2017_ward4",
    "clackmannanshire_2017_ward5",
    "dundee_2017_ward1",
    "east_dunbartonshire_2017_ward2",
    "east_renfrewshire_2017_ward4",
    "edinburgh_2017_ward1",
    "eilean_siar_2017_ward4",
    "fife_2017_ward9",
    "glasgow_2017_ward1",
    "glasgow_2017_ward13",
    "south_lanarkshire_2017_ward2",
]
# Two slips of the published files: a total printed as 393, and a ballot more in the file than in the result.
SLIPS = {("glasgow_2017_ward1", 3, "alan digney"): 303}
ONE_BALLOT_MORE = {"east_dunbartonshire_2017_ward2"}
OTHER_NAMES = {"norrie work": "norman work", "gillian macdonald": "gill macdonald"}  # on the ballot, in the result
every_ward = pytest.mark.parametrize("ward", WARDS)


@cache
def official(ward):
    return json.loads(votes("scottish-stv/official_results_2017.json"))[ward]


@cache
def ours(ward):
    file = read_blt(votes(f"scottish-stv/{ward}.blt"))
    return scottish_stv(file.ballots, file.seats)


def plain(name):
    """A name without its party, in small letters, as the result writes it."""
    short = re.sub(r"\s*\(.*\)$", "", name).casefold().strip()
    return OTHER_NAMES.get(short, short)


@every_ward
def test_quota_and_number_of_ballots_are_the_official_ones(ward):
    more = 1 if ward in ONE_BALLOT_MORE else 0
    assert (ours(ward).quota, ours(ward).valid - more) == (official(ward)["quota"], official(ward)["valid"])


@every_ward
def test_every_total_of_every_stage_is_the_official_one(ward):
    wrong = []
    for stage in ours(ward).stages:
        published = {plain(name): has for name, has in official(ward)["stage_totals"][str(stage.number)].items()}
        for name, has in stage.totals.items():
            expected = SLIPS.get((ward, stage.number, plain(name)), published[plain(name)])
            if abs(float(has) - expected) > (1.001 if ward in ONE_BALLOT_MORE else 0.005):
                wrong.append((stage.number, name, float(has), expected))
    assert wrong == []
    assert len(ours(ward).stages) == len(official(ward)["stage_totals"])


@every_ward
def test_everyone_is_elected_or_drops_out_at_the_official_stage(ward):
    found = {plain(name): ("Elected", stage.number) for stage in ours(ward).stages for name in stage.elected}
    found |= {plain(name): ("Excluded", stage.number) for stage in ours(ward).stages for name in stage.excluded}
    assert found == {plain(name): tuple(fate) for name, fate in official(ward)["final_status"].items()}
