"""intake:interpreter-invite, a link for one letter."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from rooted.groups.actions import part
from rooted.intake import interpreting
from rooted.intake.models import InterpreterLink
from rooted.intake.tests import make


def invite(member, thread):
    return member.client.post(reverse("intake:interpreter-invite", args=["docks", thread.pk]))


def test_the_page_shows_link_and_words_once_and_keeps_neither(ana):
    thread = make.thread(ana.group)
    page = invite(ana, thread)
    assert len(page.context["words"]) == 4
    assert page.context["link"].endswith(reverse("intake:interpret", args=[InterpreterLink.objects.get().pk]))
    again = ana.client.get(reverse("intake:interpreter-invite", args=["docks", thread.pk])).content.decode()
    assert [word for word in page.context["words"] if f">{word}<" in again] == []


def test_at_most_three_links_for_one_letter(ana):
    thread = make.thread(ana.group)
    pages = [invite(ana, thread) for _ in range(4)]
    assert ["refusal" in page.context for page in pages] == [False, False, False, True]
    assert InterpreterLink.objects.count() == 3


def test_a_full_letter_does_not_stand_in_the_way_of_another(ana):
    thread = make.thread(ana.group)
    for _ in range(3):
        invite(ana, thread)
    assert "made" in invite(ana, make.thread(ana.group)).context


def test_the_links_of_somebody_who_leaves_end(ana, bo):
    thread = make.thread(ana.group)
    invite(ana, thread)
    invite(bo, thread)
    part(bo.seat, today=timezone.now().date())
    assert [link.made_by_id for link in InterpreterLink.objects.all()] == [ana.seat.pk]


def test_nobody_else_can(ana, cem, stranger):
    url = reverse("intake:interpreter-invite", args=["docks", make.thread(ana.group).pk])
    assert (cem.client.post(url).status_code, stranger.post(url).status_code) == (404, 403)
    assert InterpreterLink.objects.count() == 0


def test_three_are_three_for_two_members_too(ana, bo):
    thread, now = make.thread(ana.group), timezone.now()
    for member in (ana, bo, ana):
        interpreting.make_link(thread, seat=member.seat, spoken="a b c d", now=now)
    with pytest.raises(ValidationError):
        interpreting.make_link(thread, seat=bo.seat, spoken="a b c d", now=now)
