"""reports:report-forward, what strangers will read, and the first yes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.records.record import Point, Source
from rooted.reports.actions import forward_of
from rooted.reports.sealed import FORWARD
from rooted.reports.tests import make
from rooted.reports.tests.test_report_write import FULL


def url(member, report):
    return make.at("report-forward", member, report.pk)


def send(member, report, **typed):
    return member.client.post(url(member, report), {"seen": str(make.fresh(report).number)} | typed)


def test_it_shows_the_record_as_it_will_stand_and_what_may_identify(ana):
    points = (make.WEAK, Point("strong", words="Both shifts", evidence="Maria Lopez said so."))
    html = ana.client.get(url(ana, make.report(ana, make.running(points=points)))).content.decode()
    shown = ["Merrowgate Hospital", "Both shifts", "Told by two who took part", "Perhaps the name of a person"]
    assert [text in html for text in shown] == [True] * 4
    assert ["Isolated" in html, "The day shift went in." in html] == [False, False]
    assert "<li>Weak points</li>" in html


def test_of_letters_without_capitals_it_says_that_names_hide_there(ana):
    for account, said in (("قالت فاطمة لا", True), ("Anna said no", False)):
        html = ana.client.get(url(ana, make.report(ana, account=account))).content.decode()
        assert ("letters that have no capitals" in html) is said


def test_of_what_is_over_it_asks_whether_one_can_still_support_it(ana):
    until = {"support": "Come to the gate.", "support_until": timezone.localdate() + timedelta(days=3)}
    for record, asked in ((make.record(**until), True), (make.running(**until), False), (make.record(), False)):
        html = ana.client.get(url(ana, make.report(ana, record))).content.decode()
        assert ("Take that out if it no longer holds." in html) is asked


def test_the_first_yes_waits_for_another_member(ana):
    report = make.report(ana)
    assert send(ana, report).url == make.at("report-detail", ana, report.pk)
    row = make.fresh(report)
    assert (row.forward_seat_id, row.forward_on, row.struggle) == (ana.seat.pk, timezone.localdate(), None)
    assert set(ana.seat.keys.read(row.forward, FORWARD)) == set(FORWARD.fields)


@pytest.mark.parametrize(
    ("sources", "participant", "enough"),
    [(0, True, False), (1, False, False), (1, True, True), (2, False, True)],
)
def test_two_sources_or_one_and_somebody_who_took_part(ana, sources, participant, enough):
    report = make.report(ana, sources=())
    rows = {f"sources-{number}-text": "x" for number in range(sources)}
    make.send(report, ana, "sources", **rows, **({"participant": "on"} if participant else {}))
    assert (send(ana, report).status_code == 302) == enough
    assert (make.fresh(report).forward is not None) == enough


def test_an_account_is_not_needed(ana):
    assert send(ana, make.report(ana, account="")).status_code == 302


def test_of_what_runs_the_day_can_be_chosen_with_a_sentence_why(ana):
    day = timezone.localdate() + timedelta(days=2)
    for when, expected in (("usual", None), ("now", timezone.localdate()), ("day", day)):
        report = make.report(ana, make.running())
        send(ana, report, when=when, publish_on=day.isoformat(), why="It is known.")
        said = forward_of(make.fresh(report), ana.seat)
        assert (said.publish_on, said.why) == (expected, "" if when == "usual" else "It is known.")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"when": "now"}, "why"),
        ({"when": "day", "why": "x"}, "publish_on"),
        ({"when": "day", "why": "x", "publish_on": "2001-01-01"}, "__all__"),
        ({"when": "never"}, "when"),
        ({}, "when"),
        ({"when": "now", "why": "x" * 501}, "why"),
    ],
)
def test_what_is_missing_is_said(ana, typed, field):
    report = make.report(ana, make.running())
    form = send(ana, report, **typed).context["form"]
    assert list(form.errors) == [field]
    assert make.fresh(report).forward is None


def test_of_what_is_over_no_day_is_asked(ana):
    form = ana.client.get(url(ana, make.report(ana))).context["form"]
    assert list(form.fields) == ["seen"]


def test_a_correction_says_what_was_changed(ana, bo):
    report = make.published(ana, bo)
    assert "Nothing was changed" in str(send(ana, report, words="x").context["form"].errors)
    make.save(report, ana, title="Better")
    assert list(send(ana, report).context["form"].errors) == ["words"]
    assert send(ana, report, words="The title was wrong.").status_code == 302


def test_who_has_not_seen_the_newest_version_is_refused(ana, bo):
    report = make.report(ana)
    make.save(report, bo, title="Better")
    form = send(ana, report, seen="1").context["form"]
    assert list(form.errors) == ["__all__"]
    assert make.fresh(report).forward is None


def test_once_it_is_put_forward_the_page_is_the_second_readers(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    assert bo.client.get(url(bo, report)).url == make.at("report-release", bo, report.pk)
    assert list(send(bo, report).context["form"].errors) == ["__all__"]


def test_hostile_words_are_shown_as_words(ana):
    evil = "<script>alert(1)</script>"
    sources = (Source(text=evil), Source("javascript:alert(1)"))
    report = make.report(ana, title=evil, account=evil, points=(Point("strong", words=evil),), sources=sources)
    html = ana.client.get(url(ana, report)).content.decode()
    assert [evil in html, 'href="javascript' in html] == [False, False]


def test_members_of_another_group_cannot(ana, cem):
    report = make.report(ana)
    assert cem.client.post(url(ana, report), {"seen": "1"}).status_code == 404
    assert make.fresh(report).forward is None


def test_the_page_shows_the_very_record_that_strangers_read_afterwards(ana, bo, stranger):
    report = make.report(ana, FULL)
    shown = ana.client.get(url(ana, report)).context["told"]
    struggle = make.release(report, ana, bo, publish_on=timezone.localdate(), why="Known.")
    read = stranger.get(struggle.get_absolute_url()).context["told"]
    assert (shown.facts, shown.answers, shown.support) == (read.facts, read.answers, read.support)
    assert [step.days for step in shown.actions] == [step.days for step in read.actions]
    points = [[(name, [word.words for word in words]) for name, words in told.points] for told in (shown, read)]
    assert points[0] == points[1]
