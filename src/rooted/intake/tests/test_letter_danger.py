"""intake:letter-danger, what must be known before anybody calls."""

import pytest
from django.urls import reverse

from rooted.circles.models import SealedItem
from rooted.intake.danger import MARKS, read_danger
from rooted.intake.models import Thread
from rooted.intake.tests import make


def mark(member, thread, **fields):
    return member.client.post(reverse("intake:letter-danger", args=["docks", thread.pk]), fields)


def detail(member, thread):
    return member.client.get(reverse("intake:letter-detail", args=["docks", thread.pk])).content.decode()


def test_what_a_stranger_ticks_is_the_first_thing_on_the_page_and_stands_beside_the_number(ana, stranger):
    make.drop(stranger, ana.group, way="reach", reach="07700 900 044", danger=["shared", "voicemail"])
    html = detail(ana, Thread.objects.get())
    sentence = "Leave no voicemail and no message."
    assert html.index("<h1>") < html.index(sentence) < html.index("It came on")
    assert html.index("What was written") < html.rindex(sentence) < html.index("07700 900 044")


def test_a_stranger_can_tick_every_mark_that_members_know(ana, stranger):
    make.drop(stranger, ana.group, danger=list(MARKS))
    assert read_danger(ana.seat, Thread.objects.select_related("danger").get())["marks"] == list(MARKS)


def test_members_set_the_marks_anew_with_their_own_words(ana, bo, stranger):
    make.drop(stranger, ana.group, danger=["shared"])
    thread = Thread.objects.get()
    assert mark(bo, thread, marks=["violent"], words="He reads her phone").status_code == 302
    content = read_danger(ana.seat, Thread.objects.select_related("danger").get())
    assert (content["marks"], content["words"], content["seat"]) == (["violent"], "He reads her phone", bo.seat.pk)


def test_without_marks_and_words_none_are_left(ana, stranger):
    make.drop(stranger, ana.group, danger=["shared"])
    mark(ana, Thread.objects.get(), words="")
    assert Thread.objects.get().danger_id is None
    assert SealedItem.objects.filter(kind="intake.danger").count() == 0


def test_the_list_shows_the_mark(ana, stranger):
    make.drop(stranger, ana.group, danger=["mail"])
    (row,) = ana.client.get(reverse("intake:letter-list", args=["docks"])).context["rows"]
    assert row.danger == ["The boss or somebody else reads their mail or e-mail."]


def test_the_stranger_never_reads_the_members_words(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    mark(ana, Thread.objects.get(), marks=["violent"], words="Careful with the brother")
    assert "brother" not in make.come_back(stranger, receipt).content.decode()


def test_they_are_erased_with_the_letter(ana, stranger):
    receipt = make.drop(stranger, ana.group, danger=["mail"]).receipt
    stranger.post(reverse("intake:letter-delete"), {"receipt": receipt, "sure": "yes"})
    assert SealedItem.objects.filter(kind="intake.danger").count() == 0


@pytest.mark.parametrize("wrong", [{"words": "x" * 301}, {"marks": ["nonsense"]}, {"words": "nul \0"}])
def test_what_is_refused_comes_back(ana, wrong):
    thread = make.thread(ana.group)
    page = mark(ana, thread, **wrong)
    assert page.status_code == 200
    assert Thread.objects.get().danger_id is None


def test_nobody_else_can(ana, cem, stranger):
    thread = make.thread(ana.group)
    url = reverse("intake:letter-danger", args=["docks", thread.pk])
    assert (cem.client.post(url, {"words": "x"}).status_code, stranger.get(url).status_code) == (404, 403)
