"""Rankings, motions and lots through the votes of members; the votes as files that count to the same again."""

import dataclasses
import json
import random
import shlex
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots import export
from rooted.ballots.drawing import shown
from rooted.ballots.methods import check_choice
from rooted.ballots.result import Result, Sat, count_lots, count_sittings, count_votes
from rooted.ballots.sentences import say
from rooted.ballots.tests.make import asked
from rooted.counting.__main__ import main as count
from rooted.counting.files.reading import read
from rooted.counting.methods.instant_runoff import instant_runoff
from rooted.counting.methods.schulze import schulze
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.recount import Wanted, recount

NAMES = ("Ana", "Bo", "Cem", "Dee")
RANKED = asked("ranked-one", *NAMES)
STV = asked("ranked-several", *NAMES, seats=2)
MOTIONS = asked("motions", *NAMES[:3])
LOTS = asked("lots", *NAMES, seats=2, seed="Saturday's numbers")


@st.composite
def rankings(draw):
    """A ranking of some of four, with equal ranks."""
    order = draw(st.permutations(range(4)))[: draw(st.integers(1, 4))]
    ranks = [[order[0]]]
    for one in order[1:]:
        if draw(st.booleans()):
            ranks[-1].append(one)
        else:
            ranks.append([one])
    return ranks


VOTES = st.lists(rankings(), min_size=1, max_size=12)


@given(VOTES)
def test_what_is_counted_is_what_the_file_counts_to(votes):
    count = {
        "ranked-one": instant_runoff,
        "ranked-several": lambda ballots: scottish_stv(ballots, 2),
        "motions": lambda ballots: schulze(ballots, 1, "None of these"),
    }
    for ask in (RANKED, STV, MOTIONS):
        result = count_votes(ask, votes, 20)
        for kind in export.kinds(ask, result)[:-1]:
            file = export.write(ask, result, kind)
            again = read(file.name, file.text.encode()).ballots
            assert list(count[ask.method](again).elected) == result.winners


@given(VOTES, st.integers())
def test_the_order_of_rankings_never_matters(votes, seed):
    mixed = [[random.Random(seed).sample(rank, len(rank)) for rank in vote] for vote in votes]
    random.Random(seed).shuffle(mixed)
    assert count_votes(STV, mixed, 20) == count_votes(STV, votes, 20)


@given(VOTES)
def test_first_for_more_than_half_wins(votes):
    first = [vote[0][0] for vote in votes if len(vote[0]) == 1]
    most = max(first, key=first.count, default=None)
    if most is not None and 2 * first.count(most) > len(votes):
        assert [count_votes(ask, votes, 20).winners for ask in (RANKED, MOTIONS)] == [
            [RANKED.names[most]], [MOTIONS.names[most]] if most < 3 else [],
        ]  # fmt: skip


def test_a_tie_of_the_last_two_is_not_carried():
    result = count_votes(asked("ranked-one", "Ana", "Bo"), [[[0]], [[1]]], 2)
    assert (result.outcome, shown(asked("ranked-one", "Ana", "Bo"), result).sentences) == (
        "not carried", ["Not carried: a tie between Ana, Bo."],
    )  # fmt: skip


def test_none_of_these_wins_and_nothing_is_carried():
    result = count_votes(MOTIONS, [[[3]], [[3], [0]], [[1]]], 3)
    assert (result.outcome, result.winners) == ("not carried", [])


def test_a_motion_called_none_of_these_is_another_than_the_last():
    ask = asked("motions", "None of these", "Strike")
    assert count_votes(ask, [[[0]]], 1).winners == ["None of these"]
    assert count_votes(ask, [[[2]]], 1).winners == []


def test_lots_are_drawn_again_by_two_lines():
    result = count_lots(LOTS, "4 8 15 16 23 42")
    drawn = sorted(NAMES, key=lambda name: sha256(f"4 8 15 16 23 42\n{name}".encode()).digest())
    assert result.winners == drawn[:2]


def test_source_number_and_rule_of_lots_stand_in_their_sentences():
    said = say(count_lots(LOTS, "4, 8"))
    assert (said[0], said[2]) == (
        f"Drawn with the number 4 8: {', '.join(count_lots(LOTS, '4 8').winners)}.",
        "The number comes from: Saturday's numbers",
    )
    assert r'sha256(number + "\n" + name), the smallest first' in said[3]


def test_what_lots_were_drawn_with_stands_in_their_file():
    told = json.loads(export.write(LOTS, count_lots(LOTS, "4, 8"), "json").text)
    rule = r'sha256(number + "\n" + name)'
    assert told["lots"] == {"source": "Saturday's numbers", "number": "4 8", "rule": rule}


POINTS, APPROVALS = asked("score", *NAMES), asked("approval", *NAMES)


