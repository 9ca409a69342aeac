"""The page of towns, for everybody, without script."""

import pytest
from django.test import Client
from django.urls import reverse

from rooted.places.tests.make import make_town

pytestmark = pytest.mark.django_db
PAGE = reverse("places:town-list")


def titles(answer):
    return [town.label for town in answer.context["towns"]]


def test_a_stranger_finds_a_town():
    make_town(1, "Harrowmere", "GB")
    answer = Client().get(PAGE, {"q": "harrow"})
    assert (answer.status_code, titles(answer)) == (200, ["Harrowmere, United Kingdom"])
    assert b"Harrowmere</h3>" in answer.content


def test_the_page_says_whose_data_it_is():
    assert "GeoNames, licence CC BY 4.0" in Client().get(PAGE).content.decode()


def test_nothing_found_says_what_to_do():
    assert "Write fewer letters" in Client().get(PAGE, {"q": "zzz"}).content.decode()


def test_a_text_that_is_too_long_comes_back_with_the_reason():
    answer = Client().get(PAGE, {"q": "x" * 500})
    assert (answer.status_code, titles(answer), len(answer.context["form"].errors)) == (200, [], 1)


@pytest.mark.parametrize("count", [3, 50])
def test_the_list_takes_one_query_however_long(count, django_assert_num_queries):
    for number in range(1, count + 1):
        make_town(number, f"York {number}")
    with django_assert_num_queries(1):
        answer = Client().get(PAGE, {"q": "york"})
    assert len(titles(answer)) == min(count, 20)
