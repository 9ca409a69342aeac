"""Two records side by side."""

import pytest
from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.beside import rows_of, should_stand
from rooted.doubles.models import Pair
from rooted.doubles.tests import make
from rooted.struggles.actions import hide_struggle
from rooted.struggles.models import ImportBatch, Struggle


def page(member, pair, status=200):
    response = member.client.get(reverse("doubles:double-detail", args=[member.group.address, pair.pk]))
    assert response.status_code == status
    return response.content.decode()


def test_what_differs_is_told_apart_from_what_is_the_same(ana, docks):
    pair = make.pair(docks)
    rows = {str(row.name): row.differs for row in rows_of(pair)}
    assert (rows["Sources"], rows["When"], rows["With whom"], rows["What happened"]) == (True, False, False, False)
    assert (page(ana, pair).count("https://example.org/0"), page(ana, pair).count("Merrowgate Hospital")) == (1, 1)


def test_only_members_of_the_two_groups_open_it(ana, cem, docks):
    page(cem, make.pair(docks), 404)


def test_what_the_server_hid_has_no_page(ana, docks):
    pair = make.pair(docks)
    hide_struggle(pair.one)
    page(ana, pair, 404)


def test_a_member_can_join_or_keep_apart(ana, docks):
    shown = page(ana, make.pair(docks))
    assert ("They are one" in shown, "They are two" in shown, "Part them again" in shown) == (True, True, False)


def test_once_joined_they_can_be_parted(ana, docks):
    pair = make.pair(docks)
    actions.join_records(pair, stands="one", seat=ana.seat)
    shown = page(ana, pair)
    assert ("They are one<" in shown, "They are two<" in shown, "Part them again" in shown) == (False, False, True)


def test_the_asked_group_reads_what_is_asked(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    assert ("Docks asks that" in page(cem, pair), "You asked Depot" in page(ana, pair)) == (True, True)


def test_a_choice_says_whose_record_yields(ana, docks, depot):
    shown = page(ana, make.pair(docks, depot))
    assert ("(Depot). Yours yields at once." in shown, "(yours). Depot is asked first." in shown) == (True, True)


@pytest.mark.parametrize("better", [{"has_lessons": True}, {"account": "A longer account than the other one has."}])
def test_the_record_that_tells_more_stands(docks, better):
    pair = make.pair(docks)
    Struggle.objects.filter(pk=pair.other_id).update(**better)
    assert should_stand(Pair.objects.whole().get()) == "other"


def test_a_record_people_wrote_stands_before_an_imported_one(docks):
    pair = make.pair(docks)
    batch = ImportBatch.objects.create(group=docks, source_set="x", set_name="X", imported_on=make.TODAY)
    Struggle.objects.filter(pk=pair.one_id).update(batch=batch, has_lessons=True)
    assert should_stand(Pair.objects.whole().get()) == "other"
