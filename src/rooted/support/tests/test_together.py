"""Other groups: who stands by whom."""

import pytest

from conftest import found, newcomer
from rooted.support.tests import make


def page(member):
    return member.client.get(make.at("support:together", member)).content.decode()


def test_groups_that_offer_help_can_be_asked_from_here(ana, cem):
    entry = make.helping(ana)
    assert make.at("support:pairing-ask", cem, entry.pk) in page(cem)
    assert make.at("support:pairing-ask", ana, entry.pk) not in page(ana)


def test_each_state_is_said_on_both_sides(ana, cem):
    pairing = make.asked(cem, ana)
    assert ("You asked them." in page(cem), "They ask you to stand by them." in page(ana)) == (True, True)
    make.agree_to_stand_by(pairing, ana.seat, now=make.timezone.now())
    assert ("They stand by you." in page(cem), "You stand by them." in page(ana)) == (True, True)


@pytest.mark.parametrize("rows", [1, 6])
def test_any_number_of_groups_costs_the_same(rows, ana, django_assert_num_queries):
    for number in range(rows):
        other = found(newcomer(f"other{number}"), f"Other {number}")
        make.asked(other, ana)
        make.helping(found(newcomer(f"more{number}"), f"More {number}"))
    url = make.at("support:together", ana)
    with django_assert_num_queries(7):
        html = ana.client.get(url).content.decode()
    assert html.count("They ask you to stand by them.") == rows
