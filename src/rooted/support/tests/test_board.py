"""What this part puts on the notice board."""

from rooted.support.board import lines, parts, steps
from rooted.support.related import related
from rooted.support.tests import make


def titles(member):
    return [line.title for line in lines(member.seat)]


def test_a_group_that_is_asked_sees_it_and_who_asked_does_not(ana, cem):
    make.asked(cem, ana)
    assert (titles(ana), titles(cem)) == (["Depot asks you to stand by them"], [])


def test_the_other_group_reads_that_somebody_wrote_until_it_answers(ana, cem):
    pairing = make.paired(cem, ana)
    assert (titles(ana), titles(cem)) == (["Depot wrote to you"], [])
    ana.client.post(make.at("support:pairing-write", ana, pairing.pk), {"text": "Yes."})
    assert (titles(ana), titles(cem)) == ([], ["Docks wrote to you"])


def test_the_part_is_in_use_once_there_is_something(ana, cem):
    assert [(part.name, part.used) for part in parts(ana.seat)] == [("Other groups", False)]
    make.hosting(ana)
    assert [(part.name, part.used) for part in parts(ana.seat)] == [
        ("Other groups", True),
        ("Who wants to start", True),
    ]


def test_the_step_is_there_only_where_a_group_can_be_asked(ana, cem):
    assert steps(cem.seat) == []
    make.helping(ana)
    assert [(step.title, step.done) for step in steps(cem.seat)] == [("Ask a group to stand by you", False)]
    make.asked(cem, ana)
    assert [step.done for step in steps(cem.seat)] == [True]


def test_beside_a_step_stands_the_group_to_ask(ana, cem):
    make.helping(ana)
    (step,) = steps(cem.seat)
    assert related(step, cem.seat) == []
    pairing = make.paired(cem, ana)
    (part,) = related(step, cem.seat)
    assert (part.name, part.url) == ("Ask Docks", make.at("support:pairing-detail", cem, pairing.pk))
    assert related(step, ana.seat) == []


def test_the_board_of_a_new_group_shows_it(ana, cem):
    make.paired(cem, ana)
    html = cem.client.get(cem.group.board_url).content.decode()
    assert "Ask Docks" in html
