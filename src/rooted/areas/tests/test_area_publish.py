"""areas:area-publish, what will strangers read: two members agree on the very same words."""

import pytest
from django.core.exceptions import ValidationError

from rooted.areas.models import Area, PublicArea
from rooted.areas.tests import make


def agree(member, seen=None):
    seen = make.area_of(member).number if seen is None else seen
    return member.client.post(make.at("area-publish", member), {"seen": str(seen)})


def html(member):
    return member.client.get(make.at("area-publish", member)).content.decode()


def begin(ana):
    make.bounds(ana, make.TRANSPORT)
    make.text(ana, "We **read** this.")


def test_it_shows_every_word_that_strangers_will_read(ana):
    begin(ana)
    page = html(ana)
    assert "We <strong>read</strong> this." in page
    assert "United Kingdom" in page
    assert "Transport and storage" in page


def test_nothing_is_public_before_a_second_member_agreed(ana, bo):
    begin(ana)
    assert agree(ana).status_code == 302
    assert not PublicArea.objects.exists()
    assert "You put this forward on" in html(ana)
    assert "Ana put this forward on" in html(bo)
    agree(bo)
    assert PublicArea.objects.get().group == ana.group
    assert Area.objects.get().forward is None
    assert "Strangers read exactly this already." in html(bo)


def test_nobody_agrees_twice(ana):
    begin(ana)
    agree(ana)
    assert "You put this forward yourself." in agree(ana).content.decode()
    assert not PublicArea.objects.exists()


def test_whoever_has_not_seen_the_newest_words_agrees_to_nothing(ana, bo):
    begin(ana)
    agree(ana)
    seen = make.area_of(ana).number
    make.text(ana, "Changed after all", seen=1)
    assert "Somebody changed this meanwhile." in agree(bo, seen).content.decode()
    agree(ana)
    assert "Somebody changed this meanwhile." in agree(bo, seen).content.decode()
    assert not PublicArea.objects.exists()


def test_what_strangers_read_already_is_not_put_forward_again(ana, bo):
    make.published(ana, bo)
    with pytest.raises(ValidationError):
        make.put_forward(bo)


def test_an_area_of_nothing_is_not_shown(ana):
    make.text(ana, "")
    assert "There is nothing to show yet." in agree(ana).content.decode()


def test_a_row_that_says_it_was_put_forward_is_not_believed(ana, bo):
    begin(ana)
    agree(ana)
    area = Area.objects.get()
    Area.objects.update(number=area.number + 1)
    assert agree(bo).status_code == 200
    assert not PublicArea.objects.exists()


def test_without_an_area_it_leads_to_where_one_begins(ana):
    assert ana.client.get(make.at("area-publish", ana)).url == make.at("area", ana)


def test_outsiders_meet_nothing(ana, cem):
    begin(ana)
    assert cem.client.get(make.at("area-publish", ana)).status_code == 404
