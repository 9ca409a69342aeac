"""intake:inbox-edit, what the group decides about letters to come."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.models import Inbox, Message, Thread
from rooted.intake.tests import make

URL = reverse("intake:inbox-edit", args=["docks"])
OPEN = {
    "question": "", "accepted": "", "asks": "many", "asks_above": "20", "holds_above": "60", "takes": "yes",
    "shut_text": "", "reopens_on": "",
}  # fmt: skip
QUESTION = {"question": "What is sold in the hall?", "accepted": "Fish\nPește", "asks": "always"}


def decide(member, **fields):
    return member.client.post(reverse("intake:inbox-edit", args=["docks"]), OPEN | fields)


def test_a_question_is_asked_of_everyone_and_a_wrong_answer_loses_nothing(ana, stranger):
    assert decide(ana, **QUESTION).status_code == 302
    posted = make.fill_page(stranger, ana.group, question="bread")
    wrong = stranger.post(reverse("intake:letter", args=["docks"]), posted)
    assert "This is not the answer." in wrong.content.decode()
    assert wrong.context["form"]["text"].value() == make.TEXT
    assert Thread.objects.count() == 0


@pytest.mark.parametrize("answer", ["fish", " FISH. ", "peste", "Pește"])
def test_capitals_and_accents_do_not_matter(ana, stranger, answer):
    decide(ana, **QUESTION)
    assert len(make.drop(stranger, ana.group, question=answer).receipt.split()) == 5


def test_on_a_day_with_many_letters_it_is_asked_by_itself_and_the_page_already_open_comes_back(ana, stranger):
    decide(ana, **QUESTION | {"asks": "many", "asks_above": "2"})
    posted = make.fill_page(stranger, ana.group)
    for _ in range(2):
        make.thread(ana.group)
    url = reverse("intake:letter", args=["docks"])
    page = stranger.post(url, posted)
    assert page.context["form"]["text"].value() == make.TEXT
    assert "question" in page.context["form"].errors
    assert len(make.words_in(stranger.post(url, posted | {"question": "fish"}).content.decode()).split()) == 5


def test_a_closed_inbox_shows_its_sentence_and_the_other_ways_and_takes_nothing(ana, stranger):
    type(ana.group).objects.update(phone="01632 960 011", hour_text="Wednesdays at six")
    posted = make.fill_page(stranger, ana.group)
    decide(ana, takes="no", shut_text="We are on strike ourselves.", reopens_on="2031-02-03")
    public = stranger.get(reverse("groups:group", args=["docks"])).content.decode()
    assert [text in public for text in ("We are on strike ourselves.", "Letters are taken again from")] == [True, True]
    assert "answer within" not in public
    url = reverse("intake:letter", args=["docks"])
    html = stranger.get(url).content.decode()
    said = ["We are on strike ourselves.", "01632 960 011", "Wednesdays at six", "3 Feb 2031"]
    assert [text in html for text in said] == [True] * 4
    assert "<textarea" not in html
    late = stranger.post(url, posted)
    assert late.context["form"]["text"].value() == make.TEXT
    assert "Nothing was sent. Your text is still here." in late.content.decode()
    assert Thread.objects.count() == 0


def test_who_wrote_before_can_still_write_to_a_closed_inbox(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    decide(ana, takes="no")
    make.write_more(stranger, receipt, "One more thing")
    assert Message.objects.count() == 2


@pytest.mark.parametrize(("days", "taken"), [(1, 0), (0, 1), (-1, 1)])
def test_it_reopens_on_its_day_by_itself(ana, stranger, days, taken):
    day = timezone.now().date() + timedelta(days=days)
    Inbox.objects.create(group=ana.group, shut_on=day - timedelta(days=9), reopens_on=day)
    stranger.post(reverse("intake:letter", args=["docks"]), make.FILLED | {"token": "t" * 43, "language": "en"})
    assert Thread.objects.count() == taken


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"question": "Which?"}, "accepted"),
        ({"asks": "always"}, "question"),
        ({"asks_above": "0"}, "asks_above"),
        ({"reopens_on": "soon"}, "reopens_on"),
    ],
)
def test_what_makes_no_sense_comes_back(ana, fields, wrong):
    page = decide(ana, **fields)
    assert set(page.context["form"].errors) == {wrong}
    assert Inbox.objects.count() == 0


def test_days_already_running_go_on(ana):
    long_ago = timezone.now().date() - timedelta(days=30)
    Inbox.objects.create(group=ana.group, question="Q", accepted="a", asking_since=long_ago, shut_on=long_ago)
    decide(ana, **QUESTION | {"takes": "no"})
    inbox = Inbox.objects.get()
    assert (inbox.asking_since, inbox.shut_on) == (long_ago, long_ago)


def test_nobody_else_can(ana, cem, stranger):
    assert (cem.client.post(URL, OPEN).status_code, stranger.post(URL, OPEN).status_code) == (404, 403)
