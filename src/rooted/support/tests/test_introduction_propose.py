"""Members ask two people who are alone whether they want to meet."""

import pytest
from django.core.exceptions import ValidationError

from rooted.places.tests.make import make_town
from rooted.support.introductions import near, read_wish, read_wishes
from rooted.support.models import Introduction
from rooted.support.tests import make


def propose(member, one, other):
    return member.client.post(make.at("support:introduction-propose", member, one.wish.pk), {"other": other.wish.pk})


def near_to(member, starter):
    others = near(read_wish(member.seat, starter.wish), read_wishes(member.seat))
    return {read.wish.pk for read in others}


def test_both_are_asked_once(ana):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    propose(ana, one, other)
    propose(ana, other, one)
    assert Introduction.objects.count() == 1


def test_the_same_town_is_near_however_it_is_written(ana):
    one, other = make.starter(make.hosting(ana), town="Harrowmere"), make.starter(ana, town="harrowmere ")
    assert near_to(ana, one) == {other.wish.pk}


def test_towns_within_40_km_are_near_and_others_are_not(ana):
    here = make_town(number=1, name="Here", latitude=53.0)
    near_by = make_town(number=2, name="Near", latitude=53.3)
    far = make_town(number=3, name="Far", latitude=53.5)
    make.hosting(ana)
    one, close, _away = (make.starter(ana, town=town.name, town_id=town.pk) for town in (here, near_by, far))
    assert near_to(ana, one) == {close.wish.pk}


def test_who_did_not_ask_for_it_is_never_proposed(ana):
    one, other = make.starter(make.hosting(ana)), make.starter(ana, introduce=False)
    assert near_to(ana, one) == set()
    with pytest.raises(ValidationError):
        make.introduced(ana, one, other)
    assert "Choose two people who are alone" in propose(ana, one, other).content.decode()


@pytest.mark.parametrize("other", ["", "x", "0", "9" * 30, "-1"])
def test_a_made_up_other_is_refused(ana, other):
    one = make.starter(make.hosting(ana))
    url = make.at("support:introduction-propose", ana, one.wish.pk)
    assert "Choose two people" in ana.client.post(url, {"other": other}).content.decode()


def test_people_of_two_groups_letters_are_not_introduced(ana, cem):
    one, foreign = make.starter(make.hosting(ana)), make.starter(make.hosting(cem))
    propose(ana, one, foreign)
    assert Introduction.objects.count() == 0


def test_the_page_says_both_are_asked_and_not_what_they_said(ana):
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    introduction = make.introduced(ana, one, other)
    url = make.at("support:wish-detail", ana, one.wish.pk)
    before = ana.client.get(url).content.decode()
    make.says(other, introduction, yes=False)
    after = ana.client.get(url).content.decode()
    assert "Both are asked when they come back." in before
    assert strip(before) == strip(after)


def strip(html):
    return [line for line in html.splitlines() if "csrf" not in line]
