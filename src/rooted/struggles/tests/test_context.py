"""Records like this one: which are shown, in what order, and the reason that is given."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from rooted.records import questions
from rooted.records.record import Code, Employer, Place, Point
from rooted.struggles import context
from rooted.struggles.actions import hide_struggle, merge_struggles, withdraw_struggle
from rooted.struggles.candidates import candidates
from rooted.struggles.context import Traits, chosen_of, like
from rooted.struggles.models import Akin, Coding
from rooted.struggles.reading import whole
from rooted.struggles.tests import make
from rooted.struggles.tests.make import Struggle

WAREHOUSE = (Code("branch", "52"), Code("form", "strike"))


@pytest.fixture
def owner(db):
    return make.group()


def shown(struggle):
    read = whole(Struggle.objects.filter(pk=struggle.pk)).get()
    return [(one.struggle.title, one.why) for one in like(read)]


def a(title, country="GB", codings=WAREHOUSE, employer="Nobody else", **values):
    return make.record(
        title=title, codings=codings, employers=(Employer(employer),), places=(Place("country", country),), **values
    )


def test_the_same_employer_comes_first_and_other_countries_before_ones_own(owner):
    one, *_rest = make.struggles(
        owner,
        [
            a("Here", employer="Merrow GmbH"),
            a("Home", employer="MERROW, GmbH", codings=()),
            a("Away", "PL", employer="Merrow gmbh", codings=(), started_on=date(1999, 1, 1)),
            a("Another", "PL", employer="Merrow Logistics", codings=()),
        ],
    )
    assert shown(one) == [("Away", "Same employer"), ("Home", "Same employer")]


def test_the_same_branch_and_means_elsewhere_and_why(owner):
    one, *_rest = make.struggles(
        owner,
        [
            a("Here", led_by="wildcat"),
            a("Poland", "PL", led_by="wildcat", employer="B"),
            a("Spain", "ES", codings=(Code("branch", "52"),), employer="C"),
            a("Same country", employer="D"),
            a("Only a strike", "FR", codings=(Code("form", "strike"),), employer="E"),
        ],
    )
    assert shown(one) == [
        ("Poland", "Warehouses and ports; The workers themselves, without a union; Strike"),
        ("Spain", "Warehouses and ports"),
        ("Same country", "Warehouses and ports; Strike"),
    ]


def test_without_a_branch_the_same_means_for_the_same_demand(owner):
    codes = (Code("form", "sit-in"), Code("demand", "hours"))
    one, *_rest = make.struggles(
        owner,
        [
            a("One", codings=codes),
            a("Two", "FR", codings=codes, employer="B"),
            a("Three", codings=codes[:1], employer="C"),
        ],
    )
    assert shown(one) == [("Two", "Sit-in; Hours and rotas")]


def test_what_is_not_public_is_like_nothing(owner):
    one, *others = make.struggles(owner, [a(f"Number {number}", employer="Merrow") for number in range(4)])
    for other, leave in zip(
        others, (withdraw_struggle, hide_struggle, lambda two: merge_struggles(two, into=one)), strict=True
    ):
        leave(other)
    make.draft(owner)
    assert shown(one) == []


def test_a_record_of_which_little_is_known_is_like_nothing(owner):
    one, _two = make.struggles(owner, [make.record(title=name, codings=(), employers=(), places=()) for name in "ab"])
    assert shown(one) == []


def test_what_those_like_it_teach_stands_beside_them(owner):
    points = (Point("weak", words="No money"), Point("strong", code="surprise"), Point("weak", evidence="Nobody came."))
    one, _two = make.struggles(owner, [a("One"), a("Two", "PL", points=(*points, Point("try", words="Sing")))])
    read = whole(Struggle.objects.filter(pk=one.pk)).get()
    assert [two.points for two in like(read)] == [
        (("Strong points", str(questions.SEEDS["strong"]["surprise"])), ("Weak points", "No money"))
    ]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(owner, count):
    one, *_rest = make.struggles(owner, [a(f"Number {number}", employer="Merrow") for number in range(count)])
    read = whole(Struggle.objects.filter(pk=one.pk)).get()
    with CaptureQueriesContext(connection) as seen:
        like(read)
    assert len(seen) == 2


def test_what_is_told_alike_is_shown_last_if_it_is_public(owner):
    one, *others = make.struggles(owner, [a(name, codings=(), employer=name) for name in ("One", "Two", "Three")])
    for close, other in zip((40, 90), others, strict=True):
        Akin.objects.create(struggle=other, other=one, closeness=close)
    assert shown(one) == [("Three", "What is told is alike"), ("Two", "What is told is alike")]
    hide_struggle(others[1])
    assert shown(one) == [("Two", "What is told is alike")]


TRAITS = st.builds(
    Traits,
    pk=st.uuids(),
    started_on=st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    countries=st.frozensets(st.sampled_from(["DE", "PL", "US"]), max_size=2),
    codes=st.frozensets(st.sampled_from(["branch:52", "branch:H", "form:strike", "demand:hours", "form:other"])),
    led_by=st.sampled_from(["union", "wildcat", "unknown"]),
    told=st.booleans(),
    same_employer=st.booleans(),
)


@given(TRAITS, st.lists(TRAITS, max_size=30, unique_by=lambda one: one.pk))
def test_never_more_than_twelve_and_each_once_with_a_reason(own, found):
    chosen = list(chosen_of(own, found))
    assert len(chosen) <= 12
    assert len({one.pk for one in chosen}) == len(chosen)
    assert all(context.why(own, one) for one in chosen)


@given(TRAITS, TRAITS)
def test_likeness_is_mutual_and_other_is_no_likeness(one, two):
    assert one.likeness(two) == two.likeness(one)
    assert Traits(one.pk, one.started_on, one.countries, frozenset({"form:other"}), "unknown", True).likeness(two) == 0


LONG_LIST, RARE = 400, 12  # more than is looked through of one country; fewer
SECTION = (Code("branch", "H"), Code("form", "strike"))


@pytest.fixture(scope="module")
def long_list(shared_db):
    """Strikes of one country, some with a demand that no other has, and one each in three others."""
    strike, hours = Code("form", "strike"), Code("demand", "hours")
    many = [a(f"Number {number}", "FR", employer=f"Firm {number}") for number in range(LONG_LIST)]
    few = [a("Spain", "ES", employer="A"), a("Germany", "DE", employer="B"), a("Section", "PL", SECTION, "E")]
    rare = [a(f"Rare {number}", "FR", (strike, hours), f"Rare firm {number}") for number in range(RARE)]
    return make.struggles(make.group(), [*many, *rare, *few])


def test_the_long_list_of_one_country_hides_no_other(long_list, db):
    elsewhere = {title for title, _why in shown(long_list[0])}
    assert elsewhere >= {"Spain", "Germany", "Section"}


def test_a_branch_is_known_by_its_section_in_lists_that_go_no_further(long_list, db):
    assert shown(long_list[-1])[0][1] == "Transport and storage; Strike"


def test_what_is_common_hides_nothing_that_is_rare(long_list, db):
    one, *others = long_list[LONG_LIST : LONG_LIST + RARE]
    found = candidates(one.pk, "FR", [], ["form:strike", "demand:hours"])
    assert {pk for _kind, _closeness, pk, *_light in found} == {other.pk for other in others}


def test_codes_stored_before_learn_their_countries(long_list, db):
    Coding.objects.update(countries="")
    import_module("rooted.struggles.migrations.0016_codes_by_country").repeat_countries(apps, None)
    assert set(Coding.objects.values_list("countries", "struggle__countries").distinct()) == {
        (land, land) for land in ("DE", "ES", "FR", "PL")
    }
