"""intake:struggle-ask, a question about a published record, sealed into the inbox of its group."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from rooted.groups.models import Group
from rooted.intake.conversation import read_by_member
from rooted.intake.flood import takes_letters
from rooted.intake.models import Inbox, Message, Thread
from rooted.intake.tests import make
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make as chronicle

TODAY = date(2026, 11, 27)
ASKED = {"text": "Did the night shift stay out too?", "way": "words"}


@pytest.fixture
def record(ana):
    return chronicle.struggle(ana.group, title="Night cleaners stop work")


def address(record):
    return reverse("intake:struggle-ask", args=[record.public_id])


def ask(client, record, **fields):
    """Open the page and send it as a browser does."""
    html = client.get(address(record)).content.decode()
    hidden = {name: make.hidden(html, name) for name in ("token", "language", "stamp")}
    return client.post(address(record), hidden | ASKED | fields)


def test_a_question_reaches_the_group_of_the_record_with_what_it_is_about(ana, stranger, record):
    ask(stranger, record, danger=["shared"])
    (said,) = read_by_member(Message.objects.select_related("item"), ana.seat.keys)
    assert [said.content[name] for name in ("brings", "text", "date", "about", "about_url")] == [
        "ask", ASKED["text"], "", "Night cleaners stop work", record.get_absolute_url(),
    ]  # fmt: skip
    assert Thread.objects.get().danger is not None


def test_members_read_on_top_what_it_is_about_and_get_there(ana, stranger, record):
    ask(stranger, record)
    letter = reverse("intake:letter-detail", args=["docks", Thread.objects.get().pk])
    html = ana.client.get(letter).content.decode()
    assert "<h1>A question about: Night cleaners stop work</h1>" in html
    assert f'<a href="{record.get_absolute_url()}" dir="auto">Night cleaners stop work</a>' in html
    listed = ana.client.get(reverse("intake:letter-list", args=["docks"])).content.decode()
    assert "A question about: Night cleaners stop work" in listed


def test_it_is_answered_and_counted_like_any_letter(ana, stranger, record):
    receipt = make.words_in(ask(stranger, record).content.decode())
    letter = reverse("intake:letter-answer", args=["docks", Thread.objects.get().pk])
    ana.client.post(letter, {"text": "All but two.", "seen": "1"})
    html = make.come_back(stranger, receipt).content.decode()
    assert [text in html for text in ("All but two.", "Night cleaners stop work", ASKED["text"])] == [True] * 3
    counts = ana.client.get(reverse("intake:letter-counts", args=["docks"])).content.decode()
    assert "A question about a record" in counts


def test_the_same_page_sent_twice_arrives_once_and_shows_the_same_words(ana, stranger, record):
    token = make.hidden(stranger.get(address(record)).content.decode(), "token")
    pages = [ask(stranger, record, token=token).content.decode() for _time in range(2)]
    assert make.words_in(pages[0]) == make.words_in(pages[1])
    assert Message.objects.count() == 1


def test_the_same_page_about_another_record_is_a_further_question(ana, stranger, record):
    other = chronicle.struggle(ana.group, title="Porters sit down")
    token = make.hidden(stranger.get(address(record)).content.decode(), "token")
    for one in (record, other):
        ask(stranger, one, token=token)
    said = read_by_member(Message.objects.select_related("item"), ana.seat.keys)
    assert sorted(one.content["about"] for one in said) == ["Night cleaners stop work", "Porters sit down"]


def test_a_title_changed_later_leaves_the_question_as_it_was_asked(ana, stranger, record):
    ask(stranger, record)
    Struggle.objects.filter(pk=record.pk).update(title="Another title")
    letter = reverse("intake:letter-detail", args=["docks", Thread.objects.get().pk])
    assert "A question about: Night cleaners stop work" in ana.client.get(letter).content.decode()


@pytest.mark.parametrize("wrong", [{"text": ""}, {"way": ""}, {"way": "reach", "reach": ""}, {"token": "short"}])
def test_a_refused_question_stores_nothing_and_comes_back_whole(ana, stranger, record, wrong):
    html = ask(stranger, record, **wrong)
    form = html.context["form"]
    assert form.errors
    assert form["text"].value() == (ASKED | wrong)["text"]
    assert Thread.objects.count() == 0


def test_the_flood_guards_of_the_group_hold_here_too(ana, stranger, record, settings):
    settings.LETTER_SECONDS = 3
    Inbox.objects.create(group=ana.group, question="Our street?", accepted="Quay", asking_since=TODAY, holds_above=1)
    assert "Our street?" in stranger.get(address(record)).content.decode()
    assert "This is not the answer." in ask(stranger, record, question="Hill").content.decode()
    assert "This was very quick" in ask(stranger, record, question="quay").content.decode()
    assert Thread.objects.count() == 0


GONE = [{"withdrawn_on": TODAY}, {"hidden_on": TODAY}]


@pytest.mark.parametrize("change", GONE, ids=str)
def test_nobody_asks_about_a_record_that_does_not_stand(ana, stranger, record, change):
    Struggle.objects.filter(pk=record.pk).update(**change)
    answers = [stranger.get(address(record)), stranger.post(address(record), ASKED)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_nobody_asks_about_a_draft_or_about_nothing(ana, stranger):
    draft = chronicle.draft(ana.group)
    pages = [reverse("intake:struggle-ask", args=[pk]) for pk in (draft.pk, uuid4())]
    assert [stranger.get(page).status_code for page in pages] == [404, 404]


def test_a_record_is_asked_about_by_the_address_of_its_page_alone(ana, stranger, record):
    assert address(record) == f"{record.get_absolute_url()}ask/"
    assert stranger.get(reverse("intake:struggle-ask", args=[record.pk])).status_code == 404


@pytest.mark.parametrize("change", [{"closed_on": TODAY}, {"hidden_on": TODAY}], ids=str)
def test_nobody_asks_a_group_that_is_gone(ana, stranger, record, change):
    Group.objects.filter(pk=ana.group.pk).update(**change)
    ana.group.refresh_from_db()
    assert stranger.get(address(record)).status_code == 404
    assert takes_letters(ana.group, today=TODAY) is False


def test_a_group_that_takes_no_letters_says_how_else(ana, stranger, record):
    assert takes_letters(ana.group, today=TODAY) is True
    Group.objects.filter(pk=ana.group.pk).update(phone="0300 555 010")
    Inbox.objects.create(group=ana.group, shut_on=TODAY, shut_text="We move house.")
    answer = stranger.get(address(record))
    assert answer.status_code == 404
    html = answer.content.decode()
    assert [text in html for text in ("takes no new letters now", "We move house.", "0300 555 010")] == [True] * 3
    assert "<textarea" not in html
    assert takes_letters(ana.group, today=TODAY) is False


def test_what_was_typed_while_the_group_closed_its_inbox_is_not_lost(ana, stranger, record):
    html = stranger.get(address(record)).content.decode()
    Inbox.objects.create(group=ana.group, shut_on=TODAY)
    sent = stranger.post(address(record), ASKED | {"token": make.hidden(html, "token")})
    assert sent.status_code == 200
    assert [text in sent.content.decode() for text in ("Nothing was sent", ASKED["text"])] == [True, True]
    assert Thread.objects.count() == 0
