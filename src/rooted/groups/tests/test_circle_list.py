"""The small circles a member is in."""

import pytest
from django.urls import reverse

from rooted.groups.tests.make import at, circle, member


def test_who_is_inside_sees_it_and_nobody_else_learns_anything(ana, bo, cem, stranger, locked):
    member(ana, "dina")
    before = bo.client.get(at("groups:circle-list", bo)).content
    circle(ana, name="Car share")
    assert "Car share" in ana.client.get(at("groups:circle-list", ana)).content.decode()
    strip = lambda page: page.split(b"<main")[1].split(b"</main>")[0]  # noqa: E731
    assert strip(bo.client.get(at("groups:circle-list", bo)).content) == strip(before)
    for client in (cem.client, stranger, locked):
        answer = client.get(at("groups:circle-list", ana))
        assert (answer.status_code in (403, 404), "Car share" in answer.content.decode()) == (True, False)


def test_a_pair_is_told_that_it_takes_three(ana, bo):
    page = ana.client.get(at("groups:circle-list", ana)).content.decode()
    assert "With three members or more you can make one." in page
    assert reverse("groups:circle-make", args=[ana.group.address]) not in page


@pytest.mark.parametrize("number", [3, 20])
def test_the_list_asks_the_database_the_same_for_every_number(ana, bo, number, django_assert_num_queries):
    for one in range(number):
        circle(ana, bo, name=f"Circle {one}")
    with django_assert_num_queries(5):
        page = ana.client.get(at("groups:circle-list", ana)).content.decode()
    assert page.count("<h2>") == number
