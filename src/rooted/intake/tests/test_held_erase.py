"""intake:held-erase, erasing what a flood brought."""

from django.urls import reverse
from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.intake.held import erase_held, release_held
from rooted.intake.models import Thread
from rooted.intake.tests.test_held_list import flood


def erase(member, **fields):
    return member.client.post(reverse("intake:held-erase", args=["docks"]), fields)


def test_it_is_asked_once_and_then_they_are_gone_with_all_that_is_sealed(ana):
    before = SealedItem.objects.count()
    threads = flood(ana.group, 5)
    chosen = [threads[2].pk, threads[3].pk]
    page = erase(ana, letter=chosen)
    assert ("Erase 2 letters?" in page.content.decode(), Thread.objects.count()) == (True, 5)
    assert erase(ana, letter=chosen, sure="yes").status_code == 302
    assert (Thread.objects.count(), SealedItem.objects.count()) == (3, before + 3)


def test_a_letter_that_is_not_held_is_never_erased_here(ana):
    threads = flood(ana.group, 4)
    erase(ana, letter=[threads[0].pk, threads[3].pk], sure="yes")
    assert Thread.objects.filter(pk=threads[0].pk).exists()


def test_one_let_in_meanwhile_stays(ana):
    held = flood(ana.group, 3)[2]
    release_held(ana.group, [held.pk], today=timezone.now().date())
    assert erase_held(ana.group, [held.pk]) == 0
    assert Thread.objects.count() == 3


def test_nobody_else_can_and_opening_the_address_erases_nothing(ana, cem, stranger):
    flood(ana.group, 3)
    url = reverse("intake:held-erase", args=["docks"])
    sure = {"which": "all", "sure": "yes"}
    answers = [cem.client.post(url, sure), stranger.post(url, sure), ana.client.get(url)]
    assert [answer.status_code for answer in answers] == [404, 403, 302]
    assert Thread.objects.count() == 3
