"""What stands beside the public record, for members of its group alone."""

from rooted.reports.related import related
from rooted.reports.tests import make


def names(struggle, seat):
    return [part.name for part in related(struggle, seat)]


def test_members_of_its_group_can_correct_and_withdraw_it(ana, bo, cem):
    struggle = make.published(ana, bo).struggle
    assert names(struggle, bo.seat) == ["Put something right", "Withdraw it in the open"]
    assert names(struggle, cem.seat) == []
    assert names(struggle, None) == []
    assert names(ana.group, ana.seat) == []


def test_what_was_withdrawn_offers_nothing(ana, bo):
    report = make.published(ana, bo)
    make.release(report, ana, bo, deed="withdraw", words="Wrong.")
    assert names(make.fresh(report).struggle, ana.seat) == []
