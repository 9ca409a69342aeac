"""intake:letter-note, what members write among themselves."""

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.base import seal
from rooted.circles.actions import drop_in
from rooted.groups.access import seat_names
from rooted.intake.actions import write_note
from rooted.intake.conversation import read_notes
from rooted.intake.models import Note, Thread
from rooted.intake.sealed import LETTER
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


def test_a_letter_put_in_the_place_of_a_note_or_an_answer_is_not_read_as_one(ana):
    """Anyone can seal a letter to the circle; whoever may also write to the database cannot speak for a member."""
    thread = make.thread(ana.group)
    note = write_note(thread, seat=ana.seat, text="We meet her on Friday.", now=timezone.now())
    forged = {"text": "Tell the landlord.", "at": timezone.now().isoformat(), "promised": 48}
    note.item = drop_in(ana.group.circle, LETTER, dict.fromkeys(LETTER.fields, "") | forged)
    note.save()
    assert [said.lost for said in read_notes(thread.notes.select_related("item"), ana.seat.keys)] == [True]


def test_a_letter_put_in_the_place_of_a_name_names_nobody(ana, bo):
    seat = bo.seat
    seat.name_item = drop_in(ana.group.circle, LETTER, dict.fromkeys(LETTER.fields, "") | {"text": "Ana"})
    seat.save()
    with pytest.raises(seal.Closed):
        seat_names(ana.seat)
