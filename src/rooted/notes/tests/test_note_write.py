"""notes:note-write, something new written down."""

import pytest
from django.utils import timezone

from rooted.base.converters import KeyConverter
from rooted.notes.models import Note, Version
from rooted.notes.reading import newest_of
from rooted.notes.sealed import NOTE
from rooted.notes.tests import make

TYPED = {"kind": "minutes", "title": "Meeting", "held_on": "2026-11-19", "text": "We agreed\n\n- to ask the agency"}


def send(member, **fields):
    return member.client.post(make.at("note-write", member), TYPED | fields)


def test_what_was_typed_is_kept_for_all_members(ana, bo):
    response = send(ana)
    html = bo.client.get(response.url).content.decode()
    assert "<li>to ask the agency</li>" in html
    assert "Minutes of the meeting of" in html
    assert (Note.objects.get().kind, Note.objects.get().number, Version.objects.get().number) == ("minutes", 1, 1)


def test_nothing_of_it_stands_in_the_clear(ana):
    send(ana)
    row = Note.objects.values().get()
    assert {value for value in row.values() if isinstance(value, str)} == {"minutes"}
    assert row["changed_on"] == timezone.now().date()


def test_thirty_thousand_characters_can_be_kept_and_read(ana, bo):
    text = ("Zażółć gęślą jaźń. " * 2_200)[:30_000].strip()
    url = send(ana, text=text).url
    assert bo.client.get(url).status_code == 200
    assert newest_of(bo.seat, Note.objects.get()).content["text"] == text
    make.save(Note.objects.get(), bo, text.upper())
    assert bo.client.get(url + "compare/").status_code == 200


def test_the_day_of_a_note_is_not_kept(ana):
    send(ana, kind="note")
    assert newest_of(ana.seat, Note.objects.get()).held_on is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"text": "x" * 30_001}, "text"),
        ({"text": "nul \x00"}, "text"),
        ({"held_on": ""}, "held_on"),
        ({"held_on": "soon"}, "held_on"),
        ({"kind": "novel"}, "kind"),
    ],
)
def test_what_is_wrong_is_said_and_all_that_was_typed_stays(ana, wrong, field):
    form = send(ana, **wrong).context["form"]
    assert list(form.errors) == [field]
    assert {name: form[name].value() for name in TYPED} == TYPED | wrong
    assert Note.objects.count() == 0


def test_the_address_can_choose_minutes_of_today(ana):
    form = ana.client.get(make.at("note-write", ana) + "?kind=minutes").context["form"]
    assert (form["kind"].value(), form["held_on"].value()) == ("minutes", timezone.localdate())


def test_a_circle_that_is_not_ones_own_cannot_be_chosen(ana, cem):
    response = send(ana, circle=KeyConverter().to_url(cem.seat.keys.circle.pk))
    assert response.status_code == 302
    assert Note.objects.get().circle == ana.seat.keys.circle  # there is no choice, so nothing was asked


def test_members_of_another_group_cannot(ana, cem):
    assert cem.client.post(make.at("note-write", ana), TYPED).status_code == 404
    assert Note.objects.count() == 0


def test_the_content_is_sealed_as_a_note(ana):
    send(ana)
    assert set(ana.seat.keys.read(Version.objects.get().item, NOTE)) == set(NOTE.fields)
