"""notes:note-edit: whoever saves second sees what changed, and loses nothing."""

import pytest

from rooted.notes.actions import erase_note
from rooted.notes.models import VERSIONS_KEPT, Note, Version
from rooted.notes.reading import newest_of, read_version
from rooted.notes.sealed import EARLIER, NOTE
from rooted.notes.tests import make


def send(member, note, text, seen=1, title="Who does what", **fields):
    typed = {"title": title, "text": text, "seen": str(seen)} | fields
    return member.client.post(make.at("note-edit", member, note.pk), typed)


def texts(member, note):
    versions = Version.objects.filter(note=note).select_related("item", "note").order_by("number")
    return [read_version(member.seat, version).content["text"] for version in versions]


def test_each_saving_is_a_version_and_says_who(ana, bo):
    note = make.note(ana, text="one")
    assert send(bo, note, "two").status_code == 302
    assert texts(ana, note) == ["one", "two"]
    assert newest_of(ana.seat, note).who == "Bo"
    assert sorted(Version.objects.values_list("item__kind", flat=True)) == [EARLIER.name, NOTE.name]


def test_the_form_holds_what_stands_there(ana):
    form = ana.client.get(make.at("note-edit", ana, make.note(ana).pk)).context["form"]
    assert [form[name].value() for name in ("title", "text", "seen")] == ["Who does what", make.TEXT, 1]


def test_the_second_of_two_is_shown_both_changes_and_keeps_the_text(ana, bo):
    note = make.note(ana, text="Ana brings the key")
    send(bo, note, "Bo brings the key")
    page = send(ana, note, "Ana brings the cake")
    form, html = page.context["form"], page.content.decode()
    assert form.errors["__all__"] == ["Bo saved this while you wrote. Nothing is lost: your text is still below."]
    assert (form["text"].value(), form["seen"].value()) == ("Ana brings the cake", "2")
    assert "<del>Ana</del> <ins>Bo</ins> brings the key" in html
    assert "<del>Bo</del> <ins>Ana</ins> brings the <del>key</del> <ins>cake</ins>" in html
    assert texts(ana, note) == ["Ana brings the key", "Bo brings the key"]


def test_having_seen_it_one_can_save_and_both_stay(ana, bo):
    note = make.note(ana, text="one")
    send(bo, note, "of bo")
    seen = send(ana, note, "of ana").context["form"]["seen"].value()
    assert send(ana, note, "of ana and bo", seen).status_code == 302
    assert texts(ana, note) == ["one", "of bo", "of ana and bo"]


def test_a_third_saving_meanwhile_is_shown_too(ana, bo):
    note = make.note(ana, text="one")
    send(bo, note, "two")
    send(ana, note, "mine")
    send(bo, note, "three", seen=2)
    form = send(ana, note, "mine", seen=2).context["form"]
    assert (form["text"].value(), form["seen"].value()) == ("mine", "3")


def test_the_same_form_sent_twice_is_saved_once(ana):
    note = make.note(ana, text="one")
    assert [send(ana, note, "two").status_code for _ in range(2)] == [302, 302]
    assert texts(ana, note) == ["one", "two"]


def test_saving_without_a_change_makes_no_version(ana, bo):
    note = make.note(ana, text="one")
    assert send(bo, note, "one").status_code == 302
    assert Note.objects.get().number == 1


def test_what_was_erased_meanwhile_can_be_kept_as_something_new(ana, bo):
    note = make.note(ana)
    erase_note(note)
    page = send(bo, note, "My long text")
    html = page.content.decode()
    assert "This was erased meanwhile" in html
    assert "My long text" in html
    assert f'action="{make.at("note-write", bo)}"' in html


def test_the_newest_fifty_versions_are_kept(ana):
    note = make.note(ana, text="1")
    for number in range(2, VERSIONS_KEPT + 4):
        make.save(note, ana, str(number))
    assert texts(ana, note) == [str(number) for number in range(4, VERSIONS_KEPT + 4)]


def test_a_page_older_than_all_that_is_kept_loses_nothing(ana, bo):
    note = make.note(ana, text="1")
    for number in range(2, VERSIONS_KEPT + 4):
        make.save(note, bo, str(number))
    page = send(ana, note, "late")
    assert "The version you began from is not kept any more." in page.content.decode()
    assert page.context["form"]["text"].value() == "late"


@pytest.mark.parametrize("wrong", [{"title": ""}, {"text": "x" * 30_001}, {"text": "nul \x00"}])
def test_what_is_wrong_is_said_and_all_that_was_typed_stays(ana, wrong):
    note = make.note(ana)
    form = send(ana, note, **({"text": "typed"} | wrong)).context["form"]
    assert list(form.errors) == list(wrong)
    assert {name: form[name].value() for name in wrong} == wrong
    assert Note.objects.get().number == 1


@pytest.mark.parametrize("seen", ["", "0", "-1", "x", "7"])
def test_a_page_that_saw_nothing_cannot_save_over_anything(ana, seen):
    note = make.note(ana, text="one")
    assert send(ana, note, "two", seen).status_code == 200
    assert texts(ana, note) == ["one"]


def test_minutes_keep_their_day(ana, tomorrow):
    note = make.minutes(ana, held_on=tomorrow)
    send(ana, note, "Better", held_on=tomorrow.isoformat())
    assert newest_of(ana.seat, Note.objects.get()).held_on == tomorrow


def test_members_of_another_group_cannot(ana, cem):
    note = make.note(ana)
    assert cem.client.get(make.at("note-edit", ana, note.pk)).status_code == 404
    assert cem.client.post(make.at("note-edit", ana, note.pk), {"text": "x"}).status_code == 404
    assert cem.client.get(make.at("note-edit", cem, note.pk)).status_code == 404
    assert Note.objects.get().number == 1
