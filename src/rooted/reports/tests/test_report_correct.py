"""reports:report-correct, a published record opened on the desk."""

from uuid import uuid4

from rooted.reports.models import Report
from rooted.reports.tests import make
from rooted.struggles.actions import found_by_words, merge_struggles
from rooted.struggles.tests import make as chronicle


def url(member, struggle):
    return make.at("report-correct", member, struggle.public_id)


def test_a_record_that_never_lay_on_the_desk_is_opened_from_what_strangers_read(ana, bo):
    struggle = chronicle.struggle(ana.group)
    assert bo.client.get(url(bo, struggle)).status_code == 200
    answer = bo.client.post(url(bo, struggle))
    report = make.fresh(Report.objects.get())
    assert answer.url == make.at("report-detail", bo, report.pk)
    assert make.draft(report, ana).record == chronicle.record()
    assert (report.struggle, report.changed_since) == (struggle, False)


def test_the_same_record_is_opened_once_and_its_report_goes_on(ana, bo):
    report = make.published(ana, bo)
    answers = [member.client.post(url(member, report.struggle)).url for member in (ana, bo)]
    assert answers == [make.at("report-detail", ana, report.pk)] * 2
    assert Report.objects.count() == 1


def test_two_release_the_correction_and_it_stays_the_same_record(ana, bo):
    struggle = chronicle.struggle(ana.group)
    ana.client.post(url(ana, struggle))
    report = Report.objects.get()
    make.save(report, ana, title="Better", sources=make.SOURCES)
    make.release(report, ana, bo, words="The title.")
    struggle.refresh_from_db()
    assert (struggle.title, struggle.corrections.count()) == ("Better", 1)


def test_only_of_ones_own_group_and_only_what_stands(ana, bo, cem):
    struggle = chronicle.struggle(ana.group)
    assert cem.client.post(url(cem, struggle)).status_code == 404
    assert ana.client.post(make.at("report-correct", ana, uuid4())).status_code == 404
    report = make.published(ana, bo)
    make.release(report, ana, bo, deed="withdraw", words="Wrong.")
    assert ana.client.post(url(ana, make.fresh(report).struggle)).status_code == 404


def test_a_merged_record_is_put_right_too_and_stays_merged(ana, bo):
    report = make.published(ana, bo)
    merge_struggles(report.struggle, into=chronicle.struggle(ana.group))
    assert ana.client.get(url(ana, report.struggle)).status_code == 200
    assert ana.client.post(url(ana, report.struggle)).url == make.at("report-detail", ana, report.pk)
    make.save(report, ana, title="Better")
    make.release(report, ana, bo, words="The title.")
    struggle = make.fresh(report).struggle
    assert (struggle.title, struggle.merged_into is None, found_by_words("Better")) == ("Better", False, [])
