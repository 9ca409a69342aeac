"""Either side ends it; all that was written is erased."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.circles.models import Circle, Holder, SealedItem
from rooted.groups.actions import close_group
from rooted.support.jobs import tidy_pairings
from rooted.support.models import Pairing, PairingMessage, PairingSide
from rooted.support.pairings import write_to_the_group
from rooted.support.tests import make


def end(member, pairing):
    return member.client.post(make.at("support:pairing-end", member, pairing.pk))


def left():
    kinds = SealedItem.objects.filter(kind__startswith="support.")
    return kinds.count(), PairingSide.objects.count(), PairingMessage.objects.count()


@pytest.mark.parametrize("who", ["ana", "cem"])
def test_nothing_is_left_and_both_read_that_it_ended(who, ana, cem, request):
    circles, holders = Circle.objects.count(), Holder.objects.count()
    pairing = make.paired(cem, ana)
    end(request.getfixturevalue(who), pairing)
    assert (left(), Circle.objects.count(), Holder.objects.count()) == ((0, 0, 0), circles, holders)
    pages = [
        member.client.get(make.at("support:pairing-detail", member, pairing.pk)).content.decode()
        for member in (ana, cem)
    ]
    assert ["It ended on" in html for html in pages] == [True, True]


def test_a_question_can_be_taken_back_or_declined_and_asked_again(ana, cem):
    end(cem, make.asked(cem, ana))
    end(ana, make.asked(cem, ana))
    make.asked(cem, ana)
    assert Pairing.objects.filter(ended_on=None).count() == 1


def test_asking_first_ends_nothing(ana, cem):
    pairing = make.paired(cem, ana)
    html = ana.client.get(make.at("support:pairing-end", ana, pairing.pk)).content.decode()
    assert "This cannot be undone." in html
    assert Pairing.objects.get().ended_on is None


def test_a_third_group_ends_nothing(ana, cem, newly_signed_up):
    pairing = make.paired(cem, ana)
    assert end(make.third(newly_signed_up), pairing).status_code == 404
    assert Pairing.objects.get().ended_on is None


def test_who_wrote_while_it_ended_is_told(ana, cem):
    pairing = make.paired(cem, ana)
    end(cem, pairing)
    url = make.at("support:pairing-write", ana, pairing.pk)
    assert ana.client.post(url, {"text": "Too late"}).status_code == 200
    assert left() == (0, 0, 0)


def test_a_group_that_closes_ends_it_for_both(ana, cem, tomorrow):
    make.paired(cem, ana)
    close_group(cem.group, today=tomorrow)
    assert left() == (0, 0, 0)


def test_after_thirty_days_the_row_goes_and_after_a_year_a_message(ana, cem, tomorrow):
    pairing = make.paired(cem, ana)
    write_to_the_group(pairing, ana.seat, text="Old", byline="", now=timezone.now() - timedelta(days=366))
    tidy_pairings(now=timezone.now())
    assert PairingMessage.objects.count() == 1
    end(ana, pairing)
    tidy_pairings(now=timezone.now() + timedelta(days=31))
    assert Pairing.objects.count() == 0
