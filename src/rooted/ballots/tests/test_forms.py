"""The voting form of every method: what is typed becomes a choice, and a choice becomes what was typed."""

import pytest

from rooted.ballots.forms import VoteForm
from rooted.ballots.methods import check_choice
from rooted.ballots.reading import Given
from rooted.ballots.tests import make

OPTIONS = ("Ana", "Bo", "Cem")
CASES = [
    ("majority", (), {"choice": "yes"}, "yes"),
    ("approval", OPTIONS, {"choice": ["0", "2"]}, [0, 2]),
    ("approval", OPTIONS, {}, []),
    ("score", OPTIONS, {"score_0": "5", "score_1": "0", "score_2": "3"}, [5, 0, 3]),
    ("ranked-one", OPTIONS, {"rank_0": "2", "rank_1": "1", "rank_2": "2"}, [[1], [0, 2]]),
    ("ranked-several", OPTIONS, {"rank_0": "", "rank_1": "3", "rank_2": ""}, [[1]]),
    ("motions", OPTIONS[:2], {"rank_2": "1", "rank_0": "2"}, [[2], [0]]),
]


@pytest.mark.parametrize(("method", "options", "typed", "choice"), CASES)
def test_what_is_typed_becomes_a_choice(method, options, typed, choice):
    asked = make.asked(method, *options)
    form = VoteForm(typed, asked=asked)
    assert (form.is_valid(), form.cleaned_data["choice"]) == (True, choice)
    check_choice(asked, form.cleaned_data["choice"])


@pytest.mark.parametrize(("method", "options", "typed", "choice"), CASES)
def test_the_form_begins_with_the_vote_so_far(method, options, typed, choice):
    asked = make.asked(method, *options)
    begun = VoteForm(asked=asked, given=Given(None, 1, choice=choice)).initial
    again = VoteForm({name: value for name, value in begun.items() if value}, asked=asked)
    again.is_valid()
    expected = {**typed, "choice": choice}["choice"]
    assert again.cleaned_data.get("choice", choice) == expected or method == "score"


@pytest.mark.parametrize(
    ("method", "options", "typed"),
    [
        ("majority", (), {}),
        ("majority", (), {"choice": "perhaps"}),
        ("approval", OPTIONS, {"choice": ["3"]}),
        ("score", OPTIONS, {"score_0": "6", "score_1": "0", "score_2": "0"}),
        ("ranked-one", OPTIONS, {}),
        ("ranked-one", OPTIONS, {"rank_0": "0"}),
        ("ranked-one", OPTIONS, {"rank_0": "4"}),
    ],
)
def test_what_is_no_choice_is_refused_with_a_sentence(method, options, typed):
    form = VoteForm(typed, asked=make.asked(method, *options))
    assert (form.is_valid(), form.number_of_errors) == (False, 1)


def test_another_members_vote_says_how_it_came():
    form = VoteForm({"choice": "yes"}, asked=make.asked(), entered=True)
    assert (form.is_valid(), list(form.errors)) == (False, ["how"])
