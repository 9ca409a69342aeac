import pytest

from rooted.register.actions import burn_due
from rooted.register.models import Entry
from rooted.register.reading import words_of
from rooted.register.tests.make import WALK_OUT, at, decided, in_days, page, walk_out


def test_everything_stands_in_it_number_1_first_with_the_head_words_of_the_last(ana):
    walk_out(ana)
    last = decided(ana, "We meet on Mondays")
    text = page(ana, "minute-book")
    assert text.index(WALK_OUT.title) < text.index("We meet on Mondays")
    assert [words for words in (WALK_OUT.text, words_of(ana.seat, last), last.head.hex()) if words not in text] == []


def test_what_has_burnt_is_a_number_a_day_and_a_result(ana):
    walk_out(ana)
    burn_due(in_days(7))
    text = page(ana, "minute-book")
    assert ("Burnt on" in text, WALK_OUT.text in text) == (True, False)


def test_whoever_changed_a_row_from_outside_is_shown_and_no_words_are_printed(ana):
    decided(ana)
    last = decided(ana)
    Entry.objects.filter(number=1).update(result="blocked")
    text = page(ana, "minute-book")  # register:minute-book
    assert "Number 1 does not hang on the one before it." in text
    assert words_of(ana.seat, last) not in text


def test_without_a_decision_it_says_so(ana):
    assert "Nothing is decided here yet." in page(ana, "minute-book")


@pytest.mark.parametrize("number", [3, 50])
def test_however_many_there_are_it_asks_the_same(ana, number, django_assert_num_queries):
    for _place in range(number):
        decided(ana)
    ana.client.get(at("minute-book", ana))
    with django_assert_num_queries(6):
        ana.client.get(at("minute-book", ana))
