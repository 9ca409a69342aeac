"""intake:letter-save, which asks two of the words back."""

import pytest
from django.test import Client
from django.urls import reverse

from rooted.intake.receipts import asked_back
from rooted.intake.tests import make

URL = reverse("intake:letter-save")


def asked(receipt):
    parts = receipt.split()
    first, second = sorted(asked_back(receipt))
    return {"first": parts[first - 1], "second": parts[second - 1]}


def test_the_two_right_words_lead_to_the_conversation(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    page = stranger.post(URL, {"receipt": receipt} | asked(receipt))
    assert [one.content["text"] for one in page.context["said"]] == [make.TEXT]


def test_the_page_names_the_places_it_asks_for(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    labels = [field.label for field in dropped.response.context["form"].visible_fields()]
    assert labels == [f"Word {place}" for place in sorted(asked_back(dropped.receipt))]


def test_twenty_digits_are_asked_back_as_groups(ana):
    arabic = Client(headers={"accept-language": "ar"})
    receipt = make.drop(arabic, ana.group).receipt
    assert len(arabic.post(URL, {"receipt": receipt} | asked(receipt)).context["said"]) == 1


@pytest.mark.parametrize("typed", [{}, {"first": "", "second": ""}, {"first": "plum", "second": "otter"}])
def test_wrong_words_show_the_words_again_with_a_sentence(ana, stranger, typed):
    receipt = make.drop(stranger, ana.group).receipt
    page = stranger.post(URL, {"receipt": receipt} | typed).content.decode()
    assert make.words_in(page) == receipt
    assert "Not these. Write the words down as they stand above" in page


@pytest.mark.parametrize("receipt", ["", "plum", "x" * 100])
def test_without_a_receipt_one_is_asked_for_the_words(db, stranger, receipt):
    response = stranger.post(URL, {"receipt": receipt})
    assert (response.status_code, response.url) == (302, reverse("intake:receipt"))


def test_opening_the_address_leads_to_the_way_back(db, stranger):
    assert stranger.get(reverse("intake:letter-save")).url == reverse("intake:receipt")


def test_hostile_words_are_shown_as_text(db, stranger):
    page = stranger.post(URL, {"receipt": "<b>a</b> <script>b c d e"}).content.decode()
    assert "<script>b" not in page


def test_the_page_with_the_words_says_where_to_come_back(ana, stranger, settings):
    settings.ADDRESS = "http://rooted.example"
    html = make.drop(stranger, ana.group).response.content.decode()
    assert '<code dir="ltr">http://rooted.example<wbr>/letters/back/</code>' in html
