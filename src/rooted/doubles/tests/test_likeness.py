"""What makes two records alike, and what does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.doubles.likeness import Facts, employer_words, likeness, telling_words
from rooted.doubles.tests.make import DAY, facts, moved

WORDS = frozenset({"canteen", "eighty", "night", "cleaners", "agency", "refused"})


def points(one, other):
    found = likeness(one, other)
    return found.points, found.reasons


def test_same_employer_day_and_town_is_likely():
    found = likeness(facts(1), facts(2))
    assert (found.points, found.reasons, found.likely) == (8, ("employer", "day", "town"), True)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, (7, "days:1")), (3, (7, "days:3")), (4, (6, "days:4")), (10, (6, "days:10")), (31, (5, "days:31"))],
)
def test_the_further_apart_they_began_the_less_alike(days, expected):
    total, reasons = points(facts(1), moved(facts(2), days))
    assert (total, reasons[1]) == expected


def test_more_than_a_month_apart_is_not_compared():
    assert points(facts(1, words=WORDS), moved(facts(2, words=WORDS), 32)) == (0, ())


@pytest.mark.parametrize(("precision", "less"), [("decade", 1), ("century", 2)])
def test_a_decade_proves_little_and_all_other_grounds_must_agree(precision, less):
    wide = facts(1, first=date(2020, 1, 1), last=date(2029, 12, 31), precision=precision, words=WORDS)
    assert points(wide, facts(2)) == (5 - less, ("employer", "span", "town"))
    assert likeness(wide, facts(2, words=WORDS)).likely
    assert points(wide, facts(2, words=WORDS, precision=precision))[0] == 9 - less


def test_a_decade_that_does_not_overlap_is_not_compared():
    wide = facts(1, first=date(2020, 1, 1), last=date(2029, 12, 31), precision="decade", words=WORDS)
    day = date(2030, 1, 1)
    assert points(wide, facts(2, first=day, words=WORDS)) == (0, ())


def test_a_record_known_to_the_month_is_alike_to_every_day_of_it():
    month = facts(1, first=date(2026, 11, 1), last=date(2026, 11, 30), precision="month")
    assert points(month, facts(2)) == (6, ("employer", "month", "town"))
    year = facts(1, first=date(2026, 1, 1), last=date(2026, 12, 31), precision="year")
    assert points(year, facts(2)) == (5, ("employer", "year", "town"))


def test_two_firms_are_not_one():
    other = facts(2, employers=frozenset({frozenset({"harrow", "laundry"})}))
    assert points(facts(1), other) == (2, ("day", "town"))


@pytest.mark.parametrize("name", ["merrowgate", "merrowgate hospital trust", "merrowgate hospital night site"])
def test_a_name_that_holds_the_other_is_alike(name):
    other = facts(2, employers=frozenset({frozenset(name.split())}))
    assert points(facts(1), other) == (7, ("employer-alike", "day", "town"))


def test_what_a_firm_is_by_law_is_left_out_unless_it_is_all():
    assert employer_words("the pallet co ltd") == {"pallet"}
    assert employer_words("the company") == {"the", "company"}


def test_another_town_speaks_against_it_and_another_country_more():
    near = facts(2, towns=frozenset({("GB", "bradford")}))
    far = facts(2, towns=frozenset({("GB", "dover")}), regions=frozenset({("GB", "kent")}))
    abroad = facts(2, towns=frozenset(), regions=frozenset(), countries=frozenset({"DE"}))
    assert [points(facts(1), other)[0] for other in (near, far, abroad)] == [5, 3, 2]


def test_a_region_alone_counts_a_little():
    assert points(facts(1), facts(2, towns=frozenset())) == (7, ("employer", "day", "region"))


@pytest.mark.parametrize(("same", "expected"), [(6, 4), (4, 4), (3, 2), (2, 1), (1, 0)])
def test_words_are_counted_against_the_shorter_text(same, expected):
    shorter = frozenset([*sorted(WORDS)[:same], *(f"other{n}" for n in range(6 - same))])
    total, reasons = points(facts(1, words=WORDS | {"more", "words"}), facts(2, words=shorter))
    assert (total - 8, [reason for reason in reasons if reason.startswith("words")]) == (
        expected,
        [f"words:{same}:6"] if expected else [],
    )


def test_long_texts_with_no_word_in_common_are_two_stories():
    texts = [frozenset(f"{name}{number}" for number in range(9)) for name in ("wage", "fire")]
    assert points(facts(1, words=texts[0]), facts(2, words=texts[1]))[0] == 7


def test_short_words_and_names_do_not_count_figures_do():
    assert telling_words(["a", "day", "4015", "leeds", "canteen"], frozenset({"leeds"})) == {"4015", "canteen"}


def test_source_union_number_and_last_day_add_up():
    said = {"sources": frozenset({"https://example.org/a"}), "organisations": frozenset({"unison"})}
    said |= {"people": 1_713, "ended": DAY}
    expected = ("employer", "day", "end", "town", "source", "organisation", "people")
    assert points(facts(1, **said), facts(2, **said | {"people": 1_600})) == (13, expected)


def test_small_numbers_are_chance_and_other_unions_speak_against_it():
    one = facts(1, people=12, organisations=frozenset({"unison"}))
    assert points(one, facts(2, people=12, organisations=frozenset({"gmb"})))[0] == 7


def test_whoever_made_a_list_held_its_records_to_be_different_ones():
    assert points(facts(1, source_set="cat"), facts(2, source_set="cat"))[0] == 7
    assert points(facts(1, source_set="cat"), facts(2, source_set="fmcs"))[0] == 8


names = st.frozensets(st.sampled_from(["pallet", "works", "harrow", "north"]), min_size=1, max_size=3)
towns = st.frozensets(st.tuples(st.sampled_from(["GB", "DE"]), st.sampled_from(["leeds", "lille"])), max_size=2)


@st.composite
def any_facts(draw):
    first = DAY + timedelta(days=draw(st.integers(-40, 40)))
    precision, length = draw(
        st.sampled_from([("day", 0), ("month", 29), ("unclear", 29), ("year", 364), ("decade", 3650)])
    )
    return Facts(
        draw(st.integers(0, 9)), first, first + timedelta(days=length), precision,
        employers=draw(st.frozensets(names, max_size=2)), towns=draw(towns), regions=draw(towns),
        countries=draw(st.frozensets(st.sampled_from(["GB", "DE"]), max_size=2)),
        words=draw(st.frozensets(st.sampled_from([f"word{n}" for n in range(12)]))),
        people=draw(st.none() | st.integers(1, 100)), source_set=draw(st.sampled_from(["", "cat"])),
    )  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(any_facts(), any_facts())
def test_likeness_is_the_same_whichever_comes_first(one, other):
    assert likeness(one, other) == likeness(other, one)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(any_facts())
def test_a_record_is_never_less_like_its_copy_than_like_itself_elsewhere(one):
    copy = replace(one, source_set="")
    far = replace(copy, towns=frozenset(), regions=frozenset(), countries=frozenset({"XX"}))
    assert likeness(one, copy).points >= likeness(one, far).points
