"""What nobody found: a member names the other record, and the pair is decided like every other."""

import pytest
from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.models import APART, Pair
from rooted.doubles.related import related
from rooted.doubles.tests import make
from rooted.struggles.actions import hide_struggle, withdraw_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.tests.make import record, struggles


def at(member, struggle):
    return reverse("doubles:double-add", args=[member.group.address, struggle.public_id])


def name(member, struggle, other):
    return member.client.post(at(member, struggle), {"other": other})


def unlike(owner, other=None):
    """Two records that share nothing."""
    (one,) = struggles(owner, [record(1, started_on=make.DAY.replace(year=1911))])
    (two,) = struggles(other or owner, [record(2, title="Bins", employers=(), places=(), sources=())])
    return one, two


@pytest.mark.parametrize("said", ["https://here.example{0}", "{0}?x=1", "{1}", " {2} "])
def test_an_address_or_a_number_makes_a_pair_that_is_decided_like_every_other(ana, docks, said):
    one, two = unlike(docks)
    number = str(two.public_id)
    answer = name(ana, one, said.format(two.get_absolute_url(), number, number.upper()))
    pair = Pair.objects.get()
    assert answer.url == reverse("doubles:double-detail", args=["docks", pair.pk])
    assert ({pair.one_id, pair.other_id}, pair.verdict) == ({one.pk, two.pk}, "")
    assert b"Named by a member." in ana.client.get(answer.url).content
    actions.join_records(pair, stands="one", seat=ana.seat)
    assert Struggle.objects.public().count() == 1


def test_by_words_that_stand_in_it_records_are_offered_the_nearest_in_time_first(ana, docks):
    one, far = unlike(docks)
    (near,) = struggles(docks, [record(3, title="Bins again", started_on=one.started_on)])
    page = name(ana, one, "bins")
    assert [record.pk for record in page.context["form"].found] == [near.pk, far.pk]
    assert (page.context["form"].errors, Pair.objects.count()) == ({}, 0)
    assert f'name="other" value="{near.public_id}"' in page.content.decode()
    assert name(ana, one, str(near.public_id)).status_code == 302


def test_of_another_groups_record_that_group_is_asked(ana, cem, docks, depot):
    one, two = unlike(docks, depot)
    name(ana, one, str(two.public_id))
    pair = Pair.objects.get()
    actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    assert (Struggle.objects.public().count(), Pair.objects.get().asked_group) == (2, docks)
    assert cem.client.get(reverse("doubles:double-detail", args=["depot", pair.pk])).status_code == 200


def test_a_pair_that_stands_already_stays_as_it_is(ana, docks):
    pair = actions.keep_apart(make.pair(docks), seat=ana.seat)
    before = Pair.objects.values().get()
    assert name(ana, pair.one, str(pair.other.public_id)).status_code == 302
    assert (Pair.objects.values().get(), pair.verdict) == (before, APART)


def test_of_a_merged_record_the_one_it_leads_to_is_meant(ana, docks):
    pair = make.pair(docks)
    yields, stands = pair.one, pair.other
    actions.join_records(pair, stands="other", seat=ana.seat)
    (third,) = struggles(docks, [record(3, started_on=make.DAY.replace(year=1911))])
    name(ana, third, str(yields.public_id))
    assert {(one.one_id, one.other_id) for one in Pair.objects.exclude(pk=pair.pk)} == {
        tuple(sorted([third.pk, stands.pk])),
    }
    assert "These are one record already." in name(ana, stands, str(yields.public_id)).content.decode()


@pytest.mark.parametrize("text", ["", "no address", "/struggles/", "0" * 8 + "-0000-4000-8000-" + "0" * 12])
def test_what_names_no_record_comes_back_with_a_word(ana, docks, text):
    one, _two = unlike(docks)
    answer = name(ana, one, text)
    assert (answer.status_code, list(answer.context["form"].errors), Pair.objects.count()) == (200, ["other"], 0)
    assert f'value="{text}"' in answer.content.decode() or not text


@pytest.mark.parametrize("act", [hide_struggle, withdraw_struggle])
def test_what_is_not_in_the_chronicle_cannot_be_named(ana, docks, act):
    one, two = unlike(docks)
    act(two)
    assert list(name(ana, one, str(two.public_id)).context["form"].errors) == ["other"]
    assert ana.client.get(at(ana, two)).status_code == 404


def test_only_members_of_its_group_begin_with_a_record(ana, cem, docks, depot):
    one, two = unlike(docks, depot)
    assert (ana.client.get(at(ana, two)).status_code, cem.client.get(at(cem, one)).status_code) == (404, 404)
    ways = [[part.url for part in related(one, member.seat)] for member in (ana, cem)]
    assert ways == [[at(ana, one)], []]
