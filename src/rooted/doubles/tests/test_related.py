"""On the page of a record, a member reads what it may be the same as."""

from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.related import related
from rooted.doubles.tests import make


def alike(record, member):
    return [part for part in related(record, member.seat) if part.name.startswith("Perhaps the same as")]


def test_a_member_sees_the_other_record(ana, docks):
    pair = make.pair(docks)
    (part,) = alike(pair.one, ana)
    assert part.name == f"Perhaps the same as: {pair.other.title}"
    assert part.url == reverse("doubles:double-detail", args=["docks", pair.pk])


def test_nobody_else_does(ana, cem, docks):
    pair = make.pair(docks)
    assert (related(pair.one, None), related(pair.one, cem.seat), related(docks, ana.seat)) == ([], [], [])


def test_nor_anybody_once_it_is_decided(ana, docks):
    pair = actions.keep_apart(make.pair(docks), seat=ana.seat)
    assert alike(pair.one, ana) == []


def test_the_page_of_a_record_shows_it_to_members_of_its_group_only(ana, cem, stranger, docks):
    address = make.pair(docks).one.get_absolute_url()
    shown = [b"Perhaps the same as" in client.get(address).content for client in (ana.client, cem.client, stranger)]
    assert shown == [True, False, False]
