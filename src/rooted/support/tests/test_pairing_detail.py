"""The thread two groups share."""

import pytest
from django.utils import timezone

from rooted.support.pairings import write_to_the_group
from rooted.support.tests import make


def page(member, pairing):
    return member.client.get(make.at("support:pairing-detail", member, pairing.pk))


def test_the_page_says_what_does_not_belong_here_and_takes_no_file(ana, cem):
    html = page(ana, make.paired(cem, ana)).content.decode()
    assert "No names, no letters, no fights here." in html
    assert 'type="file"' not in html


def test_a_third_group_and_a_stranger_see_nothing(ana, cem, newly_signed_up, stranger):
    pairing = make.paired(cem, ana)
    third = make.third(newly_signed_up)
    assert page(third, pairing).status_code == 404
    assert third.client.get(make.at("support:pairing-detail", ana, pairing.pk)).status_code == 404
    assert stranger.get(make.at("support:pairing-detail", ana, pairing.pk)).status_code == 403


def test_before_a_yes_who_asked_waits(ana, cem):
    html = page(cem, make.asked(cem, ana)).content.decode()
    assert "Any member there can say yes." in html
    assert "<textarea" not in html


@pytest.mark.parametrize("rows", [3, 50])
def test_any_number_of_messages_costs_the_same(rows, ana, cem, django_assert_num_queries):
    pairing = make.paired(cem, ana)
    for number in range(rows - 1):
        write_to_the_group(pairing, ana.seat, text=f"Said {number}.", byline="", now=timezone.now())
    url = make.at("support:pairing-detail", ana, pairing.pk)
    with django_assert_num_queries(8):
        html = ana.client.get(url).content.decode()
    assert html.count('<p class="when">') == rows
