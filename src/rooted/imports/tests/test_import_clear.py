"""The second member publishes an import as one act; the worker does it in pieces."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.base.jobs import ensure_periodic
from rooted.base.models import Job
from rooted.imports.actions import clear_batch, put_forward
from rooted.imports.tests import make
from rooted.mappings.shape import Mapping, Rule
from rooted.struggles.jobs import publish_due
from rooted.struggles.models import Struggle

TODAY = timezone.localdate()


@pytest.fixture
def batch(ana, docks):
    batch = make.batch(docks, make.entries(3))
    put_forward(batch, seat=ana.seat.pk)
    return batch


def url(batch):
    return reverse("imports:import-clear", args=[batch.group.address, batch.pk])


def test_another_member_publishes_all_records(bo, stranger, batch):
    answer = bo.client.post(url(batch))
    assert "0 of 3 records." in bo.client.get(make.page(batch)).content.decode()
    make.worker()
    found = stranger.get(reverse("struggles:struggle-list"), {"q": "riders"}).context["page"].paginator.count
    assert (answer.status_code, Struggle.objects.public().count(), found) == (302, 3, 3)
    assert set(Struggle.objects.values_list("byline", flat=True)) == {"Docks"}


def test_the_day_of_the_whole_is_written_down_when_none_is_left(bo, batch):
    bo.client.post(url(batch))
    batch.refresh_from_db()
    assert (batch.published_on, bool(batch.cleared_on)) == (None, True)
    make.worker()
    batch.refresh_from_db()
    assert batch.published_on == batch.cleared_on


def test_once_it_is_published_it_is_compared_with_others_at_once(bo, batch):
    ensure_periodic(timezone.now())
    Job.objects.update(run_after=timezone.now() + timedelta(minutes=50))
    bo.client.post(url(batch))
    make.worker()
    assert Job.objects.get(once="doubles-look").run_after > timezone.now() + timedelta(minutes=55)  # it was done, once


def test_the_member_who_put_it_forward_cannot_publish_it(ana, batch):
    answer = ana.client.post(url(batch))
    make.worker()
    assert (answer.status_code, Struggle.objects.public().count()) == (409, 0)
    assert "Ask another member to read and publish it." in answer.content.decode()


def test_the_first_reader_is_not_offered_the_button(ana, bo, batch):
    pages = [member.client.get(make.page(batch)).content.decode() for member in (ana, bo)]
    assert [url(batch) in page for page in pages] == [False, True]


def test_what_nobody_put_forward_cannot_be_published(bo, docks):
    batch = make.batch(docks, make.entries(1))
    assert (bo.client.post(url(batch)).status_code, Struggle.objects.public().count()) == (409, 0)


def test_a_second_time_changes_nothing(bo, batch):
    answers = [bo.client.post(url(batch)).status_code for _ in range(2)]
    make.worker()
    assert (answers, Struggle.objects.public().count()) == ([302, 409], 3)


def test_weak_points_of_a_running_action_are_not_read_by_strangers(stranger, docks):
    rules = (Rule("day", "started"), Rule("end", "outcome"), Rule("weak", "point-weak"))
    rows = "day,end,weak\n2020-03-04,goes on,Gate two sleeps\n"
    plan = Mapping("own-1", "Boats", rules=rules)
    (struggle,) = make.imported(docks, rows, name="list.csv", mapping=plan, running_at_once=True)
    text = stranger.get(struggle.get_absolute_url()).content.decode()
    assert ("Some of it is kept back while this goes on." in text, "Gate two" in text) == (True, False)
    assert (struggle.points.count(), struggle.withheld) == (0, 1)


def test_others_and_plain_links_change_nothing(bo, cem, stranger, batch):
    answers = [cem.client.post(url(batch)), stranger.post(url(batch)), bo.client.get(url(batch))]
    make.worker()
    assert ([answer.status_code for answer in answers], Struggle.objects.public().count()) == ([404, 403, 405], 0)


def test_an_imported_record_says_where_from_and_that_nobody_checked_it(stranger, docks):
    (struggle,) = make.imported(docks, make.entries(1, date="2019/04/01"))
    text = stranger.get(struggle.get_absolute_url()).content.decode()
    assert "Imported from Collective Action in Tech (cite Tan, Nedzhvetskaya), not checked by us." in text
    assert "Its number there is 1." in text
    assert "may mean only the month or the year" in text


@pytest.mark.parametrize(("number", "said"), [("", False), ("7", True)])
def test_a_list_without_cite_and_numbers_is_said_without_both(stranger, docks, number, said):
    rules = (Rule("day", "started"), Rule("number", "number"))
    rows = f"day,number\n2019-04-03,{number}\n"
    (struggle,) = make.imported(docks, rows, name="list.csv", mapping=Mapping("own-1", "Boats", rules=rules))
    text = stranger.get(struggle.get_absolute_url()).content.decode()
    assert ("Imported from Boats, not checked by us." in text, "cite" in text) == (True, False)
    assert ("Its number there is 7." in text, "Its number" in text) == (said, said)


RUNNING = (Rule("day", "started"), Rule("end", "outcome"))
YESTERDAY = TODAY - timedelta(days=1)


def of_today(owner, *, running_at_once=False):
    """One that goes on, one that began yesterday and nobody says how it ended, one that is over; released today."""
    rows = f"day,end\n2020-03-04,goes on\n{YESTERDAY.isoformat()},\n2020-03-05,won\n"
    one = make.batch(owner, rows, name="list.csv", mapping=Mapping("own-1", "Boats", rules=RUNNING))
    put_forward(one, seat=1, running_at_once=running_at_once)
    clear_batch(one, seat=2)
    make.worker()
    return one


def published_on(batch):
    rows = batch.struggles.order_by("outcome", "started_on")
    return [(row.outcome, row.published_on, row.publish_on) for row in rows]


def test_what_may_still_go_on_is_published_a_week_later(ana, docks):
    batch, later = of_today(docks), TODAY + timedelta(days=7)
    assert published_on(batch) == [("goes-on", None, later), ("unknown", None, later), ("won", TODAY, TODAY)]
    text = " ".join(ana.client.get(make.page(batch)).content.decode().split())
    assert "2 records may still go on. Anyone can read them from" in text
    publish_due(timezone.now() + timedelta(days=7))
    assert Struggle.objects.public().count() == 3


def test_two_can_decide_to_publish_it_at_once(ana, bo, docks):
    assert {day for _outcome, day, _later in published_on(of_today(docks, running_at_once=True))} == {TODAY}


def test_both_members_are_told_what_may_still_go_on_before_they_say_yes(ana, bo, docks):
    rows = "day,end\n2020-03-04,goes on\n"
    batch = make.batch(docks, rows, name="list.csv", mapping=Mapping("own-1", "Boats", rules=RUNNING))
    assert "1 record may still go on." in " ".join(ana.client.get(make.page(batch)).content.decode().split())
    ana.client.post(reverse("imports:import-forward", args=["docks", batch.pk]), {"at_once": "on"})
    page = bo.client.get(make.page(batch)).content.decode()
    assert "The first member wants them published at once." in page
