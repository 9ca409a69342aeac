"""notes:version-compare, what changed between two versions."""

import pytest

from rooted.notes.tests import make


@pytest.fixture
def note(ana, bo):
    made = make.note(ana, text="one key")
    make.save(made, bo, "two keys")
    make.save(made, ana, "two keys and a room", title="Rooms")
    return made


def page(member, note, words=""):
    return member.client.get(make.at("version-compare", member, note.pk) + words)


def test_without_a_choice_it_shows_the_last_change(ana, note):
    html = page(ana, note).content.decode()
    assert "From version 2 to version 3" in html
    assert "<del>Who does what</del>" in html
    assert "two keys<ins> and a room</ins>" in html


def test_any_two_can_be_compared_in_both_directions(ana, note):
    forth, back = page(ana, note, "?older=1&newer=2"), page(ana, note, "?older=2&newer=1")
    assert "<ins>two keys</ins>" in forth.content.decode()
    assert "<del>two keys</del>" in back.content.decode()


def test_a_version_with_itself_has_no_changes(ana, note):
    assert "Nothing: both texts are the same." in page(ana, note, "?older=2&newer=2").content.decode()


@pytest.mark.parametrize("words", ["?older=9&newer=1", "?older=x", "?newer=-1", "?older=1%00"])
def test_a_number_that_is_not_there_is_said(ana, note, words):
    assert "One of these versions is not kept any more." in page(ana, note, words).content.decode()


def test_each_change_has_a_word_beside_it(ana):
    note = make.note(ana, text="stays\ngoes\nthis bit changes")
    make.save(note, ana, "stays\nthis bit changed\ncomes")
    html = page(ana, note).content.decode()
    assert [html.count(f">{word}</p>") for word in ("Added", "Taken out", "Changed")] == [1, 1, 1]


def test_hostile_text_stays_text(ana):
    note = make.note(ana, text="<script>")
    make.save(note, ana, "</ins><img src=x onerror=alert(1)>")
    html = page(ana, note).content.decode()
    assert "<script>" not in html
    assert "<img" not in html


def test_members_of_another_group_see_nothing(ana, cem, note):
    assert cem.client.get(make.at("version-compare", ana, note.pk)).status_code == 404
    assert page(cem, note).status_code == 404