@pytest.mark.parametrize(
    ("ask", "result", "line"),
    [
        (LOTS, count_lots(LOTS, "4, 8"), "./rooted count ballots.json --method lots --seed '4 8'"),
        (POINTS, count_votes(POINTS, [[0, 5, 2, 0], [1, 4, 4, 0]], 4), "./rooted count ballots.json --method score"),
        (APPROVALS, count_votes(APPROVALS, [[1, 2], [1], []], 4), "./rooted count ballots.blt --method approval"),
        (APPROVALS, count_sittings(APPROVALS, [Sat("Early", 9, {"0": 1, "1": 7, "2": 0, "3": 3})]),
         "./rooted count ballots.json --method approval"),
        (MOTIONS, count_votes(MOTIONS, [[[1], [0]]], 4),
         "./rooted count ballots.blt --method motions-ranked --none 'None of these'"),
    ],
)  # fmt: skip
def test_the_line_on_the_page_counts_the_file_to_what_was_decided(ask, result, line, tmp_path, capsys, monkeypatch):
    assert export.command(ask, result) == line
    words = shlex.split(line)[2:]
    (tmp_path / words[0]).write_text(export.write(ask, result, words[0].split(".")[1]).text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert count([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["elected"] == result.winners


def test_for_figures_that_are_hidden_there_is_no_line_and_no_file():
    hidden = count_sittings(APPROVALS, [Sat("Early", 2, {"0": 1}), Sat("Late", 1, {"1": 1})])
    assert (export.command(APPROVALS, hidden), export.kinds(APPROVALS, hidden)) == ("", [])


@pytest.mark.parametrize("method", ["consent", "consensus", "majority", "absolute", "two-thirds", "share"])
@given(st.data())
def test_what_was_said_to_one_text_is_decided_again_from_its_file(method, data):
    share, quorum, pledges = (data.draw(st.integers(*ends)) for ends in ((4, 8), (0, 5), (0, 3)))
    ask = asked(method, share=(share, 8), quorum=quorum, pledges=pledges)
    choices = data.draw(st.lists(st.sampled_from(ask.how.choices), max_size=5))
    for result in (
        count_votes(ask, choices, 12),
        count_sittings(ask, [Sat("Early", 12, count_votes(ask, choices, 12).figures)]),
    ):
        again = recount(read("ballots.json", export.write(ask, result, "json").text.encode()), None, Wanted())
        assert again.carried == (result.outcome == "carried")


def test_where_too_few_took_part_no_page_and_no_file_says_that_anybody_is_chosen():
    ask = asked("ranked-one", *NAMES, quorum=3)
    result = count_votes(ask, [[[0]], [[0], [1]]], 4)
    page, file = shown(ask, result), export.write(ask, result, "json").text
    assert (page.sentences, page.rounds, page.pictures) == (
        ["Nothing is decided: 3 must take part, and 2 did."],
        [],
        [],
    )
    assert export.command(ask, result) == "./rooted count ballots.json --method instant-runoff"
    assert export.kinds(ask, result) == ["json"]
    assert recount(read("ballots.json", file.encode()), None, Wanted()).elected == ()
    assert "count" not in json.loads(file)


def test_what_was_asked_of_each_sitting_cannot_be_counted_again_from_the_file():
    ask = asked("majority", majority_each=True)
    result = count_sittings(
        ask, [Sat(name, 20, {"yes": yes, "no": 4, "abstain": 0}) for name, yes in (("A", 15), ("B", 3))]
    )
    assert (result.outcome, export.command(ask, result), export.kinds(ask, result)) == ("not carried", "", ["json"])


@given(VOTES)
def test_the_json_counts_to_the_same_as_the_other_files(votes):
    for ask in (RANKED, STV, MOTIONS):
        result = count_votes(ask, votes, 20)
        again = recount(read("ballots.json", export.write(ask, result, "json").text.encode()), None, Wanted())
        assert list(again.elected) == result.winners


def test_a_page_has_rounds_table_and_picture():
    result = count_votes(STV, [[[0], [1]], [[0], [2]], [[1]], [[2, 3]]], 4)
    page = shown(STV, Result.from_plain(result.as_plain()))
    assert page.columns == [f"Round {number}" for number in range(1, len(page.columns) + 1)]
    assert [line.name for line in page.lines][:4] == list(NAMES)
    assert len(page.pictures) == len(page.rounds) == len(page.columns)
    assert {picture[:4] for picture in page.pictures} == {"<svg"}


def test_motions_are_shown_one_against_one():
    page = shown(MOTIONS, count_votes(MOTIONS, [[[0], [1]], [[1], [3]]], 2))
    lines = {line.name: line.numbers for line in page.lines}
    assert (page.duels, len(lines), [one[:4] for one in page.pictures]) == (True, 6, ["<svg"])
    assert lines["Ana against Bo"] == ["1", "1"]
    assert lines["Bo against Cem"] == ["2", "0"]


def test_files_keep_equal_ranks_and_name_no_voter():
    result = count_votes(STV, [[[1, 3], [0]], [[3, 1], [0]]], 4)
    assert [export.write(STV, result, kind).text.splitlines()[1] for kind in ("blt",)] == ["2 2=4 1 0"]
    assert "2: {2,4},1" in export.write(STV, result, "toi").text
    told = json.loads(export.write(STV, result, "json").text)
    assert told["ballots"] == [{"choice": [[1, 3], [0]], "number": 2}]
    assert told["count"]["elected"] == result.winners


def test_a_title_with_signs_that_steer_is_read_again_without_them():
    ask = dataclasses.replace(STV, title="\u202bWho\u202c\tspeaks")
    result = count_votes(ask, [[[0], [1]], [[1], [0]]], 4)
    files = [export.write(ask, result, kind) for kind in export.kinds(ask, result)]
    assert {read(file.name, file.text.encode()).title for file in files} == {"Who speaks"}


def test_approval_keeps_blank_ballots_in_the_formats_that_can():
    ask = asked("approval", "Bus", "Train")
    result = count_votes(ask, [[0], [], [0, 1]], 3)
    assert export.kinds(ask, result) == ["blt", "json"]
    assert export.write(ask, result, "soi") is None


@pytest.mark.parametrize("choice", [[], [[]], [[0], [0]], [[5]], [0], "yes", None, [[True]], [[0.0]], {"0": 1}])
def test_what_is_no_ranking_is_refused(choice):
    with pytest.raises(Exception, match="not one of the choices"):
        check_choice(RANKED, choice)
