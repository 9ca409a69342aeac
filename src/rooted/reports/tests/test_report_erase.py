"""reports:report-erase, for what was never published."""

from rooted.circles.models import SealedItem
from rooted.reports.models import Report, Version
from rooted.reports.tests import make


def test_it_is_asked_once_and_then_gone_with_all_versions(ana, bo):
    before = SealedItem.objects.count()
    report = make.report(ana)
    make.save(report, bo, title="Better")
    make.put_forward(report, ana)
    url = make.at("report-erase", bo, report.pk)
    assert bo.client.post(url).status_code == 200
    assert Report.objects.count() == 1
    assert bo.client.post(url, {"sure": "yes"}).status_code == 302
    assert (Report.objects.count(), Version.objects.count(), SealedItem.objects.count()) == (0, 0, before)


def test_what_is_published_cannot_be_erased(ana, bo):
    report = make.published(ana, bo)
    assert ana.client.post(make.at("report-erase", ana, report.pk), {"sure": "yes"}).status_code == 302
    assert Report.objects.count() == 1


def test_members_of_another_group_cannot(ana, cem):
    report = make.report(ana)
    assert cem.client.post(make.at("report-erase", ana, report.pk), {"sure": "yes"}).status_code == 404
    assert Report.objects.count() == 1
