"""notes:note-erase, asked once, gone for everyone."""

from rooted.circles.models import SealedItem
from rooted.notes.models import Note, Version
from rooted.notes.tests import make


def test_looking_at_the_question_changes_nothing(ana):
    note = make.note(ana)
    html = ana.client.get(make.at("note-erase", ana, note.pk)).content.decode()
    assert "This cannot be undone." in html
    ana.client.post(make.at("note-erase", ana, note.pk))
    assert Note.objects.count() == 1


def test_all_versions_are_erased_and_nothing_else(ana, bo):
    note, kept = make.note(ana), make.note(ana)
    make.save(note, bo, "More")
    before = SealedItem.objects.count()
    assert bo.client.post(make.at("note-erase", bo, note.pk), {"sure": "yes"}).status_code == 302
    assert (list(Note.objects.all()), Version.objects.get().note) == ([kept], kept)
    assert SealedItem.objects.count() == before - 2


def test_erasing_twice_finds_nothing(ana, bo):
    note = make.note(ana)
    answers = [member.client.post(make.at("note-erase", ana, note.pk), {"sure": "yes"}) for member in (ana, bo)]
    assert [answer.status_code for answer in answers] == [302, 404]


def test_members_of_another_group_cannot(ana, cem):
    note = make.note(ana)
    assert cem.client.post(make.at("note-erase", ana, note.pk), {"sure": "yes"}).status_code == 404
    assert cem.client.post(make.at("note-erase", cem, note.pk), {"sure": "yes"}).status_code == 404
    assert Note.objects.count() == 1
