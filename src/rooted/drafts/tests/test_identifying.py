"""Warnings about what may tell who somebody is."""

from datetime import date

import pytest

from rooted.drafts.identifying import DAY, HOUR, NAME, REACH, TEAM, names, what_may_identify
from rooted.drafts.tests import make
from rooted.records.record import Action, Day, Employer


def found(text, kind):
    return [one.quote for one in what_may_identify(make.record(account=text)) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Then Maria Lopez said no.", ["Maria Lopez"]),
        ("We told Mr Tolley and Frau Weber.", ["Mr Tolley", "Frau Weber"]),
        ("The foreman Ali came.", ["foreman Ali"]),
        ("Jean-Pierre O’Neill spoke.", ["Jean-Pierre O’Neill"]),
        ("The Strike began. Then They came. On Monday Morning we met in Leeds.", []),
        ("Eighty sat down in the canteen of Merrowgate Hospital.", []),
        ("WE SAID NO. We all left.", []),
        ("قالت العاملات لا", []),
    ],
)
def test_names_of_persons(text, quotes):
    assert found(text, NAME) == quotes


def test_a_firm_in_the_record_is_no_person_but_stays_one_elsewhere():
    text = "Brightfloor Services sent four."
    assert found(text, NAME) == ["Brightfloor Services"]
    firm = make.record(account=text, employers=(Employer("Brightfloor Services"),))
    assert [one for one in what_may_identify(firm) if one.kind == NAME] == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Ring 07700 900 011 or write to ana@example.org.", ["07700 900 011", "ana@example.org"]),
        ("From 12-11-2026 on, 1919-1921, with 2,000 people and 640 pounds.", []),
    ],
)
def test_ways_to_reach_somebody(text, quotes):
    assert found(text, REACH) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("At 22:30 they went in, at 6 am they came out.", ["22:30", "6 am"]),
        ("The third shift on Tuesday.", ["third shift on Tuesday"]),
        ("Schicht 3 blieb draußen.", ["Schicht 3"]),
        ("The night shift did not start. It cost 12.30 an hour.", []),
    ],
)
def test_hours_and_shifts(text, quotes):
    assert found(text, HOUR) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Three of us went. A team of five stayed.", ["Three of us", "team of five"]),
        ("4 young cleaners left.", ["4 young cleaners"]),
        ("Zwei Kolleginnen gingen.", ["Zwei Kolleginnen"]),
        ("40 cleaners left, 5,000 workers stayed, 3.5 million people.", []),
    ],
)
def test_small_teams(text, quotes):
    assert found(text, TEAM) == quotes


def test_small_numbers_are_said_and_larger_ones_not():
    few = Action("strike", date(2026, 11, 3), workers_low=4, workers_high=6, days=(Day(date(2026, 11, 3), "Gate", 3),))
    quotes = [one.quote for one in what_may_identify(make.record(estimate_low=80, actions=(few,))) if one.kind == TEAM]
    assert quotes == ["4 to 6 people", "at least 3 people"]


def test_exact_days_only_while_it_runs():
    assert [one.kind for one in what_may_identify(make.running()) if one.kind == DAY] == [DAY]
    assert [one.kind for one in what_may_identify(make.running(started_precision="month"))] == []
    assert [one.kind for one in what_may_identify(make.record())] == []


def test_what_is_kept_back_is_not_warned_about():
    shown = make.running(points=(make.WEAK.__class__("weak", words="x", evidence="Maria Lopez", withheld=True),))
    assert [one for one in what_may_identify(shown) if one.kind == NAME] == []


def test_a_long_text_is_read_quickly_and_gives_at_most_forty():
    assert len(what_may_identify(make.record(account="Maria Lopez met Ana Bell. " * 800))) <= 40
    assert names("A" * 20_000, set()) == []


def test_how_to_support_is_read_as_the_rest():
    shown = make.running(support="Come to gate 2 and ask for Maria Lopez, or ring 07700 900 011.")
    found = [(one.kind, one.where, one.quote) for one in what_may_identify(shown) if one.kind in (NAME, REACH)]
    assert found == [(NAME, "How to support", "Maria Lopez"), (REACH, "How to support", "07700 900 011")]
