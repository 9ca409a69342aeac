"""intake:letter-counts, numbers that name nobody."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread, erase_thread, reopen_thread
from rooted.intake.models import Tally, Thread
from rooted.intake.tests import make

URL = reverse("intake:letter-counts", args=["docks"])


def close(member, thread, outcome):
    close_thread(thread, today=timezone.now().date(), seat=member.seat, outcome=outcome)


def shown(member):
    months = member.client.get(reverse("intake:letter-counts", args=["docks"])).context["months"]
    return [
        (month.first, month.all, month.waiting, dict(month.tables[0][1]) if month.tables else {}) for month in months
    ]


def test_a_letter_counts_once_where_it_stands_now(ana):
    this = timezone.now().date().replace(day=1)
    thread = make.answered(ana)
    make.thread(ana.group)
    assert shown(ana) == [(this, 2, 1, {"Answered": 1})]
    close(ana, thread, "met")
    reopen_thread(thread)
    close(ana, thread, "member")
    close(ana, thread, "other")
    assert shown(ana) == [(this, 2, 1, {"Became a member": 1})]


def test_by_month_kind_and_language(ana):
    for month, language in ((5, "ro"), (5, "ar"), (6, "ro")):
        at = datetime(2026, month, 3, tzinfo=UTC)
        close(ana, make.thread(ana.group, now=at, language=language, brings="work"), "referred")
    june, may = ana.client.get(URL).context["months"]
    assert (june.first.month, june.all, may.all) == (6, 1, 2)
    assert [dict(lines) for _title, lines in may.tables] == [
        {"Referred to others": 2},
        {"About a workplace": 2},
        {"Romanian": 1, "Arabic": 1},
    ]


def test_erasing_leaves_the_number_and_nothing_else(ana):
    thread = make.answered(ana)
    erase_thread(thread)
    assert (Thread.objects.count(), [row[1] for row in shown(ana)]) == (0, [1])
    content = ana.seat.keys.read(Tally.objects.get().item)
    assert content == {"counts": {"answered|trouble|en": 1}}


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.answered(ana)
    with django_assert_num_queries(5):
        page = ana.client.get(URL)
    assert page.context["months"][0].all == count


def test_nobody_else_can(ana, cem, stranger):
    assert (cem.client.get(URL).status_code, stranger.get(URL).status_code) == (404, 403)
