from dataclasses import replace

import pytest

from rooted.register.actions import append_decision, burn_due, mark_done
from rooted.register.reading import words_of
from rooted.register.tests.make import WALK_OUT, at, corrected, decided, in_days, page, today, walk_out


def test_it_shows_all_that_was_decided(ana, bo):
    entry = walk_out(ana)
    text = page(bo, "entry-detail", entry.pk)
    said = [WALK_OUT.title, WALK_OUT.text, WALK_OUT.bound, WALK_OUT.method, *WALK_OUT.tally]
    said += ["Tell the drivers", "Bring the banner", "Ana", words_of(bo.seat, entry), "Text, figures and tasks burn on"]
    assert [words for words in said if words not in text] == []


def test_burnt_it_keeps_number_day_result_and_head_words(ana):
    entry = walk_out(ana)
    burn_due(in_days(7))
    text = page(ana, "entry-detail", entry.pk)
    assert "The text burnt on" in text
    assert [words for words in (WALK_OUT.text, "Night shift", "Tell the drivers") if words in text] == []
    assert [words for words in ("Carried.", words_of(ana.seat, entry)) if words not in text] == []


def test_head_words_are_the_same_for_every_reader(ana, bo):
    entry = decided(ana)
    bo.client.cookies["language"] = "ar"
    assert words_of(ana.seat, entry) in page(bo, "entry-detail", entry.pk)


def test_one_whose_place_is_taken_leads_to_the_one_that_took_it(ana):
    first = decided(ana)
    second = decided(ana, supersedes=first)
    first_page, second_page = (page(ana, "entry-detail", entry.pk) for entry in (first, second))
    assert ("Number 2 takes its place." in first_page, at("entry-detail", ana, second.pk) in first_page) == (True, True)
    assert "Takes the place of number 1." in second_page


def test_a_corrected_one_says_so_and_offers_no_second_correction(ana):
    first = decided(ana)
    corrected(first, ana)
    text = page(ana, "entry-detail", first.pk)
    assert ("Corrected by number 2." in text, at("entry-correct", ana, first.pk) in text) == (True, False)


def test_what_was_not_carried_is_never_done(ana):
    entry = decided(ana, result="not carried")
    assert at("entry-done", ana, entry.pk) not in page(ana, "entry-detail", entry.pk)


@pytest.mark.parametrize("name", ["entry-detail", "minute-book"])
def test_nothing_follows_from_what_was_not_carried(ana, name):
    follows = ("Who is bound", "To be done", "In force from", "In force until", "Look at it again on")
    seen = []
    for result in ("carried", "blocked"):
        entry = append_decision(ana.seat, replace(WALK_OUT, review_on=in_days(30)), result=result, day=today())
        text = page(ana, name, *([entry.pk] if name == "entry-detail" else []))
        seen.append([text.count(f"<dt>{words}") for words in follows])
    assert seen == ([[1] * 5, [0] * 5] if name == "entry-detail" else [[1] * 5, [1] * 5])


def test_done_is_said_with_its_day(ana):
    entry = decided(ana)
    mark_done(entry, today=today())
    assert "Done on" in page(ana, "entry-detail", entry.pk)


def test_another_group_gets_the_same_answer_as_for_what_is_not_there(ana, cem):
    entry = decided(ana)
    assert cem.client.get(at("entry-detail", cem, entry.pk)).status_code == 404  # register:entry-detail
