from datetime import timedelta

import pytest

from rooted.register.actions import mark_open
from rooted.register.reading import entry_rows
from rooted.register.tests.make import at, corrected, decided, in_days, page, today, walk_out

SHOWS = ["", "in-force", "to-review", "replaced"]


def shown(member, show):
    """The numbers in the list under one of its filters: register:entry-list."""
    context = member.client.get(at("entry-list", member, query=f"?show={show}" if show else "")).context
    return [row.entry.number for row, _in_force in context["rows"]]


def searched(member, words):
    context = member.client.post(at("entry-list", member), {"words": words}).context
    return [row.entry.number for row, _in_force in context["rows"]]


def test_an_empty_register_says_what_comes_next(ana):
    text = page(ana, "entry-list")
    assert ("Nothing is decided here yet." in text, "Write down a decision" in text) == (True, True)


def test_the_newest_stands_first_with_number_result_and_state(ana):
    decided(ana, "We meet on Mondays")
    decided(ana, "We join the other depot", result="not carried")
    text = page(ana, "entry-list")
    assert text.index("2. <bdi>We join the other depot") < text.index("1. <bdi>We meet on Mondays")
    assert ("Not carried." in text, "In force." in text) == (True, True)


def test_filters_show_what_holds_now(ana):
    first = decided(ana)  # 1
    decided(ana, supersedes=first)  # 2
    third = decided(ana)  # 3
    corrected(third, ana, result="not carried")  # 4
    decided(ana, in_force_from=in_days(1))  # 5
    decided(ana, in_force_until=in_days(-1))  # 6
    mark_open(decided(ana), review_on=today())  # 7
    decided(ana, result="blocked", review_on=today())  # 8
    assert {show: shown(ana, show) for show in SHOWS} == {
        "": [8, 7, 6, 5, 4, 3, 2, 1],
        "in-force": [7, 2],
        "to-review": [7],
        "replaced": [3, 1],
    }


def test_a_later_decision_that_was_not_carried_after_all_took_nobodys_place(ana):
    first = decided(ana)
    second = decided(ana, supersedes=first)
    corrected(second, ana, result="not carried")
    assert shown(ana, "in-force") == [1]


def test_the_search_finds_words_of_text_votes_tasks_and_leaves_out_the_rest(ana):
    decided(ana, "We meet on Mondays")
    walk_out(ana)
    found = {words: searched(ana, words) for words in ("mondays", "gate", "drivers", "night 29", "ban", "canteen")}
    assert found == {"mondays": [1], "gate": [2, 1], "drivers": [2], "night 29": [2], "ban": [2], "canteen": []}


def test_what_one_looks_for_stands_in_no_address(ana):
    decided(ana)
    assert ana.client.get(at("entry-list", ana, query="?words=canteen")).context["words"] == []


def test_pages_of_fifty(ana):
    for _ in range(3):
        decided(ana)
    assert "Next page" not in page(ana, "entry-list")


@pytest.mark.parametrize("number", [3, 50])
def test_however_many_there_are_it_asks_the_same(ana, number, django_assert_num_queries):
    for place in range(number):
        decided(ana, burns_on=in_days(place + 1))
    ana.client.get(at("entry-list", ana))
    with django_assert_num_queries(6):
        ana.client.get(at("entry-list", ana))


def test_one_that_cannot_be_opened_hides_no_other(ana):
    first, _second = decided(ana), decided(ana, "Stays")
    item = first.item
    sealed = bytes(item.ciphertext)
    item.ciphertext = sealed[:-1] + bytes([sealed[-1] ^ 1])
    item.save()
    assert [row.title for row in entry_rows(ana.seat)] == ["Stays", "This cannot be opened."]


def test_another_group_sees_none_of_it(ana, cem):
    decided(ana)
    assert shown(cem, "") == []
    assert cem.client.get(at("entry-list", ana)).status_code == 404


def test_the_day_of_burning_stands_there_until_it_has_come(ana):
    walk_out(ana, burns_on=today() + timedelta(days=400))
    assert "The text burns on" in page(ana, "entry-list")
