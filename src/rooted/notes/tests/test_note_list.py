"""notes:note-list, what the group keeps together."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rooted.notes.tests import make

DAY = date(2026, 11, 19)


def titles(page):
    return [row.newest.content["title"] for row in page.context["rows"]]


def test_an_empty_list_says_how_to_begin(ana):
    html = ana.client.get(make.at("note-list", ana)).content.decode()
    assert "Begin with what you agreed at your last meeting" in html
    assert make.at("note-write", ana) in html


def test_the_last_changed_comes_first(ana, bo):
    old = timezone.now() - timedelta(days=3)
    first = make.note(ana, "first", now=old)
    make.note(ana, "second", now=old + timedelta(days=1))
    make.save(first, bo, "More", title="first again")
    assert titles(ana.client.get(make.at("note-list", ana))) == ["first again", "second"]


def test_each_says_who_saved_it_and_minutes_say_their_day(ana, bo):
    note = make.minutes(ana, held_on=DAY)
    html = bo.client.get(make.at("note-list", bo)).content.decode()
    assert "Saved by Ana, version 1." in html
    assert f'Minutes of <time datetime="{DAY.isoformat()}">' in html
    assert make.at("note-detail", bo, note.pk) in html


def test_notes_and_minutes_can_be_shown_apart(ana):
    make.note(ana, "a note")
    make.minutes(ana, "minutes", held_on=DAY)
    shown = [titles(ana.client.get(make.at("note-list", ana) + f"?show={word}")) for word in ("note", "minutes", "x")]
    assert shown[:2] == [["a note"], ["minutes"]]
    assert sorted(shown[2]) == ["a note", "minutes"]


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    make.note(ana)
    assert cem.client.get(make.at("note-list", ana)).status_code == 404
    assert stranger.get(make.at("note-list", ana)).status_code == 403
    assert titles(cem.client.get(make.at("note-list", cem))) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.save(make.note(ana), ana, "Again")
    with django_assert_num_queries(8):
        page = ana.client.get(make.at("note-list", ana))
    assert len(page.context["rows"]) == count


def test_fifty_one_stand_on_two_pages(ana):
    for _ in range(51):
        make.note(ana)
    assert len(ana.client.get(make.at("note-list", ana) + "?show=note&page=2").context["rows"]) == 1
    assert "?show=note&amp;page=2" in ana.client.get(make.at("note-list", ana) + "?show=note").content.decode()
