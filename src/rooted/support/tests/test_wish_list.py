"""Who wants to start, as the hosting group's members see it."""

import pytest

from rooted.support.tests import make


def test_towns_and_who_is_alone_stand_there(ana, bo):
    make.starter(make.hosting(ana), town="Saltend")
    html = bo.client.get(make.at("support:wish-list", bo)).content.decode()
    assert "Saltend" in html
    assert "Alone, and wants to be introduced." in html


def test_another_group_sees_none_of_them(ana, cem):
    make.starter(make.hosting(ana), town="Saltend")
    assert "Saltend" not in cem.client.get(make.at("support:wish-list", cem)).content.decode()


@pytest.mark.parametrize("rows", [3, 50])
def test_a_list_of_any_length_costs_the_same(rows, ana, django_assert_num_queries):
    make.hosting(ana)
    for number in range(rows):
        make.starter(ana, town=f"Town {number}")
    url = make.at("support:wish-list", ana)
    with django_assert_num_queries(4):
        html = ana.client.get(url).content.decode()
    assert html.count("Town ") == rows
