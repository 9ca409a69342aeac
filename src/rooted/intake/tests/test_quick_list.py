"""intake:quick-list, one of the group's two sealed lists."""

import pytest
from django.urls import reverse

from rooted.intake.tests import make

URL = reverse("intake:quick-list", args=["docks"])


def test_all_by_name_and_only_ones_own(ana, cem):
    for name in ("Óak", "apple", "Pear"):
        make.quick(ana, name)
    make.quick(cem, "theirs")
    assert [one.content["name"] for one in ana.client.get(URL).context["answers"]] == ["apple", "Óak", "Pear"]


def test_an_empty_one_says_how_to_begin(ana):
    assert "Begin with" in ana.client.get(reverse("intake:quick-list", args=["docks"])).content.decode()


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.quick(ana, f"Number {number}")
    with django_assert_num_queries(4):
        page = ana.client.get(URL)
    assert len(page.context["answers"]) == count


def test_nobody_else_reads_it(ana, cem, stranger):
    assert (cem.client.get(URL).status_code, stranger.get(URL).status_code) == (404, 403)
