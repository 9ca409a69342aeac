"""What the database counts against the same records counted in Python, one by one."""

from collections import Counter
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.comparisons.counting import in_several, remarks, tally
from rooted.comparisons.tests import make
from rooted.comparisons.traits import TRAITS
from rooted.records import branches, codes
from rooted.records.firms import folded
from rooted.records.record import Code
from rooted.struggles.bands import DURATIONS, SIZES, band_of
from rooted.struggles.models import Struggle, Term
from rooted.struggles.reading import record_of
from rooted.struggles.tests.make import group, record, struggles
from rooted.struggles.vocabulary import merge_terms

KNOWN = {codes.UNKNOWN: ""}


def scheme(name):
    return lambda record: {code.code for code in record.codings if code.scheme == name}


def single(value):
    return {KNOWN.get(value, value)}


OF_A_RECORD = {
    **{name: scheme(name) for name in ("form", "demand", "contract", "who", "response")},
    "branch": make.sections,
    "led_by": lambda record: single(record.led_by),
    "outcome": lambda record: single(record.outcome),
    "country": lambda record: {place.country for place in record.places if place.country},
    "region": lambda record: {f"{place.country}:{place.region}" for place in record.places if place.region},
    "employer": lambda record: {folded(one.name) for one in record.employers},
    "size": lambda record: single(band_of(SIZES, record.estimate_low or record.estimate_high)),
    "lasted": lambda record: single(band_of(DURATIONS, record.lasted_days)),
    "official": lambda record: {one.official for one in record.organisations} - {codes.UNKNOWN},
    "threat": lambda record: {"yes" if record.threatened_only else "no"},
    "strong": lambda record: {point.code for point in record.points if point.kind == "strong"},
    "weak": lambda record: {point.code for point in record.points if point.kind == "weak"},
    "decade": lambda record: {str(record.started_on.year // 10 * 10)},
    "year": lambda record: {str(record.started_on.year)},
    "month": lambda record: {str(record.started_on.month)} if record.started_precision in ("day", "month") else set(),
}


@pytest.fixture(scope="module")
def plain(shared_db):
    """Made once for all tests here."""
    make.mixed(group(), 120)
    return [record_of(struggle) for struggle in Struggle.objects.public()]


@pytest.fixture
def records(plain, db):
    return Struggle.objects.public()


def of(key, record):
    return OF_A_RECORD[key](record) or {""}


def named(key, codes_):
    """Points are counted by the id of their word; here by its code."""
    return {code: str(words) for code, words in TRAITS[key].names([code for code in codes_ if code]).items()}


def test_every_trait_is_counted_here():
    assert sorted(OF_A_RECORD) == sorted(TRAITS)


def test_every_branch_counts_under_its_section(records):
    owner = records.first().group
    struggles(owner, [record(title="Each", codings=(Code("branch", code),)) for code in branches.BRANCHES])
    some = records.filter(title="Each")
    found = dict(tally(some, {"held": TRAITS["branch"]}))
    assert found == Counter(branches.section_of(code) for code in branches.BRANCHES)


@pytest.mark.parametrize("key", sorted(set(TRAITS) - {"strong", "weak"}))
def test_a_trait_is_counted_as_one_by_one(key, records, plain):
    expected = Counter(code for record in plain for code in of(key, record))
    assert dict(tally(records, {"held": TRAITS[key]})) == dict(expected)


@pytest.mark.parametrize("key", ["strong", "weak"])
def test_points_are_counted_as_one_by_one(key, records, plain):
    found = dict(tally(records, {"held": TRAITS[key]}))
    words = named(key, found)
    by_words = {words.get(code, "").lower().replace(" ", "-"): n for code, n in found.items()}
    codes_of = {"own-money": "own-strike-money", "no-leverage": "nothing-really-stopped"}
    expected = Counter(codes_of.get(code, code) for record in plain for code in of(key, record))
    assert by_words == dict(expected)


@pytest.mark.parametrize(
    ("held", "by"), [("form", "branch"), ("country", "month"), ("led_by", "decade"), ("form", "form")]
)
def test_two_traits_and_an_outcome_are_counted_as_one_by_one(held, by, records, plain):
    expected = Counter(
        (one, other, outcome)
        for record in plain
        for one in of(held, record)
        for other in of(by, record)
        for outcome in of("outcome", record)
    )
    rows = tally(records, {"held": TRAITS[held], "by": TRAITS[by], "value": TRAITS["outcome"]})
    assert {row[:3]: row[3] for row in rows} == dict(expected)


def test_only_what_is_wanted_is_counted(records, plain):
    expected = Counter(code for record in plain for code in of("form", record) if code == "strike")
    assert dict(tally(records, {"held": TRAITS["form"]}, {"held": ["strike"]})) == dict(expected)


def test_records_with_several_of_the_groups_are_counted(records, plain):
    wanted = {"strike", "protest", "open-letter"}
    expected = sum(len(of("form", record) & wanted) > 1 for record in plain)
    assert in_several(records, TRAITS["form"], sorted(wanted)) == expected > 0
    assert in_several(records, TRAITS["led_by"], ["union", "wildcat"]) == 0


def test_what_has_to_be_said_beside_a_table(records, plain):
    rough = sum(record.started_precision == "decade" for record in plain)
    households = sum(
        record.estimate_unit == "households" and (record.estimate_low or record.estimate_high) is not None
        for record in plain
    )
    assert remarks(records) == {"inexact": rough, "households": households}


def test_a_merged_word_counts_as_the_one_it_was_merged_into(records):
    before = dict(tally(records, {"held": TRAITS["strong"]}))
    money, surprise = (Term.objects.get(code=code) for code in ("own-money", "surprise"))
    merge_terms(money, surprise)
    after = dict(tally(records, {"held": TRAITS["strong"]}))
    assert (after[""], str(money.pk) in after) == (before[""], False)
    assert after[str(surprise.pk)] == records.filter(points__term__in=[money, surprise]).values("pk").distinct().count()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL decides by how many rows there are")
@pytest.mark.parametrize("key", ["led_by", "form", "branch", "country", "region", "employer", "official", "strong"])
def test_no_record_and_no_row_of_it_is_opened_to_be_counted(key, db):
    records = Struggle.objects.public()
    with CaptureQueriesContext(connection) as seen:
        tally(records, {"held": TRAITS[key], "value": TRAITS["outcome"]})
        in_several(records, TRAITS[key], [str(UUID(int=1)), str(UUID(int=2))])
        remarks(records)
    asked = [f"EXPLAIN QUERY PLAN {one['sql']}".replace("%", "%%") for one in seen.captured_queries]
    with connection.cursor() as cursor:
        steps = [step[-1] for sql in asked for step in cursor.execute(sql).fetchall()]
    taken = [step for step in steps if "struggles_struggle" in step or " held " in step]
    assert [step for step in taken if "COVERING INDEX" not in step] == []
    assert len(taken) == (5 if TRAITS[key].relation else 2)
