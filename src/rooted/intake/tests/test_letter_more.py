"""intake:letter-more, a further letter from somebody who came back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.base import seal
from rooted.groups.actions import close_group
from rooted.intake.actions import answer_letter, close_thread, drop_letter
from rooted.intake.models import Message, Thread
from rooted.intake.receipts import keys_of
from rooted.intake.tests import make

URL = reverse("intake:letter-more")


def test_a_further_letter_is_read_by_the_group_and_waits_again(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    answer_letter(Thread.objects.get(), seat=ana.seat, text="And?", seen=1, now=timezone.now())
    page = make.write_more(stranger, receipt, "They came again.")
    assert [one.content["text"] for one in page.context["said"]] == [make.TEXT, "And?", "They came again."]
    assert [ana.seat.keys.read(one.item)["text"] for one in Message.objects.waiting()] == ["They came again."]


def test_the_same_page_sent_twice_adds_one_letter(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    token = make.hidden(make.come_back(stranger, receipt).content.decode(), "token", URL)
    posted = {"receipt": receipt, "token": token, "text": "Again"}
    pages = [stranger.post(URL, posted) for _ in range(2)]
    assert [len(page.context["said"]) for page in pages] == [2, 2]
    assert Thread.objects.get().length == 2


def test_the_first_page_sent_again_after_a_further_letter_adds_nothing(ana, stranger):
    dropped = make.drop(stranger, ana.group)
    make.write_more(stranger, dropped.receipt, "More")
    stranger.post(reverse("intake:letter", args=["docks"]), dropped.posted)
    assert Message.objects.count() == 2


def test_a_closed_letter_opens_by_itself(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    thread = Thread.objects.get()
    close_thread(thread, today=timezone.now().date())
    make.write_more(stranger, receipt, "One more thing")
    thread.refresh_from_db()
    assert thread.closed_on is None
    assert Message.objects.waiting().count() == 1


REFUSED = ["", "  ", "nul \x00", "x" * 8_001]


@pytest.mark.parametrize("text", REFUSED, ids=["empty", "blank", "nul", "long"])
def test_a_refused_letter_adds_nothing_and_stands_in_the_page_again(ana, stranger, text):
    receipt = make.drop(stranger, ana.group).receipt
    page = make.write_more(stranger, receipt, text)
    assert page.context["form"]["text"].value() == text
    assert page.context["form"].errors
    assert len(page.context["said"]) == 1


def test_a_letter_that_gives_the_words_away_is_refused(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    page = make.write_more(stranger, receipt, f"I kept {receipt}")
    assert list(page.context["form"].errors) == ["text"]
    assert Message.objects.count() == 1


def test_unknown_words_lose_nothing_that_was_typed(db, stranger):
    page = stranger.post(URL, {"receipt": "one two three four five", "text": "Long and dear to me"})
    assert page.context["form"]["text"].value() == "Long and dear to me"
    assert "these words are not known" in page.content.decode()


def test_a_group_that_closed_meanwhile_gets_nothing_and_the_text_stays(ana, stranger, tomorrow):
    receipt = make.drop(stranger, ana.group).receipt
    token = make.hidden(make.come_back(stranger, receipt).content.decode(), "token", URL)
    close_group(ana.group, today=tomorrow)
    page = stranger.post(URL, {"receipt": receipt, "token": token, "text": "Too late"})
    assert page.context["form"].errors["__all__"] == ["This group has closed. Nothing was sent."]
    assert page.context["form"]["text"].value() == "Too late"


def test_when_too_many_write_at_once_the_text_stays(ana, stranger, monkeypatch):
    receipt = make.drop(stranger, ana.group).receipt
    monkeypatch.setattr(seal, "_admitted", type(seal._admitted)(1))
    seal._admitted.acquire()
    page = stranger.post(URL, {"receipt": receipt, "token": "t" * 43, "text": "Wait"})
    assert page.context["form"]["text"].value() == "Wait"
    assert "in a minute" in page.content.decode()


def test_opening_the_address_leads_to_the_way_back(db, stranger):
    assert stranger.get(reverse("intake:letter-more")).url == reverse("intake:receipt")


WORDS = "harbour lantern apple ninety third"


def came(group, *, hours):
    """What somebody reads whose letter came so many hours ago, in a group that has a phone."""
    type(group).objects.update(phone="01632 960 011")
    now = timezone.now() - timedelta(hours=hours)
    return drop_letter(group, keys=keys_of(WORDS), letter=make.FILLED, language="en", now=now)


@pytest.mark.parametrize(("hours", "late"), [(47, False), (49, True)])
def test_whose_own_letter_is_late_is_told_and_shown_other_ways(ana, stranger, hours, late):
    came(ana.group, hours=hours)
    html = make.come_back(stranger, WORDS).content.decode()
    assert ["We are behind now" in html, "01632 960 011" in html] == [late, late]


def test_whose_letter_is_held_back_reads_that_the_promised_time_has_not_begun(ana, stranger):
    thread = came(ana.group, hours=49)
    Thread.objects.filter(pk=thread.pk).update(held_on=timezone.now().date())
    html = make.come_back(stranger, WORDS).content.decode()
    assert ["The promised time begins then." in html, "We are behind now" in html] == [True, False]
