"""proposals:proposal-vote, one's own vote on the frozen text."""

import pytest

from rooted.ballots.reading import vote_of
from rooted.proposals.tests import make


def choice_of(member, made):
    return vote_of(made.question, member.seat).choice


def test_a_vote_counts_and_can_be_given_anew(ana, bo):
    made = make.opened(ana, bo)
    make.post(bo, "proposal-vote", made.pk, choice="yes")
    make.post(bo, "proposal-vote", made.pk, choice="no", reason="Nights lose.")
    assert choice_of(bo, made) == "no"
    assert "You have voted." in make.page(bo, "proposal-detail", made.pk)


def test_whoever_objects_says_why_and_nothing_typed_is_lost(ana, bo):
    made = make.opened(ana, bo, method="consent")
    page = make.post(bo, "proposal-vote", made.pk, choice="object").content.decode()
    assert "Say why, so that the others can answer it." in page
    assert 'value="object"' in page
    assert choice_of(bo, made) is None


@pytest.mark.parametrize(
    ("method", "typed", "choice"),
    [
        ("approval", {"choice": ["0", "2"]}, [0, 2]),
        ("score", {"score_0": "5", "score_1": "0", "score_2": "3"}, [5, 0, 3]),
        ("ranked-one", {"rank_0": "2", "rank_1": "1", "rank_2": "2"}, [[1], [0, 2]]),
    ],
)
def test_several_things_are_chosen_from(ana, bo, method, typed, choice):
    made = make.opened(ana, bo, method=method, options=("Monday", "Tuesday", "Friday"))
    make.post(bo, "proposal-vote", made.pk, **typed)
    assert choice_of(bo, made) == choice


def test_a_sixth_option_is_refused(ana, bo):
    made = make.opened(ana, bo, method="approval", options=("Monday", "Tuesday"))
    make.post(bo, "proposal-vote", made.pk, choice=["2"])
    assert choice_of(bo, made) is None


def test_whoever_joined_later_is_told_and_cannot_vote(ana, bo):
    made = make.opened(ana, bo)
    gul = make.third(ana)
    assert gul.client.get(make.at("proposal-vote", gul, made.pk)).url == make.at("proposal-detail", gul, made.pk)
    assert "Who may vote was fixed when the vote began" in make.page(gul, "proposal-detail", made.pk)


def test_a_closed_vote_takes_none(ana, bo):
    made = make.decided(ana, bo)
    make.post(bo, "proposal-vote", made.pk, choice="no")
    assert choice_of(bo, made) == "yes"


def test_what_somebody_entered_is_shown_to_whose_vote_it_is(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    make.entered(ana, made, gul)
    assert "Somebody entered a vote for you." in make.page(gul, "proposal-vote", made.pk)
