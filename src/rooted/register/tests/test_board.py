from datetime import timedelta

from rooted.groups.glance import glance
from rooted.register import board
from rooted.register.actions import burn_due, mark_done
from rooted.register.tests.make import decided, in_days, today


def titles(member):
    return [(line.title, line.when) for line in board.lines(member.seat)]


def test_reviews_within_a_week_and_burnings_within_three_days_stand_there(ana):
    decided(ana, "Late", review_on=in_days(-2))
    decided(ana, "Soon", review_on=in_days(7))
    decided(ana, "Far", review_on=in_days(8), burns_on=in_days(4))
    decided(ana, "Burning", burns_on=in_days(3))
    assert titles(ana) == [
        ("Look at it again: Late", in_days(-2)),
        ("Look at it again: Soon", in_days(7)),
        ("The text burns: Burning", in_days(3)),
    ]


def test_what_is_done_replaced_not_carried_or_burnt_does_not(ana):
    mark_done(decided(ana, review_on=today()), today=today())
    decided(ana, supersedes=decided(ana, review_on=today()))
    decided(ana, review_on=today(), result="blocked")
    decided(ana, burns_on=today())
    burn_due(today())
    assert titles(ana) == []


def test_one_that_burns_and_is_to_be_looked_at_has_a_line_for_each(ana):
    decided(ana, "Both", burns_on=in_days(1), review_on=in_days(1))
    assert titles(ana) == [("Look at it again: Both", in_days(1)), ("The text burns: Both", in_days(1))]


def test_the_part_is_in_use_from_the_first_decision_on(ana):
    before = [part.used for part in board.parts(ana.seat)]
    decided(ana)
    assert (before, [part.used for part in board.parts(ana.seat)]) == ([False], [True])


def test_another_group_has_none_of_it(ana, cem):
    decided(ana, review_on=today())
    assert (titles(cem), glance(cem.seat)["register"]) == ([], 0)


def test_days_of_review_to_come_are_due(ana):
    for days in (-1, 0, 40):
        decided(ana, review_on=today() + timedelta(days=days))
    assert board.due(ana.group) == [today(), in_days(40)]
