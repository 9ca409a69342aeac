"""reports:report-release, the second yes: by another member, once, and in the open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.drafts.draft import Draft
from rooted.records.record import Point
from rooted.reports.actions import begin_report, release_report
from rooted.reports.reading import newest_of
from rooted.reports.tests import make
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of

TODAY = timezone.localdate()


def send(member, report, **typed):
    url = make.at("report-release", member, report.pk)
    return member.client.post(url, {"seen": str(make.fresh(report).number)} | typed)


def test_another_member_publishes_it_and_anyone_reads_it(ana, bo, stranger):
    report = make.report(ana)
    make.put_forward(report, ana)
    assert send(bo, report).url == make.at("report-detail", bo, report.pk)
    row = make.fresh(report)
    assert (row.struggle.published_on, row.struggle.byline, row.released_number) == (TODAY, "Docks", 1)
    assert record_of(row.struggle) == make.record()
    assert make.TITLE in stranger.get(row.struggle.get_absolute_url()).content.decode()


def test_the_same_member_cannot(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    form = send(ana, report).context["form"]
    assert list(form.errors) == ["__all__"]
    assert Struggle.objects.count() == 0


def test_the_same_button_pressed_twice_publishes_once(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    assert [send(bo, report).status_code for _ in range(2)] == [302, 200]
    assert Struggle.objects.count() == 1


def test_what_still_runs_is_public_a_week_later_unless_said_otherwise(ana, bo):
    usual = make.published(ana, bo, make.running()).struggle
    now = make.published(ana, bo, make.running(), publish_on=TODAY, why="Known.").struggle
    assert (usual.publish_on, usual.published_on) == (TODAY + timedelta(days=7), None)
    assert (now.publish_on, now.published_on) == (TODAY, TODAY)


def test_a_day_that_has_passed_meanwhile_is_today(ana, bo):
    report = make.report(ana, make.running())
    make.put_forward(report, ana, publish_on=TODAY, why="Known.")
    tomorrow = timezone.now() + timedelta(days=1)
    struggle = release_report(make.fresh(report), seat=bo.seat, seen=1, now=tomorrow)
    assert struggle.publish_on == tomorrow.date()


def test_weak_points_stay_on_the_desk_until_it_is_over_and_two_release_them(ana, bo):
    report = make.published(ana, bo, make.running(points=(make.WEAK,)), publish_on=TODAY, why="Known.")
    sealed = newest_of(ana.seat, report).draft.record.points
    assert (report.struggle.points.count(), report.struggle.withheld, sealed) == (0, 1, (make.WEAK,))
    make.save(report, bo, outcome="lost")
    make.release(report, bo, ana, words="It ended. What was kept back is added.")
    struggle = make.fresh(report).struggle
    assert ([str(point.term) for point in struggle.points.all()], struggle.withheld) == (["Isolated"], 0)


MARKED = Point("strong", words="All gates at once", evidence="The gates were shut at five.", withheld=True)
OVER = "It is over: this becomes public when two of you say yes."


def parted(member, name, report):
    """What the page says before, and after, the record as strangers will read it."""
    html = " ".join(member.client.get(make.at(name, member, report.pk)).content.decode().split())
    return html.partition("This is what strangers will read")[::2]


def test_both_readers_see_first_which_points_that_were_kept_back_become_public(ana, bo):
    report = make.published(ana, bo, make.running(points=(MARKED, make.WEAK)), publish_on=TODAY, why="Known.")
    make.save(report, bo, outcome="lost")
    for member, name in ((ana, "report-forward"), (bo, "report-release")):
        told, preview = parted(member, name, report)
        wanted = [OVER, MARKED.words, MARKED.evidence, "Isolated", make.WEAK.evidence]
        assert [words in told for words in wanted] == [True] * 5
        assert (MARKED.evidence in preview, OVER in preview) == (True, False)
        if name == "report-forward":
            make.put_forward(report, ana, words="It ended.")


def test_what_became_public_before_is_not_said_again(ana, bo):
    report = make.published(ana, bo, make.running(points=(make.WEAK,)), publish_on=TODAY, why="Known.")
    make.save(report, bo, outcome="lost")
    make.release(report, bo, ana, words="It ended.")
    make.save(report, bo, title="Better")
    assert "become" not in parted(ana, "report-forward", report)[0]


def test_while_it_goes_on_nothing_is_said_to_become_public(ana, bo):
    report = make.report(ana, make.running(points=(make.WEAK,)))
    told, preview = parted(ana, "report-forward", report)
    assert ("It is over" in told, "<li>Weak points</li>" in told, make.WEAK.evidence in told + preview) == (
        False, True, False,
    )  # fmt: skip


def test_a_correction_is_read_at_once_and_says_what_was_changed(ana, bo):
    report = make.published(ana, bo)
    make.save(report, bo, title="Night cleaners and porters stop work")
    assert Struggle.objects.get().title == make.TITLE
    make.put_forward(report, bo, words="Porters were there, too.")
    assert send(ana, report).status_code == 302
    struggle = Struggle.objects.get()
    assert (struggle.title, struggle.corrected_on) == ("Night cleaners and porters stop work", TODAY)
    assert [one.words for one in struggle.corrections.all()] == ["Porters were there, too."]
    assert not make.fresh(report).changed_since


def test_what_was_changed_after_the_first_yes_is_not_released(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    make.save(report, bo, title="Other")
    assert send(bo, report, seen="1").status_code == 200
    assert Struggle.objects.count() == 0


def test_what_was_said_to_the_second_reader_is_erased_afterwards(ana, bo):
    report = make.published(ana, bo)
    assert (report.forward, SealedItem.objects.filter(kind="reports.forward").count()) == (None, 0)


@pytest.mark.parametrize("deed", ["release", "withdraw"])
def test_the_second_reader_is_told_what_was_said(ana, bo, deed):
    report = make.published(ana, bo)
    make.save(report, ana, title="Better")
    make.put_forward(report, ana, words="It was not the hospital.", deed=deed)
    html = bo.client.get(make.at("report-release", bo, report.pk)).content.decode()
    assert "It was not the hospital." in html
    assert ("Withdraw it in the open?" in html) == (deed == "withdraw")


def test_where_nothing_waits_the_page_leads_back(ana):
    report = make.report(ana)
    answer = ana.client.get(make.at("report-release", ana, report.pk))
    assert answer.url == make.at("report-detail", ana, report.pk)


def test_members_of_another_group_cannot(ana, bo, cem):
    report = make.report(ana)
    make.put_forward(report, ana)
    assert cem.client.post(make.at("report-release", ana, report.pk), {"seen": "1"}).status_code == 404
    assert Struggle.objects.count() == 0


NOT_OVER = "It may still go on: nobody wrote how it ended."


def ago(days):
    return TODAY - timedelta(days=days)


def unsaid(began, precision="day"):
    """One of which nobody wrote whether it is over."""
    values = {"outcome": "unknown", "seen_going_on": None, "started_on": began, "started_precision": precision}
    return make.running(points=(make.WEAK,), **values)


@pytest.mark.parametrize(("days", "waits"), [(1, True), (30, True), (31, False)])
def test_what_began_lately_and_nobody_wrote_how_it_ended_is_treated_as_going_on(ana, bo, days, waits):
    report = make.report(ana, unsaid(ago(days)))
    html = ana.client.get(make.at("report-forward", ana, report.pk)).content.decode()
    asked = "When can strangers read it?"
    assert [words in html for words in (NOT_OVER, asked, "<li>Weak points</li>")] == [waits] * 3
    make.release(report, ana, bo)
    struggle = make.fresh(report).struggle
    day = TODAY + timedelta(days=7) if waits else TODAY
    assert (struggle.publish_on, struggle.withheld, struggle.points.count()) == (day, int(waits), int(not waits))


def test_a_year_or_a_month_may_mean_yesterday(ana):
    first = TODAY.replace(day=1)
    for precision, day in (("month", first), ("year", first.replace(month=1))):
        report = make.report(ana, unsaid(day, precision))
        assert NOT_OVER in ana.client.get(make.at("report-forward", ana, report.pk)).content.decode()


def test_once_its_end_is_written_what_was_kept_back_is_shown_to_both_and_released(ana, bo):
    report = make.report(ana, unsaid(ago(1)))
    make.release(report, ana, bo, publish_on=TODAY, why="Known.")
    make.save(report, bo, ended_on=TODAY)
    told, _preview = parted(ana, "report-forward", report)
    assert (OVER in told, make.WEAK.evidence in told, NOT_OVER in told) == (True, True, False)
    make.release(report, bo, ana, words="It ended.")
    assert make.fresh(report).struggle.points.count() == 1


def test_what_is_marked_is_kept_back_too_while_nobody_wrote_how_it_ended(ana, bo):
    draft = Draft(unsaid(ago(1)), kept=frozenset({"account"}))
    report = begin_report(ana.seat, draft, now=timezone.now())
    make.release(report, ana, bo, publish_on=TODAY, why="Known.")
    struggle = make.fresh(report).struggle
    assert (struggle.account, struggle.withheld, struggle.outcome) == ("", 2, "unknown")
