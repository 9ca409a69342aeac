"""A question is its address."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from rooted.comparisons.forms import CrossingForm, QuestionForm
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.question import MOST, Question, codes_given
from rooted.comparisons.ready import READY
from rooted.comparisons.traits import TRAITS
from rooted.struggles.finding import Selection

SELECTIONS = st.builds(
    Selection,
    q=st.sampled_from(["", "night shift"]),
    country=st.sampled_from(["", "DE"]),
    since=st.none() | st.integers(1900, 1950),
    form=st.sampled_from(["", "strike"]),
    lessons=st.booleans(),
    short=st.booleans(),
)
QUESTIONS = st.builds(
    Question,
    SELECTIONS,
    st.sampled_from(["led_by", "form", "employer"]),
    st.sampled_from(sorted(MEASURES)),
    st.sampled_from(["", "decade", "month"]),
)


def read(query):
    form = QuestionForm(QueryDict(query))
    assert form.is_valid(), form.errors
    return form.question(QueryDict(query).getlist("one"))


@given(QUESTIONS)
def test_a_question_comes_back_from_its_address(question):
    assert read(question.query()) == question


@pytest.mark.parametrize("question", [ready.question for ready in READY], ids=lambda question: question.query())
def test_a_ready_question_comes_back_from_its_address(question):
    assert read(question.query()) == question


def test_an_address_can_be_read():
    question = Question(
        Selection(form="strike", branch="52", short=True), "led_by", "won", "decade", ("wildcat", "union")
    )
    assert question.query() == ("form=strike&branch=52&short=1&held=led_by&one=wildcat&one=union&asked=won&by=decade")


def test_nothing_chosen_asks_a_sensible_question():
    assert read("") == Question(Selection(), "led_by", "won", "", ())


@given(st.sampled_from(sorted(TRAITS)), st.lists(st.text(max_size=300), max_size=20))
def test_whatever_stands_in_an_address_gives_at_most_six_codes(held, given_):
    found = codes_given(held, given_)
    assert len(found) <= MOST
    assert codes_given(held, found) == found


def test_a_word_of_the_vocabulary_is_named_by_its_id_only():
    word = "1f0e6c0e-6a1f-4bd2-9d36-2d0a5a0c8d11"
    assert codes_given("strong", ["surprise", word, word.upper(), "x" * 36]) == (word,)


def test_a_crossing_comes_back_from_its_address():
    for query in ("short=1&rows=response&columns=month", "form=strike&rows=demand&columns=outcome"):
        form = CrossingForm(QueryDict(query))
        assert form.is_valid()
        assert form.crossing().query() == query
