"""What authors elsewhere joined is joined here when two publish it: no circle, no chain, nothing lost on the way."""

import itertools
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.imports.tests import make
from rooted.imports.tests.test_following import brought, entry, notes, released
from rooted.struggles.actions import correct_record, part_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make as chronicle

A, B, C = (str(UUID(int=number)) for number in (1, 2, 3))


def told(number, into="", **values):
    return entry(number=number, title=f"Record {int(UUID(number))}") | ({"merged_into": into} if into else {}) | values


def copy(number):
    return Struggle.objects.get(external_id=number)


def leads():
    """Number of each record here, and of the one it leads to."""
    rows = Struggle.objects.exclude(external_id="").order_by("external_id")
    return dict(rows.values_list("external_id", "merged_into__external_id"))


def test_what_came_joined_stands_joined(stranger, docks):
    batch = released(docks, told(A, B), told(B))
    assert (leads(), batch.rows_added, notes(batch)) == ({A: B, B: None}, 2, [("joined-there", "")])
    assert Struggle.objects.public().get() == copy(B)
    assert "This is the same struggle as another record." in stranger.get(copy(A).get_absolute_url()).content.decode()


def test_copies_that_are_here_are_joined_once_two_publish_it(ana, docks):
    released(docks, told(A), told(B))
    batch = brought(docks, told(A, B), told(B))
    assert (leads(), batch.rows_newer, batch.rows_known) == ({A: None, B: None}, 1, 2)
    page = ana.client.get(make.page(batch)).content.decode()
    assert ("They are joined" in page, "Record 1" in page) == (True, True)
    released(docks, told(A, B), told(B))
    assert leads() == {A: B, B: None}
    assert brought(docks, told(A, B), told(B)).rows_newer == 0


@pytest.mark.parametrize("order", [*itertools.permutations([told(A, C), told(B, C), told(C)])])
def test_what_led_to_a_record_that_is_joined_later_goes_along(docks, order):
    released(docks, told(A, B), told(B), told(C))
    released(docks, *order)
    assert leads() == {A: C, B: C, C: None}


def test_a_correction_and_a_joining_come_together(docks):
    released(docks, told(A), told(B))
    released(docks, entry(1, number=A) | {"merged_into": B})
    assert (copy(A).title, leads()) == ("As corrected 1 times", {A: B, B: None})


def test_what_members_parted_again_stays_parted_and_another_joining_is_followed(docks):
    released(docks, told(A, B), told(B), told(C))
    part_struggle(copy(A))
    assert released(docks, told(A, B), told(B)).rows_newer == 0
    assert leads()[A] is None
    released(docks, told(A, C))
    assert leads()[A] == C


def test_what_its_authors_parted_again_stays_joined_and_the_report_says_so(docks):
    released(docks, told(A, B), told(B), told(C))
    batch = brought(docks, told(A), told(B), told(C))
    assert (leads(), notes(batch)) == ({A: B, B: None, C: None}, [("parted-there", "")])
    part_struggle(copy(A))
    assert notes(brought(docks, told(A), told(B))) == []


@pytest.mark.parametrize("changed", [True, False])
def test_what_was_changed_here_or_is_another_groups_stays_and_the_report_says_so(docks, depot, changed):
    released(docks, told(A), told(B))
    if changed:
        correct_record(copy(A), chronicle.record(title="Ours"), words="We know better.", first=1, second=2)
    batch = released(docks if changed else depot, told(A, B))
    assert (notes(batch), leads()[A]) == ([("joined-stays", "")], None)


def test_a_new_record_whose_other_one_is_not_here_is_left_out_and_a_copy_stays(docks):
    released(docks, told(A))
    batch = released(docks, told(A, C), told(B, C))
    assert (leads(), batch.rows_added, batch.rows_left_out) == ({A: None}, 0, 1)
    assert notes(batch) == [("joined-there", ""), ("merged", "")]


def test_a_copy_is_joined_with_our_own_record_and_never_ours_with_another(docks):
    ours = chronicle.struggle(docks)
    here = str(ours.public_id)
    known = {"merged_into_list": {"set": "rooted-here", "number": here}}
    released(docks, told(A, str(uuid4()), **known), told(B))
    assert copy(A).merged_into == ours
    released(docks, told(here, B))
    ours.refresh_from_db()
    assert ours.merged_into is None


numbers = st.sampled_from([A, B, C])
files = st.lists(st.dictionaries(numbers, st.none() | numbers, min_size=1), min_size=1, max_size=3)


def test_whatever_files_say_nothing_leads_on_or_in_a_circle_and_something_stands(docks):
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(files)
    def kept(said):
        with transaction.atomic():
            for one in said:
                released(docks, *[told(number, into or "") for number, into in one.items()])
            there = leads()
            assert [number for number, into in there.items() if into and there[into]] == []
            assert [number for number, into in there.items() if not into] or not there
            transaction.set_rollback(True)

    kept()


WRONG = [{"merged_into": 3}, {"merged_into": "x"}, {"merged_into": B, "merged_into_list": "x"},
         {"merged_into": B, "merged_into_list": {"set": "", "number": ["1"]}},
         {"merged_into": B, "merged_into_list": {"set": "\ud800", "number": "1"}}]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_what_is_not_as_it_should_be_is_left_out(docks, wrong):
    batch = brought(docks, told(A) | wrong, told(B))
    assert (batch.rows_added, notes(batch)[0][0]) == (1, "not-our-form")
