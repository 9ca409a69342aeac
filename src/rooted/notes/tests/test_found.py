"""A search in the group leads to announcements, notes and minutes."""

from django.utils import timezone

from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.notes.actions import withdraw_announcement
from rooted.notes.found import hits
from rooted.notes.tests import make


def search(member, words):
    seat = member.seat
    return [hit.url for hit in hits(seat, matches(circles_of(seat), words)[0])]


def test_titles_and_texts_are_found(ana, bo, tomorrow):
    made = make.announcement(ana, "Deposit back")
    note, minutes = make.note(bo, text="their deposit"), make.minutes(bo, "Deposits", held_on=tomorrow)
    assert sorted(search(ana, "deposit")) == sorted(
        [
            make.at("announcement-detail", ana, made.pk),
            make.at("note-detail", ana, note.pk),
            make.at("note-detail", ana, minutes.pk),
        ]
    )


def test_a_note_is_found_by_what_stands_there_now(ana):
    note = make.note(ana, text="deposit")
    make.save(note, ana, "caretaker")
    assert (search(ana, "deposit"), search(ana, "caretaker")) == ([], [make.at("note-detail", ana, note.pk)])


def test_fifty_versions_with_the_word_leave_room_for_others(ana):
    kept = make.announcement(ana, text="deposit")
    note = make.note(ana, text="deposit")
    for number in range(49):
        make.save(note, ana, f"deposit {number}")
    assert sorted(search(ana, "deposit")) == sorted(
        [make.at("announcement-detail", ana, kept.pk), make.at("note-detail", ana, note.pk)]
    )


def test_what_was_withdrawn_is_not_found(ana, bo):
    withdraw_announcement(make.announcement(ana, "deposit"), seat=bo.seat, seen=0, now=timezone.now())
    assert search(ana, "deposit") == []


def test_nothing_of_another_group_is_found(ana, cem):
    make.note(ana, text="deposit")
    assert search(cem, "deposit") == []
