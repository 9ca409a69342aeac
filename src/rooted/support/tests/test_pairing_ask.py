"""A group asks another to stand by it."""

from rooted.groups.models import Group
from rooted.support.models import Pairing, PairingSide
from rooted.support.tests import make

ASK = {"text": "Three of us, from the laundry.", "byline": "Mo"}


def ask(member, entry, **fields):
    return member.client.post(make.at("support:pairing-ask", member, entry.pk), ASK | fields)


def test_the_other_group_reads_what_was_asked(ana, cem):
    ask(cem, make.helping(ana))
    pairing = Pairing.objects.get()
    html = ana.client.get(make.at("support:pairing-detail", ana, pairing.pk)).content.decode()
    assert (pairing.asking, pairing.standing) == (cem.group, ana.group)
    assert "Three of us, from the laundry." in html
    assert "Yes, we stand by them" in html


def test_the_same_group_is_asked_once(ana, cem):
    entry = make.helping(ana)
    ask(cem, entry)
    assert "Your group asked this group already." in ask(cem, entry).content.decode()
    assert (Pairing.objects.count(), PairingSide.objects.count()) == (1, 2)


def test_a_group_asks_neither_itself_nor_one_that_offers_nothing(ana, cem):
    own, other = make.helping(cem), make.helping(ana)
    assert ask(cem, own).status_code == 404
    Group.objects.filter(pk=ana.group.pk).update(listed=False)
    assert ask(cem, other).status_code == 404
    assert Pairing.objects.count() == 0


def test_an_empty_question_is_refused_and_the_rest_stays_typed(ana, cem):
    html = ask(cem, make.helping(ana), text="", byline="Mo of the laundry").content.decode()
    assert "Mo of the laundry" in html
    assert Pairing.objects.count() == 0
