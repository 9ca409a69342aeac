"""Results against an oracle that counts in another way; ties, rules, a minority's strong No."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots.methods import METHODS, Asked, Rules
from rooted.ballots.result import Result, Sat, count_sittings, count_votes
from rooted.ballots.sentences import WORDS, say

MAJORITY = st.sampled_from(["majority", "absolute", "two-thirds", "share"])
STANDS = st.lists(st.sampled_from(["yes", "no", "abstain"]), max_size=40)
HANDS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 9)), min_size=1, max_size=5)


def asked(method="majority", *options, **rules) -> Asked:
    return Asked("Stay outside", "", method, options, Rules(**rules))


def sat(name: str, yes: int, no: int, abstain: int = 0) -> Sat:
    return Sat(name, yes + no + abstain, {"yes": yes, "no": no, "abstain": abstain})


def oracle(method: str, share: Fraction, yes: int, no: int, size: int) -> str:
    """By hand: what each name means, on the number line."""
    part = Fraction(yes, yes + no) if yes + no else Fraction(0)
    holds = {
        "majority": part > Fraction(1, 2),
        "absolute": Fraction(yes, size or 1) > Fraction(1, 2),
        "two-thirds": part >= Fraction(2, 3),
        "share": part >= share and part > Fraction(1, 2),
    }[method]
    return "carried" if holds else "not carried"


@given(MAJORITY, STANDS, st.integers(0, 20), st.integers(10, 20))
def test_votes_of_members_add_up_and_decide_as_the_oracle_says(method, choices, silent, numerator):
    result = count_votes(asked(method, share=(numerator, 20)), choices, len(choices) + silent)
    counted = Counter(choices)
    assert result.figures == {word: counted[word] for word in ("yes", "no", "abstain")}
    share = Fraction(numerator, 20)
    assert result.outcome == oracle(method, share, counted["yes"], counted["no"], len(choices) + silent)


@given(STANDS, st.randoms(use_true_random=False))
def test_the_order_of_votes_never_matters(choices, chance):
    mixed = list(choices)
    chance.shuffle(mixed)
    assert count_votes(asked(), mixed, 40) == count_votes(asked(), choices, 40)


@given(MAJORITY, HANDS)
def test_hands_of_sittings_decide_as_their_sum_does(method, hands):
    sats = [sat(str(place), *raised) for place, raised in enumerate(hands)]
    result = count_sittings(asked(method), sats)
    yes, no, _abstain = (sum(column) for column in zip(*hands, strict=True))
    assert result.outcome == oracle(method, Fraction(1, 2), yes, no, sum(map(sum, hands)))


@given(MAJORITY, st.integers(0, 5))
def test_where_no_sitting_counted_nothing_is_decided(method, quorum):
    result = count_sittings(asked(method, quorum=quorum), [], ["Early"])
    assert (result.outcome, say(result)) == ("inquorate", ["Nothing is decided: too few took part."])


@given(HANDS)
def test_what_is_shown_adds_up_to_the_total(hands):
    result = count_sittings(asked(), [sat(str(place), *raised) for place, raised in enumerate(hands)])
    if result.figures is not None:
        added = Counter()
        for row in result.rows:
            added.update(row.figures)
        assert {key: added[key] for key in result.figures} == result.figures


@given(HANDS)
def test_a_result_comes_back_from_storage_as_it_was(hands):
    result = count_sittings(asked(), [sat(str(place), *raised) for place, raised in enumerate(hands)], ["Depot"])
    assert Result.from_plain(result.as_plain()) == result


def test_a_minority_shifts_strong_no_is_said():
    result = count_sittings(asked(), [sat("Early", 300, 20), sat("Night", 10, 30)])
    assert say(result) == [
        "Carried. Yes: 310. No: 50. Abstain: 0.",
        "In “Night” two thirds or more said no. Yes: 10. No: 30.",
    ]


def test_a_small_shift_is_not_named_but_its_no_is_said_with_the_others():
    result = count_sittings(asked(), [sat("Early", 30, 2), sat("Night", 0, 3), sat("Office", 0, 4)])
    assert [row.name for row in result.rows] == ["Early", ""]
    assert say(result)[1] == "In the sittings shown together two thirds or more said no. Yes: 0. No: 7."


def test_where_everybody_together_is_fewer_than_five_only_the_outcome_is_said():
    result = count_sittings(asked(), [sat("Early", 2, 0), sat("Late", 1, 1)])
    assert (result.figures, result.rows, say(result)) == (
        None, [], ["Carried. The figures stay hidden: they would tell how a few people voted."],
    )  # fmt: skip


def test_a_small_sitting_stays_hidden_when_every_other_one_failed_to_count():
    result = count_sittings(asked(), [sat("Early", 2, 1)], ["Late", "Night"])
    assert (result.figures, result.rows, result.concealed) == (None, [], ["Early"])
    alone = count_sittings(asked(), [sat("Early", 2, 1)])
    assert (alone.figures, alone.concealed) == ({"yes": 2, "no": 1, "abstain": 0}, [])


def test_a_majority_is_asked_of_each_sitting_and_one_that_did_not_count_breaks_it():
    sats = [sat("Early", 30, 2), sat("Late", 20, 10)]
    outcomes = [
        count_sittings(asked(majority_each=True), sats).outcome,
        count_sittings(asked(majority_each=True), [*sats, sat("Night", 5, 5)]).outcome,
        count_sittings(asked(majority_each=True), sats, ["Night"]).outcome,
    ]
    assert outcomes == ["carried", "not carried", "not carried"]


def test_pledges_and_quorums():
    sats = [sat("Early", 150, 2), sat("Late", 49, 10)]
    rules = [{"pledges": 199}, {"pledges": 200}, {"quorum": 212}, {"quorum_each": 60}]
    assert [count_sittings(asked(**one), sats).outcome for one in rules] == [
        "carried", "not carried", "inquorate", "inquorate",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "choices", "outcome"),
    [
        ("together", ["agree", "agree"], "carried"),
        ("together", ["agree"], "not carried"),
        ("together", ["agree", "talk"], "not carried"),
        ("consent", ["agree", "aside"], "carried"),
        ("consent", ["abstain", "aside"], "not carried"),
        ("consent", ["agree", "object"], "blocked"),
        ("consensus", ["agree", "block"], "blocked"),
    ],
)
def test_stands(method, choices, outcome):
    assert count_votes(asked(method), choices, 2).outcome == outcome


def test_options_with_the_most_win_and_a_tie_wins_nothing():
    ask = asked("approval", "Bus", "Train", "Bike")
    assert count_votes(ask, [[0, 1], [1], [1, 2]], 3).winners == ["Train"]
    assert count_votes(ask, [[0], [1]], 3).outcome == "not carried"
    assert count_votes(ask, [[], []], 3).outcome == "not carried"
    score = asked("score", "Bus", "Train")
    assert count_votes(score, [[5, 0], [0, 4]], 2).winners == ["Bus"]


def test_every_method_says_its_result_in_words():
    for method in ("together", "consent", "consensus", "majority"):
        for choice in METHODS[method].choices:
            assert say(count_votes(asked(method), [choice], 1))
    assert all(str(words) for words in WORDS.values())


def test_where_more_than_half_of_the_votes_is_asked_it_says_how_many():
    votes = ["yes", "yes", "no", "abstain"]
    found = {method: say(count_votes(asked(method), votes, 4))[1:] for method in ("majority", "two-thirds", "absolute")}
    reached, missed = "2 yes of 3. Needed: 2. Reached.", "2 yes of 4. Needed: 3. Not reached."
    assert found == {"majority": [], "two-thirds": [reached], "absolute": [missed]}


def test_as_many_no_as_yes_is_no_tie_where_more_was_asked():
    tie, short = (say(count_votes(asked(method), ["yes", "no"], 2)) for method in ("majority", "absolute"))
    assert (tie, short[0]) == (["Not carried: a tie. Yes: 1. No: 1."], "Not carried. Yes: 1. No: 1. Abstain: 0.")


def test_of_motions_it_says_which_are_left_out_and_why_one_wins():
    monday, friday, none = [[0], [1], [2]], [[1], [2]], [[2]]
    assert say(count_votes(asked("motions", "Monday", "Friday"), [monday, friday, none], 3)) == [
        "Chosen: Friday.",
        "Monday is left out. Prefer it to None of these: 1. The other way round: 2.",
        "Friday wins against each of the others, one against one.",
    ]
    circle = [[[0], [1], [2]]] * 4 + [[[1], [2], [0]]] * 3 + [[[2], [0], [1]]] * 2
    assert say(count_votes(asked("motions", "Monday", "Friday", "Sunday"), circle, 9)) == [
        "Chosen: Monday.",
        "Nobody wins against each of the others. By the strongest chains of wins, Monday comes first.",
    ]
