"""Warnings about what may tell who somebody is."""

from datetime import date
from time import process_time

import pytest

from rooted.drafts.identifying import DAY, HOUR, NAME, REACH, TEAM, hides_names, what_may_identify
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
        ("قالت العاملات لصاحب العمل لا", []),
        ("جلست مع السيد أحمد، والأستاذة ليلى حسن", ["السيد أحمد", "والأستاذة ليلى"]),
        ("وقف صالح بن علي عند الباب", ["صالح بن علي"]),
        ("यह श्री राम ने कहा, फिर सीता जी ने।", ["श्री राम", "सीता जी"]),
        ("王小明先生停下了。", ["王小明先生"]),
        ("Пришёл господин Орлов.", ["господин Орлов"]),
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
        ("The night shift did not start. It cost 12.30 an hour, 8 heures par jour.", []),
        ("The Tuesday night shift, am Montag die Frühschicht.", ["Tuesday night shift", "Montag die Frühschicht"]),
        ("We wtorek nocna zmiana, o godzinie szóstej.", ["o godzinie szóstej", "wtorek nocna zmiana"]),
        ("El turno del lunes, a las seis.", ["a las seis", "turno del lunes"]),
        ("L’équipe du mardi à six heures.", ["à six heures", "équipe du mardi"]),
        ("وردية يوم الجمعة في الساعة الثانية", ["الساعة الثانية", "وردية يوم الجمعة"]),
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
        ("Trzech pracowników odeszło, pięć osób zostało.", ["Trzech pracowników", "pięć osób"]),
        ("ثلاث عاملات خرجن وبقي خمسة منا.", ["ثلاث عاملات", "خمسة منا"]),
        ("40 cleaners left, 5,000 workers stayed, 3.5 million people.", []),
        ("Six thousand workers, dos mil personas, trois cents personnes, pięć tysięcy osób.", []),
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


def test_the_same_is_said_once_with_all_places_and_days_at_one_site_from_first_to_last():
    days = tuple(Day(date(2026, 11, number), "Gate", 40) for number in range(3, 28))
    shown = make.running(
        account="Maria Lopez came.", support="Come with Maria Lopez.", actions=(Action("strike", days=days),)
    )
    found = [(one.kind, one.where, one.quote) for one in what_may_identify(shown)]
    assert found == [
        (NAME, "What happened, How to support", "Maria Lopez"),
        (DAY, "Began", "3 November 2026"),
        (DAY, "Gate", "3–27 November 2026"),
    ]


def test_a_gangmaster_is_found_where_firms_stand():
    record = make.record(employers=(Employer("Herr Weber"), Employer("Hask & Tolley")))
    assert [(one.kind, one.quote) for one in what_may_identify(record)] == [(NAME, "Herr Weber")]


@pytest.mark.parametrize(("account", "said"), [("قالت لا", True), ("1ª línea, Nº 2", False), ("Анна сказала", False)])
def test_scripts_without_capitals_are_said_to_hide_names(account, said):
    assert hides_names(make.record(account=account)) is said


def test_what_is_kept_back_is_not_warned_about():
    shown = make.running(points=(make.WEAK.__class__("weak", words="x", evidence="Maria Lopez", withheld=True),))
    assert [one for one in what_may_identify(shown) if one.kind == NAME] == []


def test_a_long_text_is_read_quickly_and_gives_at_most_forty():
    assert len(what_may_identify(make.record(account="Maria Lopez met Ana Bell. " * 800))) <= 40


@pytest.mark.parametrize("word", ["王", "montag", "shift"])
def test_one_long_word_is_read_once_and_not_from_each_of_its_letters(word):
    began = process_time()
    assert what_may_identify(make.record(account=word * (60_000 // len(word)))) == []
    assert process_time() - began < 1


def test_how_to_support_is_read_as_the_rest():
    shown = make.running(support="Come to gate 2 and ask for Maria Lopez, or ring 07700 900 011.")
    found = [(one.kind, one.where, one.quote) for one in what_may_identify(shown) if one.kind in (NAME, REACH)]
    assert found == [(NAME, "How to support", "Maria Lopez"), (REACH, "How to support", "07700 900 011")]
