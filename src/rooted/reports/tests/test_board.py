"""Reports on the notice board, among the parts, and as a step."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.reports import board
from rooted.reports.models import Report
from rooted.reports.tests import make
from rooted.struggles.actions import merge_struggles
from rooted.struggles.tests import make as chronicle

TODAY = timezone.localdate()
AT_ONCE = {"publish_on": TODAY, "why": "It is known."}


def ago(days):
    return TODAY - timedelta(days=days)


def shown(member):
    return [line.title for line in board.lines(member.seat)]


def test_a_second_reader_is_asked_for_but_not_who_put_it_forward(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    (line,) = board.lines(bo.seat)
    assert (line.title, line.who, line.when) == (
        f"A second reader is needed: {make.TITLE}", "Ana put it forward.", TODAY,
    )  # fmt: skip
    assert line.url == make.at("report-release", bo, report.pk)
    assert shown(ana) == []


def test_a_second_member_is_asked_to_withdraw(ana, bo):
    report = make.published(ana, bo)
    make.put_forward(report, ana, deed="withdraw", words="A name stood in it.")
    assert shown(bo) == [f"A second member is needed to withdraw it: {make.TITLE}"]


def test_what_waits_for_its_day_is_shown_to_everyone_until_one_stops_it_or_it_is_there(ana, bo):
    report = make.published(ana, bo, make.running())
    day = TODAY + timedelta(days=7)
    for member in (ana, bo):
        (line,) = board.lines(member.seat)
        assert (line.title, line.when) == (f"Strangers will read this: {make.TITLE}", day)
        assert line.url == make.at("report-detail", member, report.pk)
    bo.client.post(make.at("report-take-back", bo, report.pk), {"stop": "yes"})
    assert shown(ana) == []
    make.published(ana, bo, make.running(), **AT_ONCE)
    assert shown(ana) == []


def test_what_waits_for_its_day_is_called_as_strangers_will_read_it(ana, bo):
    report = make.published(ana, bo, make.running())
    make.save(report, ana, title="What only the desk says")
    assert shown(bo) == [f"Strangers will read this: {make.TITLE}"]


def test_once_it_is_over_it_asks_for_what_was_kept_back(ana, bo):
    report = make.published(ana, bo, make.running(points=(make.WEAK,)), **AT_ONCE)
    before = shown(ana)
    make.save(report, ana, outcome="lost")
    (line,) = board.lines(bo.seat)
    assert (before, line.title) == ([], f"It is over. Release what was kept back: {make.TITLE}")
    assert line.url == make.at("report-forward", bo, report.pk)
    make.release(report, ana, bo, words="It ended.")
    assert shown(bo) == []


@pytest.mark.parametrize(("days", "asked"), [(13, False), (14, True)])
def test_what_nobody_looked_at_for_two_weeks_is_asked_about(ana, bo, days, asked):
    make.published(ana, bo, make.running(started_on=ago(40), seen_going_on=ago(days)), **AT_ONCE)
    assert shown(ana) == ([f"Does it still go on? {make.TITLE}"] if asked else [])


@pytest.mark.parametrize(("days", "asked"), [(13, False), (14, True)])
def test_of_what_was_kept_back_because_nobody_wrote_how_it_ended_it_asks_too(ana, bo, days, asked):
    unsaid = make.running(points=(make.WEAK,), outcome="unknown", seen_going_on=None, started_on=ago(days))
    report = make.published(ana, bo, unsaid, **AT_ONCE)
    assert shown(bo) == ([f"Does it still go on? {make.TITLE}"] if asked else [])
    make.save(report, ana, outcome="lost")
    assert shown(bo) == [f"It is over. Release what was kept back: {make.TITLE}"]


@pytest.mark.parametrize(
    ("days", "titles"),
    [
        (90, []),
        (91, [f"How does it look after three months? {make.TITLE}"]),
        (210, [f"How does it look after three months? {make.TITLE}"]),
        (211, []),
        (365, [f"How does it look after twelve months? {make.TITLE}"]),
        (600, []),
    ],
)
def test_three_and_twelve_months_after_the_end_it_asks_how_it_looks(ana, bo, days, titles):
    make.published(ana, bo, make.record(started_on=ago(days), ended_on=ago(days)))
    assert shown(ana) == titles


def test_of_what_was_merged_nobody_is_asked_how_it_looks(ana, bo):
    ended = make.record(started_on=ago(100), ended_on=ago(100))
    stands, yields = (make.published(ana, bo, ended).struggle for _ in range(2))
    merge_struggles(yields, into=stands)
    assert shown(ana) == [f"How does it look after three months? {make.TITLE}"]


def test_what_was_answered_is_not_asked_again(ana, bo):
    make.published(ana, bo, make.record(started_on=ago(100), ended_on=ago(100), outcome_after_3="lost"))
    assert shown(ana) == []


def test_a_record_that_never_lay_on_the_desk_is_asked_about_too(ana):
    struggle = chronicle.struggle(ana.group, started_on=ago(100), ended_on=ago(100))
    (line,) = board.lines(ana.seat)
    assert line.url == make.at("report-correct", ana, struggle.public_id)


def test_the_part_counts_what_waits_for_this_member(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    assert [board.parts(member.seat)[0].count for member in (ana, bo)] == [0, 1]
    assert [board.parts(member.seat)[0].used for member in (ana, bo)] == [True, True]


def test_the_step_is_done_with_the_first_report_or_record(ana, cem):
    before = board.steps(ana.seat)[0].done
    make.report(ana)
    chronicle.struggle(cem.group)
    assert [before, board.steps(ana.seat)[0].done, board.steps(cem.seat)[0].done] == [False, True, True]


def test_another_group_sees_nothing(ana, bo, cem):
    make.put_forward(make.report(ana), ana)
    make.published(ana, bo, make.record(started_on=ago(100), ended_on=ago(100)))
    assert (shown(cem), board.parts(cem.seat)[0].used) == ([], False)


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, bo, count, django_assert_num_queries):
    for _ in range(count):
        make.put_forward(make.report(ana), ana)
    ended = make.record(started_on=ago(100), ended_on=ago(100))
    for _ in range(count):
        make.published(ana, bo, ended)
    assert Report.objects.count() == 2 * count
    seat = bo.seat
    with django_assert_num_queries(5):
        board.lines(seat)


def test_where_nothing_waits_the_board_s_one_statement_is_enough(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(1):
        said = board.lines(seat), [part.used for part in board.parts(seat)], [one.done for one in board.steps(seat)]
    assert said == ([], [False], [False])
