"""What groups put on the notice board."""

from rooted.groups.actions import describe_group
from rooted.groups.board import lines, parts, steps
from rooted.groups.tests.make import at, member


def test_one_alone_is_told_what_the_second_unlocks(ana):
    first, *_others = steps(ana.seat)
    assert (first.title, first.url, first.done) == (
        "1 of 2: bring in the second person",
        at("groups:invite", ana),
        False,
    )


def test_steps_are_done_when_they_are_done(ana, bo):
    assert [step.done for step in steps(ana.seat)] == [True, False, False, False]
    ana.keyring.keep_recovery()
    ana.keyring.prefer(time_zone="Europe/London")
    describe_group(ana.group, phone="555 100")
    assert [step.done for step in steps(ana.seat)] == [True, True, True, True]


def test_two_read_the_two_of_you_and_others_read_members(ana):
    assert [part.name for part in parts(ana.seat)] == ["Members", "Your public page"]
    member(ana, "bo")
    assert [part.name for part in parts(ana.seat)] == ["The two of you", "Your public page"]
    member(ana, "dina")
    assert [part.name for part in parts(ana.seat)] == ["Members", "Your public page", "Small circles"]


def test_an_open_removal_stands_on_the_board(ana, bo):
    third = member(ana, "dina").seat.pk
    ana.client.post(at("groups:removal-propose", ana, third))
    (line,) = lines(bo.seat)
    assert (line.title, line.who) == ("Decide whether Dina is removed", "Ana proposed it.")
    assert line.url == at("groups:removal-confirm", bo, third)


def test_nothing_waits_in_a_quiet_group(ana, bo):
    assert lines(ana.seat) == []
