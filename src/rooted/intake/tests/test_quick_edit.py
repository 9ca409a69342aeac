"""intake:quick-edit."""

from django.urls import reverse

from rooted.intake.book import kept
from rooted.intake.models import QuickAnswer
from rooted.intake.tests import make

TYPED = {"name": "Union <b>", "text_en": "Seven o'clock"}


def test_any_member_writes_it_anew(ana, bo):
    url = reverse("intake:quick-edit", args=["docks", make.quick(ana).pk])
    assert "Desk" in bo.client.get(url).content.decode()
    assert bo.client.post(url, TYPED).status_code == 302
    (one,) = kept(QuickAnswer, ana.seat)
    assert (one.content["name"], one.content["seat"]) == ("Union <b>", bo.seat.pk)


def test_what_is_refused_comes_back_and_changes_nothing(ana):
    url = reverse("intake:quick-edit", args=["docks", make.quick(ana).pk])
    page = ana.client.post(url, {**TYPED, "name": "x" * 200})
    assert page.context["form"]["name"].value() == "x" * 200
    assert [one.content["name"] for one in kept(QuickAnswer, ana.seat)] == ["Desk"]


def test_nobody_else_can(ana, cem, stranger):
    pk = make.quick(ana).pk
    url, own = (reverse("intake:quick-edit", args=[group, pk]) for group in ("docks", "depot"))
    statuses = [cem.client.post(url, TYPED), cem.client.post(own, TYPED), stranger.post(url, TYPED)]
    assert [answer.status_code for answer in statuses] == [404, 404, 403]
