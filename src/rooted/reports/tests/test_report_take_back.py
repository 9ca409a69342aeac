"""reports:report-take-back, what was put forward waits no more."""

from rooted.circles.models import SealedItem
from rooted.reports.tests import make


def test_any_member_takes_it_back_and_a_second_time_does_nothing(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    for member in (bo, ana):
        assert member.client.post(make.at("report-take-back", member, report.pk)).status_code == 302
    assert (make.fresh(report).forward, make.fresh(report).number) == (None, 1)
    assert SealedItem.objects.filter(kind="reports.forward").count() == 0


def test_looking_changes_nothing_and_others_cannot(ana, cem):
    report = make.report(ana)
    make.put_forward(report, ana)
    ana.client.get(make.at("report-take-back", ana, report.pk))
    assert cem.client.post(make.at("report-take-back", ana, report.pk)).status_code == 404
    assert make.fresh(report).forward is not None
