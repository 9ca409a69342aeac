"""proposals:proposal-ballots, the votes as a file without names."""

import html
import json
import re
import shlex

import pytest

from rooted.ballots.methods import Rules
from rooted.ballots.models import Question
from rooted.ballots.reading import result_of
from rooted.counting.__main__ import main as count
from rooted.counting.files.reading import read
from rooted.proposals import voting
from rooted.proposals.tests import make


def told(ana, bo, method, *choices, rules=None) -> tuple[str, bytes]:
    """The command on the page of a result, and the file it counts."""
    made = make.opened(ana, bo, method=method, options=("Monday", "Tuesday", "Friday"), rules=rules)
    make.vote(made, one=(ana, choices[0]), two=(bo, choices[1]))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    found = re.findall(r"<code>(\./rooted count .*?)</code>", make.page(ana, "proposal-result", made.pk))
    file = ana.client.get(make.at("proposal-ballots", ana, made.pk, query="?kind=blt"))
    return html.unescape("".join(found)), file.content


@pytest.mark.parametrize(
    ("method", "choices", "rules", "named"),
    [
        ("approval", ([0, 1], [1]), None, "--method approval"),
        ("ranked-one", ([[1]], [[1], [0]]), None, "--method instant-runoff"),
        ("ranked-one", ([[0]], [[1]]), Rules(seed="4 8 15"), "--method instant-runoff --seed '4 8 15'"),
        ("ranked-several", ([[1]], [[1], [0]]), Rules(seats=2), "--method scottish-stv"),
        ("motions", ([[1], [3]], [[1], [0]]), None, "--method motions-ranked --none 'None of these'"),
    ],
)
def test_the_page_says_how_to_count_again_by_our_rule(ana, bo, tmp_path, capsys, method, choices, rules, named):
    command, file = told(ana, bo, method, *choices, rules=rules)
    assert command == f"./rooted count ballots.blt {named}"
    (tmp_path / "ballots.blt").write_bytes(file)
    words = [str(tmp_path / "ballots.blt"), *shlex.split(command)[3:], "--json"]
    assert count(words) == 0
    assert json.loads(capsys.readouterr().out)["elected"] == elected(ana)


def elected(ana) -> list[str]:
    return result_of(Question.objects.get(), ana.seat).winners


def test_yes_and_no_are_counted_again_by_the_line_on_the_page(ana, bo, tmp_path, capsys):
    made = make.decided(ana, bo)
    assert "./rooted count ballots.json --method simple-majority" in make.page(ana, "proposal-result", made.pk)
    (tmp_path / "ballots.json").write_bytes(ana.client.get(make.at("proposal-ballots", ana, made.pk)).content)
    assert count([str(tmp_path / "ballots.json"), "--method", "simple-majority", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["carried"] is True


def test_points_are_counted_again_from_their_json(ana, bo):
    assert told(ana, bo, "score", [5, 0, 1], [0, 1, 2])[0] == "./rooted count ballots.json --method score"


def test_lots_are_drawn_again_from_their_file_by_the_line_on_the_page(ana, bo, tmp_path, capsys):
    made = make.drawn(ana, bo, number="4, 8 – 15", seats=2)
    page = html.unescape(make.page(bo, "proposal-result", made.pk))
    assert "./rooted count ballots.json --method lots --seed '4 8 15'" in page
    (tmp_path / "ballots.json").write_bytes(ana.client.get(make.at("proposal-ballots", ana, made.pk)).content)
    assert count([str(tmp_path / "ballots.json"), "--method", "lots", "--seed", "4 8 15", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["elected"] == elected(ana)


def ranked(ana, bo):
    made = make.opened(ana, bo, method="ranked-one", options=("Monday", "Tuesday", "Friday"))
    make.vote(made, one=(ana, [[0], [1, 2]]), two=(bo, [[0]]))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    return made


def test_anyone_can_count_again(ana, bo):
    made = ranked(ana, bo)
    answer = ana.client.get(make.at("proposal-ballots", ana, made.pk, query="?kind=blt"))
    assert answer["Content-Disposition"] == 'attachment; filename="ballots.blt"'
    assert read("ballots.blt", answer.content).ballots.total == 2


def test_nobody_is_named(ana, bo):
    answer = ana.client.get(make.at("proposal-ballots", ana, ranked(ana, bo).pk))
    assert "Bo" not in json.dumps(json.loads(answer.content))


def test_a_kind_that_is_not_there_is_not_found(ana, bo):
    made = make.decided(ana, bo)
    assert ana.client.get(make.at("proposal-ballots", ana, made.pk, query="?kind=blt")).status_code == 404


def test_an_open_vote_has_no_file(ana, bo):
    assert ana.client.get(make.at("proposal-ballots", ana, make.opened(ana, bo).pk)).status_code == 404
