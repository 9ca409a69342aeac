"""Erasure on time."""

from datetime import timedelta

from django.utils import timezone

from rooted.base import jobs
from rooted.circles.models import SealedItem
from rooted.intake.actions import answer_letter, erase_expired, write_note
from rooted.intake.models import Thread
from rooted.intake.tests import make


def expires(thread):
    """Days from today to the erasure of a thread, and of all that is sealed in it."""
    today = timezone.now().date()
    thread.refresh_from_db()
    items = SealedItem.objects.filter(message__thread=thread) | SealedItem.objects.filter(note__thread=thread)
    return {(day - today).days for day in (thread.expires_on, *items.values_list("expires_on", flat=True))}


def test_a_letter_is_erased_sixty_days_after_it_came(ana):
    thread = make.thread(ana.group)
    today = timezone.now().date()
    assert expires(thread) == {60}
    assert [erase_expired(today + timedelta(days=59)), erase_expired(today + timedelta(days=60))] == [0, 1]
    assert (Thread.objects.count(), SealedItem.objects.filter(kind="intake.letter").count()) == (0, 0)


def test_each_message_moves_the_day(ana):
    thread = make.thread(ana.group, now=timezone.now() - timedelta(days=50))
    write_note(thread, seat=ana.seat, text="Wait", now=timezone.now())
    before = expires(thread)
    answer_letter(thread, seat=ana.seat, text="Sorry for the wait", seen=1, now=timezone.now())
    assert (before, expires(thread)) == ({10}, {60})


def test_a_further_letter_moves_it_too(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    Thread.objects.update(expires_on=timezone.now().date() + timedelta(days=1))
    make.write_more(stranger, receipt, "More")
    assert expires(Thread.objects.get()) == {60}


def test_the_job_comes_back_by_itself_and_erases(ana):
    make.thread(ana.group, now=timezone.now() - timedelta(days=61))
    kind = jobs._kinds["letters-erase"]
    assert (kind.every, kind.outside) == (timedelta(hours=6), True)
    kind.act(now=timezone.now())
    assert Thread.objects.count() == 0


def test_the_words_of_an_erased_letter_are_unknown(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    erase_expired(timezone.now().date() + timedelta(days=60))
    page = make.come_back(stranger, receipt)
    assert "Nothing new here, or these words are not known." in page.content.decode()
