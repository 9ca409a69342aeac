"""areas:area-public, what strangers read: the words two agreed to, the figures of today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.areas.models import PublicArea
from rooted.areas.tests import make
from rooted.groups.models import Group
from rooted.records.record import Place


def read(stranger, member):
    return stranger.get(make.at("area-public", member))


def test_strangers_meet_nothing_before(ana, stranger):
    make.bounds(ana, make.TRANSPORT)
    make.text(ana, "ours alone")
    make.put_forward(ana)
    assert read(stranger, ana).status_code == 404


def test_the_words_stay_and_the_figures_are_those_of_today(ana, bo, stranger):
    make.published(ana, bo)
    make.text(ana, "ours alone", seen=1)
    make.lorries(ana.group)
    html = read(stranger, ana).content.decode()
    assert "We read this together." in html
    assert "Lorries stand still 1" in html
    assert "ours alone" not in html
    assert "Written by" not in html
    assert make.at("text-write", ana, "near") not in html


def test_it_says_the_day_of_its_last_word(ana, bo, stranger):
    make.published(ana, bo)
    day = timezone.localdate() - timedelta(days=40)
    PublicArea.objects.update(written_on=day)
    assert f'the last word is of <time datetime="{day.isoformat()}">' in read(stranger, ana).content.decode()


def test_the_page_of_the_group_leads_to_it(ana, bo, stranger):
    make.bounds(ana, make.TRANSPORT)
    assert "How we read our area" not in stranger.get(ana.group.get_absolute_url()).content.decode()
    make.put_forward(ana)
    make.publish(bo)
    assert make.at("area-public", ana) in stranger.get(ana.group.get_absolute_url()).content.decode()


def test_a_hidden_group_and_one_without_show_nothing(ana, bo, cem, stranger):
    make.published(ana, bo)
    assert read(stranger, cem).status_code == 404
    Group.objects.filter(pk=ana.group.pk).update(hidden_on=timezone.localdate())
    assert read(stranger, ana).status_code == 404


@pytest.mark.parametrize("number", [3, 50])
def test_three_and_fifty_records_cost_the_same(ana, bo, stranger, django_assert_num_queries, number):
    for one in range(number):
        make.lorries(ana.group, one)
        make.lorries(ana.group, one, places=(Place("country", "FR"),))
    make.published(ana, bo)
    with django_assert_num_queries(12):
        read(stranger, ana)
