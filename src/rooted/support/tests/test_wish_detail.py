"""One who wants to start, with who else is near."""

import pytest

from rooted.support.tests import make


def page(member, starter):
    return member.client.get(make.at("support:wish-detail", member, starter.wish.pk))


def test_members_see_the_town_and_the_way_to_the_letter(ana):
    one = make.starter(make.hosting(ana), town="Saltend")
    html = page(ana, one).content.decode()
    assert "Saltend" in html
    assert make.at("intake:letter-detail", ana, one.wish.thread_id) in html


def test_the_letter_leads_here(ana):
    one = make.starter(make.hosting(ana))
    html = ana.client.get(make.at("intake:letter-detail", ana, one.wish.thread_id)).content.decode()
    assert make.at("support:wish-detail", ana, one.wish.pk) in html


def test_another_group_gets_404(ana, cem):
    one = make.starter(make.hosting(ana))
    assert cem.client.get(make.at("support:wish-detail", cem, one.wish.pk)).status_code == 404


@pytest.mark.parametrize("rows", [3, 50])
def test_any_number_near_costs_the_same(rows, ana, django_assert_num_queries):
    one = make.starter(make.hosting(ana))
    for _ in range(rows):
        make.starter(ana)
    url = make.at("support:wish-detail", ana, one.wish.pk)
    with django_assert_num_queries(6):
        html = ana.client.get(url).content.decode()
    assert html.count("Ask both</button>") == rows
