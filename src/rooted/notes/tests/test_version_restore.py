"""notes:version-restore, an earlier version becomes the newest; none is lost."""

import pytest

from rooted.notes.models import Note
from rooted.notes.reading import newest_of, version_of
from rooted.notes.tests import make


@pytest.fixture
def note(ana, bo):
    made = make.note(ana, text="one")
    make.save(made, bo, "two", title="Another title")
    return made


def restore(member, note, number, seen=2):
    url = make.at("version-restore", member, note.versions.get(number=number).pk)
    return member.client.post(url, {"seen": str(seen)})


def test_it_becomes_the_newest_one_and_says_where_it_comes_from(ana, bo, note):
    assert restore(bo, note, 1).status_code == 302
    newest = newest_of(ana.seat, Note.objects.get())
    assert (newest.version.number, newest.who, newest.content["brought_back"]) == (3, "Bo", 1)
    assert (newest.content["title"], newest.content["text"]) == ("Who does what", "one")
    assert version_of(ana.seat, note, 2).content["text"] == "two"


def test_bringing_back_what_stands_there_makes_no_version(ana, note):
    restore(ana, note, 1)
    assert restore(ana, note, 1, seen=3).status_code == 302
    assert Note.objects.get().number == 3


def test_when_somebody_saved_meanwhile_it_asks_again(ana, bo, note):
    make.save(note, bo, "three")
    page = restore(ana, note, 1)
    assert "Somebody saved this while you wrote." in page.content.decode()
    assert 'name="seen" value="3"' in page.content.decode()
    assert restore(ana, note, 1, seen=3).status_code == 302


def test_opening_the_address_changes_nothing(ana, note):
    url = make.at("version-restore", ana, note.versions.get(number=1).pk)
    assert ana.client.get(url).status_code == 302
    assert Note.objects.get().number == 2


def test_members_of_another_group_cannot(ana, cem, note):
    assert restore(cem, note, 1).status_code == 404
    assert Note.objects.get().number == 2
