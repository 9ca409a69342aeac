"""Our own .json files: points, approvals, rankings, totals of hands, lots; malformed in every way."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.files.ours import read_ours
from rooted.counting.lots import draw
from rooted.counting.recount import Wanted, recount
from rooted.counting.telling import Refused
from rooted.counting.tests.shared import answer

HOW = {"method": "score", "seats": 1, "none": "", "seed": ""}


def told(*choices, method="score", options=("Ana", "Bo", "Cem"), figures=None, voters=0, **how):
    """A file with one ballot for each choice."""
    ballots = [{"choice": choice, "number": 2} for choice in choices]
    rest = {"voters": voters, "figures": figures, "recount": HOW | {"method": method} | how}
    return {"title": "Night shift", "options": list(options), "ballots": ballots} | rest


def file(*choices, **how):
    return read_ours(json.dumps(told(*choices, **how)).encode())


def counted(*choices, **how):
    return list(recount(file(*choices, **how), None, Wanted()).elected)


def test_points_are_added_as_often_as_they_were_given():
    count = recount(file([5, 0, 1], [0, 4, 5]), None, Wanted())
    assert (count.method, dict(count.stages[0].totals)) == ("score", {"Ana": 10, "Bo": 8, "Cem": 12})


def test_each_method_counts_its_own_ballots():
    assert [
        counted([0, 2], [2], method="approval"),
        counted([[1], [0]], [[1, 2]], method="instant-runoff"),
        counted([[1]], [[1], [0]], [[0]], method="scottish-stv", seats=2),
        counted([[1], [0]], [[1]], method="motions-ranked", none="Cem"),
    ] == [["Cem"], ["Bo"], ["Bo", "Ana"], ["Bo"]]


def test_hands_for_options_are_counted_from_their_totals():
    count = recount(file(method="approval", figures={"0": 7, "1": 9, "2": 0}, voters=11), None, Wanted())
    assert (count.elected, count.valid) == (("Bo",), 11)


def test_lots_are_drawn_from_the_number_of_the_file_or_the_one_that_is_typed():
    made = file(method="lots", seats=2, seed="4 8 15")
    assert recount(made, None, Wanted()).elected == draw("4 8 15", ("Ana", "Bo", "Cem"), 2).drawn
    assert recount(made, "lots", Wanted(seed="9, 9")).elected == draw("9 9", ("Ana", "Bo", "Cem"), 2).drawn


@pytest.mark.parametrize(
    ("made", "method", "sentence"),
    [
        (told(method="lots"), None, "Say the number that was agreed for the lots: --seed NUMBER."),
        (told([[0]], method="instant-runoff"), "score",
         "The file holds no points. The .json file of a result counted by points does."),
        (told([1, 2, 3]), "approval", "The file holds points, so only score counts it."),
        (told(method="approval"), None, "The file holds no votes between options, so there is nothing to count."),
    ],
)  # fmt: skip
def test_what_the_file_does_not_hold_is_not_counted(made, method, sentence):
    with pytest.raises(Refused) as refusal:
        recount(read_ours(json.dumps(made).encode()), method, Wanted())
    assert str(refusal.value) == sentence


WRONG = {
    b"{": "Line 1 is no JSON.",
    b"\xff": "Line 1 holds signs that are not UTF-8 text. Save the file as UTF-8.",
    b"[" * 200_000: "“recount” is missing or wrong: this is not the .json file of one of our results.",
    b"[1]": "“recount” is missing or wrong: this is not the .json file of one of our results.",
    b'{"recount": ' + b"9" * 5_000 + b"}":
        "“recount” is missing or wrong: this is not the .json file of one of our results.",
}  # fmt: skip


@pytest.mark.parametrize("data", WRONG)
def test_what_is_no_file_of_ours_is_said_in_one_sentence(data):
    assert answer(read_ours, data) == WRONG[data]


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (told([5, 0]), "Ballot 1 must give each of 3 options 0 to 5 points."),
        (told([5, 0, 6]), "Ballot 1 must give each of 3 options 0 to 5 points."),
        (told([5, 0, True]), "Ballot 1 must give each of 3 options 0 to 5 points."),
        (told([[0], [0]], method="schulze"), "Ballot 1 must name options by their numbers, each once."),
        (told([3], method="approval"), "Ballot 1 must name options by their numbers, each once."),
        (told([[0], []], method="schulze"), "Ballot 1 must name options by their numbers, each once."),
        (told([[0], 1], method="schulze"), "Ballot 1 must name options by their numbers, each once."),
        (told("Ana"), "Ballot 1 must hold a choice, and how many chose so."),
        (told(seats=0), "At least one place must be filled, not 0."),
        (told(seats=True), "“seats” is missing or wrong: this is not the .json file of one of our results."),
        (told(options=("Ana", "Ana")), "Two options are called “Ana”. Give each its own name."),
        (told(options=("Ana", "\x1b[2J")), "Option 2 must be a name of at most 200 signs that can be printed."),
        (told(options=("Ana", 7)), "Option 2 must be a name of at most 200 signs that can be printed."),
        (told(options=("\ud800",)), "Option 1 must be a name of at most 200 signs that can be printed."),
        (told(options=()), "There must be 1 to 250 options, not 0."),
        (told(options=(), method=""),
         "The file does not say how to count: its figures are hidden, or something was asked of each sitting."),
        (told(seed="\x07", method="lots"), "A title, name or number in the file is too long, or cannot be printed."),
        (told(method="approval", figures={"0": 1}),
         "“figures” is missing or wrong: this is not the .json file of one of our results."),
    ],
)  # fmt: skip
def test_each_malformed_part_is_named(made, sentence):
    with pytest.raises(Refused) as refusal:
        read_ours(json.dumps(made).encode())
    assert str(refusal.value) == sentence


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(["title", "options", "ballots", "voters", "figures", "recount"]), ANYTHING, st.booleans())
def test_any_value_in_any_place_is_counted_or_refused_with_a_sentence(name, value, inside):
    made = copy.deepcopy(told([1, 2, 3]))
    made[name] = [{"choice": value, "number": 1}] if inside and name == "ballots" else value
    try:
        said = str(recount(read_ours(json.dumps(made).encode()), None, Wanted()).says[-1])
    except Refused as refusal:
        said = str(refusal)
    assert said.endswith(".")


def of_one_text(method, words="yes no abstain", figures=(20, 10, 1), **how):
    """A file that holds how many said each word."""
    how = {"share": [2, 3], "entitled": 40, "quorum": 0, "pledges": 0} | how
    return told(options=(), method=method, figures=dict(zip(words.split(), figures, strict=True)), **how)


def decided(made, method=None):
    decision = recount(read_ours(json.dumps(made).encode()), method, Wanted())
    return decision.carried, " ".join(map(str, decision.says))


@pytest.mark.parametrize(
    ("made", "carried", "says"),
    [
        (of_one_text("simple-majority"), True, "Carried. 20 yes, 10 no: more yes than no. 1 person abstains."),
        (of_one_text("absolute-majority"), False,
         "Not carried. 20 yes of 40. Needed: 21. Not reached. 1 person abstains."),
        (of_one_text("two-thirds"), True, "Carried. 20 yes of 30. Needed: 20. Reached. 1 person abstains."),
        (of_one_text("own-share", share=[3, 4]), False,
         "Not carried. 20 yes of 30. Needed: 23. Not reached. 1 person abstains."),
        (of_one_text("simple-majority", quorum=32, pledges=21), False,
         "Not carried. 20 yes, 10 no: more yes than no. Took part: 31. Needed for a decision: 32. "
         "Said yes: 20. Needed: 21. Too few. 1 person abstains."),
        (of_one_text("consent", "agree abstain aside object", (7, 0, 0, 1)), False,
         "Not carried. 1 person objects, so we go on talking."),
        (of_one_text("consensus", "agree abstain aside block", (7, 0, 0, 0)), True, "Carried. Nobody objects."),
        (of_one_text("consensus", "agree abstain aside block", (7, 0, 0, 0), quorum=9, pledges=8), False,
         "Not carried. Took part: 7. Needed for a decision: 9. Said yes: 7. Needed: 8. Too few."),
    ],
)  # fmt: skip
def test_what_was_said_to_one_text_is_decided_again(made, carried, says):
    assert decided(made) == (carried, says)


def test_the_same_words_are_decided_by_another_rule_but_by_none_of_other_words():
    assert decided(of_one_text("simple-majority", share=[1, 2]), "own-share")[0] is True
    for method in ("consent", "scottish-stv"):
        with pytest.raises(Refused) as refusal:
            decided(of_one_text("two-thirds"), method)
        assert str(refusal.value) == (
            "The file holds how many said yes, no, abstain. That can be counted by: "
            "simple-majority, absolute-majority, two-thirds, own-share."
        )


@pytest.mark.parametrize(
    "wrong",
    [{"share": [2, 0]}, {"share": 1}, {"quorum": -1}, {"entitled": True}, {"pledges": "4"}, {"figures": (1.5, 0, 0)}],
)
def test_a_malformed_rule_of_one_text_is_named(wrong):
    [part] = wrong
    said = answer(read_ours, json.dumps(of_one_text("two-thirds", **wrong)).encode())
    assert said == f"“{part}” is missing or wrong: this is not the .json file of one of our results."


def test_where_too_few_took_part_nobody_is_elected_again():
    count = recount(file([[0]], method="instant-runoff", quorum=3), None, Wanted())
    assert (count.elected, list(map(str, count.says))) == ((), ["Took part: 2. Needed for a decision: 3."])
    assert counted([[0]], method="instant-runoff", quorum=3, voters=3) == ["Ana"]


def test_points_added_up_from_slips_are_counted_from_their_totals():
    count = recount(file(figures={"0": 7, "1": 0, "2": 20}, voters=4), None, Wanted())
    assert (count.method, count.elected, count.valid) == ("score", ("Cem",), 4)
