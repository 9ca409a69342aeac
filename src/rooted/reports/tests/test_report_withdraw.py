"""reports:report-withdraw, in the open and by two."""

import pytest
from django.utils import timezone

from rooted.reports.models import Report
from rooted.reports.tests import make
from rooted.struggles.actions import merge_struggles
from rooted.struggles.tests import make as chronicle


def send(member, struggle, words="It was another hospital."):
    return member.client.post(make.at("report-withdraw", member, struggle.public_id), {"words": words})


def test_one_proposes_another_agrees_and_its_page_says_so(ana, bo, stranger):
    report = make.published(ana, bo)
    assert ana.client.get(make.at("report-withdraw", ana, report.struggle.public_id)).status_code == 200
    send(ana, report.struggle)
    page = stranger.get(report.struggle.get_absolute_url()).content.decode()
    assert "Eighty sat down" in page
    bo.client.post(make.at("report-release", bo, report.pk), {"seen": "1"})
    struggle = make.fresh(report).struggle
    page = stranger.get(struggle.get_absolute_url()).content.decode()
    assert (struggle.withdrawn_on, struggle.withdrawn_why) == (timezone.localdate(), "It was another hospital.")
    assert "Eighty sat down" not in page


def test_the_same_member_cannot_do_both(ana, bo):
    report = make.published(ana, bo)
    send(ana, report.struggle)
    ana.client.post(make.at("report-release", ana, report.pk), {"seen": "1"})
    assert make.fresh(report).struggle.withdrawn_on is None


def test_a_record_that_never_lay_on_the_desk_can_be_withdrawn_too(ana, bo):
    struggle = chronicle.struggle(ana.group)
    send(ana, struggle)
    report = Report.objects.get()
    bo.client.post(make.at("report-release", bo, report.pk), {"seen": "1"})
    struggle.refresh_from_db()
    assert struggle.withdrawn_on == timezone.localdate()


@pytest.mark.parametrize("words", ["", "x" * 501, "nul \x00"])
def test_a_reason_is_needed_and_what_was_typed_stays(ana, bo, words):
    report = make.published(ana, bo)
    form = send(ana, report.struggle, words).context["form"]
    assert (list(form.errors), form["words"].value()) == (["words"], words)
    assert make.fresh(report).forward is None


def test_what_was_put_forward_already_comes_first(ana, bo):
    report = make.published(ana, bo)
    make.save(report, ana, title="Better")
    make.put_forward(report, ana, words="The title.")
    assert list(send(bo, report.struggle).context["form"].errors) == ["__all__"]


def test_members_of_another_group_cannot(ana, bo, cem):
    report = make.published(ana, bo)
    assert send(cem, report.struggle).status_code == 404


def test_a_merged_record_can_be_withdrawn_too(ana, bo):
    report = make.published(ana, bo)
    merge_struggles(report.struggle, into=chronicle.struggle(ana.group))
    send(ana, report.struggle)
    bo.client.post(make.at("report-release", bo, report.pk), {"seen": "1"})
    assert make.fresh(report).struggle.withdrawn_on == timezone.localdate()
