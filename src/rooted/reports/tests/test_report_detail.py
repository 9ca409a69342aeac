"""reports:report-detail, how far a report is, what it holds, what comes next."""

import pytest
from django.utils import timezone

from rooted.reports.models import Version
from rooted.reports.tests import make


def shown(member, report):
    return member.client.get(make.at("report-detail", member, report.pk))


def rungs(member, report):
    return [(rung.stage, rung.done) for rung in shown(member, report).context["rungs"]]


def test_a_line_alone_is_begun_and_nothing_else(ana):
    report = make.report(ana, sources=(), account="")
    stages = ("sourced", "drafted", "forward", "cleared", "published")
    assert rungs(ana, report) == [("stub", True), *((stage, False) for stage in stages)]


def test_the_whole_path(ana, bo):
    report = make.report(ana)
    assert [stage for stage, done in rungs(ana, report) if done] == ["stub", "sourced", "drafted"]
    make.put_forward(report, ana)
    assert [stage for stage, done in rungs(bo, report) if done][-1] == "forward"
    make.put_forward(make.report(ana), bo)
    made = make.published(ana, bo)
    assert [stage for stage, done in rungs(bo, made) if done][-1] == "published"
    make.save(made, bo, title="Better")
    make.release(made, bo, ana, words="The title.")
    assert rungs(ana, made)[-1] == ("corrected", True)
    make.release(made, ana, bo, deed="withdraw", words="It was wrong.")
    assert rungs(ana, made)[-1] == ("withdrawn", True)


def test_what_runs_is_cleared_and_published_on_its_day(ana, bo):
    report = make.published(ana, bo, make.running())
    last = shown(ana, report).context["rungs"][-1]
    assert (last.stage, last.done, last.on) == ("published", False, report.struggle.publish_on)


def test_the_steps_say_what_is_filled_in(ana):
    steps = {step.name: step.filled for step in shown(ana, make.report(ana)).context["steps"]}
    assert [name for name, filled in steps.items() if filled] == [
        "what", "whom", "did", "ends", "account", "sources",
    ]  # fmt: skip


def test_who_put_it_forward_is_told_to_wait_and_the_other_to_read(ana, bo):
    report = make.report(ana)
    make.put_forward(report, ana)
    pages = [shown(member, report).content.decode() for member in (ana, bo)]
    link = make.at("report-release", ana, report.pk)
    assert [link in page for page in pages] == [False, True]
    assert "Ana put it forward on" in pages[1]


def test_a_withdrawal_that_waits_is_called_one(ana, bo):
    report = make.published(ana, bo)
    make.put_forward(report, ana, deed="withdraw", words="A name stood in it.")
    mine, other = (shown(member, report).content.decode() for member in (ana, bo))
    assert ("You proposed on" in mine, "Take it back" in mine, "put it forward" in mine) == (True, True, False)
    assert ("Ana proposed on" in other, make.at("report-release", bo, report.pk) in other) == (True, True)


def test_what_is_kept_back_is_named_for_members_alone(ana, bo):
    report = make.published(ana, bo, make.running(points=(make.WEAK,)))
    assert "<li>Weak points</li>" in shown(ana, report).content.decode()
    assert report.struggle.withheld == 1
    assert report.struggle.points.count() == 0


def test_a_version_put_in_the_place_of_another_is_not_read_as_it(ana):
    one, other = make.report(ana, title="one"), make.report(ana, title="other")
    mine, theirs = (Version.objects.get(report=report) for report in (one, other))
    items = mine.item_id, theirs.item_id
    Version.objects.filter(pk=mine.pk).delete()
    Version.objects.filter(pk=theirs.pk).update(item_id=items[0])
    assert "This cannot be opened." in shown(ana, other).content.decode()


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    report = make.report(ana)
    for number in range(count):
        make.save(report, ana, title=f"title {number}", now=timezone.now())
    with django_assert_num_queries(6):
        shown(ana, report)


def test_members_of_another_group_cannot(ana, cem):
    report = make.report(ana)
    assert cem.client.get(make.at("report-detail", ana, report.pk)).status_code == 404
    assert cem.client.get(make.at("report-detail", cem, report.pk)).status_code == 404
