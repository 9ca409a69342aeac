"""reports:report-take-back, what was put forward waits no more."""

from rooted.circles.models import SealedItem
from rooted.reports.path import path_of
from rooted.reports.tests import make
from rooted.struggles.actions import make_public
from rooted.struggles.models import Struggle

STOP = "Do not publish it"


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


def stop(member, report):
    return member.client.post(make.at("report-take-back", member, report.pk), {"stop": "yes"})


def page(member, report):
    return member.client.get(make.at("report-detail", member, report.pk)).content.decode()


def day_comes(report):
    waiting = make.fresh(report).struggle
    return make_public(Struggle.objects.all(), waiting.publish_on if waiting else make.timezone.localdate())


def test_before_its_day_one_member_stops_it_and_it_is_a_draft_again(ana, bo):
    report = make.published(ana, bo, make.running())
    assert STOP in page(ana, report)
    assert [stop(ana, report).status_code for _ in range(2)] == [302, 302]
    row = make.fresh(report)
    assert (row.struggle, row.released_number, Struggle.objects.count()) == (None, 0, 0)
    assert [rung.done for rung in path_of(row, make.draft(row, bo))][3:] == [False, False, False]
    assert (STOP in page(bo, report), make.draft(report, bo).record.title) == (False, make.TITLE)
    make.release(report, bo, ana)
    assert make.fresh(report).struggle.cleared_on == make.timezone.localdate()


def test_what_is_public_is_not_stopped_and_the_page_says_what_can_be_done(ana, bo):
    report = make.published(ana, bo, make.running())
    assert day_comes(report) == 1
    html = stop(ana, report).content.decode()
    assert ("It can be withdrawn in the open" in html, STOP in html) == (True, False)
    assert Struggle.objects.public().count() == 1


def test_a_change_that_was_put_forward_meanwhile_waits_no_more_either(ana, bo):
    report = make.published(ana, bo, make.running())
    make.save(report, ana, title="Better")
    make.put_forward(report, ana, words="The title.")
    assert STOP in page(bo, report)
    stop(bo, report)
    row = make.fresh(report)
    assert (row.forward, row.struggle, make.draft(row, ana).record.title) == (None, None, "Better")


def test_what_cannot_be_opened_is_stopped_too(ana, bo):
    report = make.published(ana, bo, make.running())
    SealedItem.objects.filter(version_of_a_report__report=report).update(ciphertext=b"lost")
    html = page(bo, report)
    stop(bo, report)
    assert ("This cannot be opened." in html, STOP in html, Struggle.objects.count()) == (True, True, 0)


def test_members_of_another_group_stop_nothing(ana, bo, cem):
    report = make.published(ana, bo, make.running())
    url = make.at("report-take-back", ana, report.pk)
    assert cem.client.post(url, {"stop": "yes"}).status_code == 404
    assert make.fresh(report).struggle is not None
