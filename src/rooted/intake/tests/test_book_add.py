"""intake:book-add."""

from django.urls import reverse

from rooted.intake import book
from rooted.intake.book import kept
from rooted.intake.models import BookEntry

URL = reverse("intake:book-add", args=["docks"])
TYPED = {"name": "Union <b>", "what": "Strikes", "languages": "en, ro", "phone": "2", "area": ""}


def test_what_is_added_is_sealed_and_in_the_list(ana, bo):
    assert ana.client.post(reverse("intake:book-add", args=["docks"]), TYPED).status_code == 302
    (one,) = kept(BookEntry, bo.seat)
    assert (one.content["name"], one.content["seat"]) == ("Union <b>", ana.seat.pk)
    html = bo.client.get(reverse("intake:book-list", args=["docks"])).content.decode()
    assert "Union &lt;b&gt;" in html


def test_without_what_is_needed_it_comes_back(ana):
    page = ana.client.post(URL, {**TYPED, "name": ""})
    assert page.context["form"].errors.keys() == {"name"}
    assert BookEntry.objects.count() == 0


def test_a_full_list_says_so(ana, monkeypatch):
    monkeypatch.setattr(book, "MOST", 1)
    pages = [ana.client.post(URL, TYPED).status_code for _ in range(2)]
    assert pages == [302, 200]
    assert BookEntry.objects.count() == 1


def test_nobody_else_can(ana, cem, stranger):
    assert (cem.client.post(URL, TYPED).status_code, stranger.post(URL, TYPED).status_code) == (404, 403)
    assert BookEntry.objects.count() == 0
