"""intake:letter-answer: one letter is never answered over an answer nobody read."""

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread, take_thread
from rooted.intake.conversation import read_by_member
from rooted.intake.models import Message, Thread
from rooted.intake.tests import make


def answer(member, thread, text="Come on Thursday.", seen=1):
    return member.client.post(
        reverse("intake:letter-answer", args=["docks", thread.pk]), {"text": text, "seen": str(seen)}
    )


def said(member):
    return [one.content["text"] for one in read_by_member(Message.objects.select_related("item"), member.seat.keys)]


def test_an_answer_is_kept_for_both_sides_and_nothing_waits_any_more(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    response = answer(ana, Thread.objects.get())
    assert response.status_code == 302
    assert said(ana) == [make.TEXT, "Come on Thursday."]
    assert make.come_back(stranger, receipt).context["said"][1].content["text"] == "Come on Thursday."
    assert Message.objects.waiting().count() == 0


def test_whoever_answers_a_letter_nobody_has_takes_it_on(ana):
    answer(ana, make.thread(ana.group))
    assert Thread.objects.get().taken_by_id == ana.seat.pk


def test_one_may_answer_a_letter_somebody_else_has(ana, bo):
    thread = make.thread(ana.group)
    take_thread(thread, seat=ana.seat)
    answer(bo, thread)
    assert Thread.objects.get().taken_by_id == ana.seat.pk
    assert Message.objects.count() == 2


def test_the_second_of_two_gets_the_first_answer_to_read_and_keeps_the_text(ana, bo):
    thread = make.thread(ana.group)
    answer(ana, thread, "We can help.")
    page = answer(bo, thread, "Sorry, we cannot.")
    form = page.context["answer_form"]
    assert form.errors["__all__"] == ["Ana answered while you wrote. Read it, then send again if you still want to."]
    assert (form["text"].value(), form["seen"].value()) == ("Sorry, we cannot.", "2")
    assert said(ana) == [make.TEXT, "We can help."]


def test_having_read_it_one_can_send(ana, bo):
    thread = make.thread(ana.group)
    answer(ana, thread, "We can help.")
    seen = answer(bo, thread, "Bring the letter.").context["answer_form"]["seen"].value()
    answer(bo, thread, "Bring the letter.", seen)
    assert said(ana) == [make.TEXT, "We can help.", "Bring the letter."]


def test_a_further_letter_meanwhile_is_shown_first(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    make.write_more(stranger, receipt, "They changed the locks.")
    page = answer(ana, Thread.objects.get())
    assert page.context["answer_form"].errors["__all__"] == [
        "A further letter came while you wrote. Read it, then send again if you still want to."
    ]
    assert "They changed the locks." in page.content.decode()


def test_the_same_answer_sent_twice_goes_once(ana):
    thread = make.thread(ana.group)
    assert [answer(ana, thread).status_code for _ in range(2)] == [302, 302]
    assert said(ana) == [make.TEXT, "Come on Thursday."]


def test_a_letter_closed_meanwhile_gets_no_answer_and_the_text_stays(ana):
    thread = make.thread(ana.group)
    close_thread(thread, today=timezone.now().date())
    page = answer(ana, thread)
    assert page.context["answer_form"].errors["__all__"] == [
        "This letter is closed. Nothing was sent. Open it again, then send."
    ]
    assert "Come on Thursday." in page.content.decode()


@pytest.mark.parametrize("text", ["", " ", "nul \x00", "x" * 8_001], ids=["empty", "blank", "nul", "long"])
def test_a_refused_answer_comes_back_and_nothing_is_sent(ana, text):
    page = answer(ana, make.thread(ana.group), text)
    assert page.context["answer_form"]["text"].value() == text
    assert Message.objects.count() == 1


@pytest.mark.parametrize("seen", ["", "-1", "x", "99999999999", "0"])
def test_a_page_that_saw_nothing_cannot_send(ana, seen):
    page = answer(ana, make.thread(ana.group), seen=seen)
    assert page.context["answer_form"].errors
    assert Message.objects.count() == 1


def test_nobody_else_can_answer(ana, cem, stranger):
    thread = make.thread(ana.group)
    assert answer(cem, thread).status_code == 404
    kept = stranger.post(reverse("intake:letter-answer", args=["docks", thread.pk]), {"text": "Hi", "seen": "1"})
    assert kept.status_code == 403
    assert Message.objects.count() == 1
