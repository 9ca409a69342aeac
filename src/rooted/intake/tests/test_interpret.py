"""intake:interpret, what an interpreter without account opens."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.groups.actions import close_group
from rooted.intake import interpreting
from rooted.intake.actions import answer_letter, write_note
from rooted.intake.models import InterpreterLink, Note, Thread
from rooted.intake.tests import make

WORDS = "apple harbour lantern ninety"


def link(member, thread, **more):
    made = interpreting.make_link(thread, seat=member.seat, spoken=WORDS, now=more.get("now") or timezone.now())
    return reverse("intake:interpret", args=[made.pk])


def letter(ana):
    thread = make.thread(ana.group, text="Nu am primit salariul.", way="reach", reach="07700 900 099")
    answer_letter(thread, seat=ana.seat, text="Come on Thursday.", seen=1, now=timezone.now())
    write_note(thread, seat=ana.seat, text="Between us only", now=timezone.now())
    return thread


def test_the_words_open_the_letter_and_its_answers_and_nothing_else(ana, stranger):
    make.thread(ana.group, text="Another letter")
    html = stranger.post(link(ana, letter(ana)), {"words": WORDS.upper()}).content.decode()
    seen = ["Nu am primit salariul.", "Come on Thursday.", "3 December"]
    hidden = ["07700 900 099", "Between us only", "Ana", "Another letter"]
    assert [text in html for text in seen + hidden] == [True] * 3 + [False] * 4


def test_what_they_write_stands_with_the_notes_and_not_with_the_stranger(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    thread = Thread.objects.get()
    page = stranger.post(link(ana, thread), {"words": WORDS, "text": "He says: no pay."})
    assert page.context["sent"]
    html = ana.client.get(reverse("intake:letter-detail", args=["docks", thread.pk])).content.decode()
    assert html.index("An interpreter") < html.index("He says: no pay.")
    assert "He says" not in make.come_back(stranger, dropped.receipt).content.decode()


def test_before_the_words_nothing_of_the_letter_is_shown(ana, stranger):
    url = link(ana, letter(ana))
    pages = [stranger.get(url), stranger.post(url, {"words": "one two three four"})]
    assert ["salariul" in page.content.decode() for page in pages] == [False, False]


def test_five_wrong_tries_end_the_link_for_the_right_words_too(ana, stranger, monkeypatch):
    monkeypatch.setattr("rooted.base.throttle.delay", lambda failures: 0.0)
    url = link(ana, letter(ana))
    tries = [stranger.post(url, {"words": f"wrong {number}"}).status_code for number in range(5)]
    assert tries == [200, 200, 200, 200, 404]
    assert stranger.post(url, {"words": WORDS}).status_code == 404
    assert InterpreterLink.objects.count() == 0


@pytest.mark.parametrize(("hours", "status"), [(71, 200), (73, 404)])
def test_it_ends_after_72_hours(ana, stranger, hours, status):
    url = link(ana, letter(ana), now=timezone.now() - timedelta(hours=hours))
    assert stranger.post(url, {"words": WORDS}).status_code == status


def test_what_was_typed_is_not_lost_when_the_words_are_wrong_or_the_link_is_gone(ana, stranger):
    url = link(ana, letter(ana))
    wrong = stranger.post(url, {"words": "no", "text": "A long translation"})
    assert 'name="text" value="A long translation"' in wrong.content.decode()
    InterpreterLink.objects.all().delete()
    gone = stranger.post(url, {"words": WORDS, "text": "A long translation"})
    assert (gone.status_code, "A long translation" in gone.content.decode()) == (404, True)
    assert Note.objects.filter(item__kind="intake.rendering").count() == 0


def test_a_link_ends_with_its_letter_and_with_its_group(ana, stranger):
    first = letter(ana)
    gone = link(ana, first)
    first.delete()
    assert stranger.get(gone).status_code == 404
    other = link(ana, letter(ana))
    close_group(ana.group, today=timezone.now().date())
    assert stranger.get(other).status_code == 404
    assert InterpreterLink.objects.count() == 0


def test_another_links_words_open_nothing(ana, stranger):
    one, _other = link(ana, letter(ana)), letter(ana)
    made = interpreting.make_link(_other, seat=ana.seat, spoken="four quite other words", now=timezone.now())
    assert stranger.post(one, {"words": "four quite other words"}).context.get("said") is None
    assert made.pk != InterpreterLink.objects.exclude(pk=made.pk).get().pk


def test_at_most_fifty_texts_and_the_last_one_comes_back(ana, stranger, monkeypatch):
    monkeypatch.setattr(interpreting, "MOST_NOTES", 1)
    url = link(ana, letter(ana))
    stranger.post(url, {"words": WORDS, "text": "First"})
    page = stranger.post(url, {"words": WORDS, "text": "Second"})
    assert page.context["form"]["text"].value() == "Second"
    assert Note.objects.filter(item__kind="intake.rendering").count() == 1
