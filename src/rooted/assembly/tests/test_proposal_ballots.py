"""assembly:proposal-ballots, the votes as a file without names."""

import json

from rooted.assembly import voting
from rooted.assembly.tests import proposals as make
from rooted.counting.files.reading import read


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
