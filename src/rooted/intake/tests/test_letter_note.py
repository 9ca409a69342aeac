"""intake:letter-note, what members write among themselves."""

import pytest
from django.urls import reverse

from rooted.intake.models import Note, Thread
from rooted.intake.tests import make


def note(member, thread, text="I know this landlord."):
    return member.client.post(reverse("intake:letter-note", args=["docks", thread.pk]), {"text": text})


def test_a_note_is_read_by_members_and_never_by_the_stranger(ana, bo, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    assert note(ana, Thread.objects.get()).status_code == 302
    assert bo.seat.keys.read(Note.objects.get().item)["text"] == "I know this landlord."
    assert "I know this landlord." not in make.come_back(stranger, receipt).content.decode()


def test_a_note_does_not_stand_in_the_way_of_an_answer(ana):
    thread = make.thread(ana.group)
    note(ana, thread)
    assert Thread.objects.get().length == 1


@pytest.mark.parametrize("text", ["", "nul \x00", "x" * 2_001], ids=["empty", "nul", "long"])
def test_a_refused_note_comes_back(ana, text):
    page = note(ana, make.thread(ana.group), text)
    assert page.context["note_form"]["text"].value() == text
    assert Note.objects.count() == 0


def test_members_of_another_group_cannot(ana, cem):
    assert note(cem, make.thread(ana.group)).status_code == 404
    assert Note.objects.count() == 0


def test_opening_the_address_leads_to_the_letter(ana):
    thread = make.thread(ana.group)
    url = reverse("intake:letter-note", args=["docks", thread.pk])
    assert ana.client.get(url).url == reverse("intake:letter-detail", args=["docks", thread.pk])
