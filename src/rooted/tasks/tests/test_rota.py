"""tasks:rota, the days to come; and the days a duty falls on."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from rooted.base import jobs
from rooted.tasks import rota
from rooted.tasks.models import Duty, Slot
from rooted.tasks.tests import make

MONDAY = date(2026, 11, 23)


def rows(member, query=""):
    return member.client.get(make.at("rota", member, query=query)).context["rows"]


def days(weekdays, every, starts_on=MONDAY, first=MONDAY):
    duty = Duty(weekdays=rota.bits_of(weekdays), every_weeks=every, starts_on=starts_on)
    return [(day - MONDAY).days for day in rota.days_of(duty, first)]


def test_an_empty_rota_says_what_comes_next(ana):
    assert "Agree on one weekly hour" in make.page(ana, "rota")


@pytest.mark.parametrize(
    ("weekdays", "every", "wanted"),
    [
        ([2], 1, [2, 9, 16, 23, 30, 37, 44, 51]),
        ([0, 6], 2, [0, 6, 14, 20, 28, 34, 42, 48]),
        ([3], 4, [3, 31]),
        (list(range(7)), 1, list(range(56))),
    ],
)
def test_a_duty_falls_on_its_weekdays_every_so_many_weeks(weekdays, every, wanted):
    assert days(weekdays, every) == wanted


def test_the_weeks_are_counted_from_the_first_day_wherever_one_looks_from():
    thursday = MONDAY + timedelta(days=3)
    assert days([0, 3], 2, starts_on=thursday) == [3, 14, 17, 28, 31, 42, 45]
    assert days([0, 3], 2, starts_on=thursday, first=MONDAY + timedelta(days=16))[:3] == [17, 28, 31]


def test_weekdays_come_back_as_they_went_in():
    assert [rota.weekdays_in(rota.bits_of(some)) for some in ([0], [6, 2], list(range(7)))] == [
        [0],
        [2, 6],
        list(range(7)),
    ]


def test_each_day_says_what_at_what_hour_and_who(ana, bo):
    slot = make.held(ana, days=0)
    said = {member.name: rows(member)[0] for member in (ana, bo)}
    assert {(row.slot, row.name, row.hour) for row in said.values()} == {(slot, "Phone", "18:00")}
    assert {name: row.who for name, row in said.items()} == {"ana": "You have it.", "bo": "Ana has it."}


def test_days_gone_by_are_not_shown(ana):
    make.duty(ana)
    Slot.objects.filter(day=make.today()).update(day=make.in_days(-1))
    assert rows(ana)[0].slot.day == make.in_days(1)


def test_one_can_look_at_the_days_that_need_somebody(ana, bo):
    kept = make.held(ana, days=0, weekdays=[make.today().weekday()])
    given = make.held(bo, days=0, kind="door", weekdays=[make.today().weekday()])
    rota.offer_slot(given, seat=bo.seat, today=make.today())
    shown = {row.slot.pk for row in rows(ana, "?only=nobody")}
    assert (kept.pk in shown, given.pk in shown, len(shown)) == (False, True, 15)


def test_nobody_else_sees_it(ana, cem, stranger):
    make.duty(ana)
    assert cem.client.get(make.at("rota", ana)).status_code == 404
    assert stranger.get(make.at("rota", ana)).status_code == 403
    assert rows(cem) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.duty(ana, f"Duty {number}", weekdays=[make.today().weekday()])
    with django_assert_num_queries(7):
        page = ana.client.get(make.at("rota", ana))
    assert len(page.context["rows"]) == min(count * 8, 50)


def test_a_duty_that_cannot_be_opened_breaks_nothing(ana):
    one, other = make.duty(ana, "one"), make.duty(ana, "other")
    other.item.ciphertext = one.item.ciphertext
    other.item.save()
    assert sorted({row.name for row in rows(ana)}) == ["This duty cannot be opened.", "one"]


def test_the_job_reaches_eight_weeks_ahead_again_and_again_without_doubles(ana):
    make.duty(ana)
    kind = jobs._kinds["rota-slots"]
    assert (kind.every, kind.outside) == (timedelta(hours=12), True)
    for weeks in (1, 1, 3):
        kind.act(now=timezone.now() + timedelta(weeks=weeks))
    reached = list(Slot.objects.order_by("day").values_list("day", flat=True))
    assert reached == [make.in_days(number) for number in range(56 + 21)]


def test_the_job_opens_nothing_and_leaves_who_has_what(ana):
    slot = make.held(ana)
    ana.group.circle.wraps.all().delete()  # no key is left to anybody
    rota.make_all_slots(make.today())
    assert make.fresh(slot).held_by_id is not None


def test_days_are_erased_after_sixty_days(ana):
    make.duty(ana)
    assert [rota.erase_old_slots(make.in_days(number)) for number in (59, 60, 60)] == [0, 1, 0]
