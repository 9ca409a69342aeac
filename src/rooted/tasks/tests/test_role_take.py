"""tasks:role-take, holding a role for some months, and renewing it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from rooted.tasks import roles
from rooted.tasks.models import Holding
from rooted.tasks.tests import make


def test_it_is_held_for_the_months_chosen(ana):
    role = make.role(ana)
    answer = make.post(ana, "role-take", role.pk, months="3")
    held = Holding.objects.get()
    assert (answer.url, held.seat_id) == (make.at("role-list", ana), ana.seat.pk)
    assert held.ends_on == roles.months_after(make.today(), 3)


def test_two_hold_it_side_by_side(ana, bo):
    role = make.role(ana)
    for member in (ana, bo):
        make.post(member, "role-take", role.pk, months="6")
    assert Holding.objects.count() == 2


def test_taking_it_again_renews_it_counted_from_today(ana):
    role = make.role(ana)
    make.holding(ana, role, months=3)
    page = make.page(ana, "role-take", role.pk)
    make.post(ana, "role-take", role.pk, months="12")
    assert "Renew it, counted from today" in page
    assert [held.ends_on for held in Holding.objects.all()] == [roles.months_after(make.today(), 12)]


def test_nobody_holds_a_role_for_longer_than_a_year_at_once(ana):
    role = make.role(ana)
    assert make.post(ana, "role-take", role.pk, months="13").status_code == 200
    with pytest.raises(ValidationError):
        make.holding(ana, role, months=13)
    assert Holding.objects.count() == 0


@pytest.mark.parametrize(
    ("today", "months", "wanted"),
    [
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 5, 31), 1, date(2026, 6, 30)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(today, months, wanted):
    assert roles.months_after(today, months) == wanted


def test_a_role_that_was_erased_meanwhile_is_not_taken(ana):
    role = make.role(ana)
    roles.erase_role(role)
    with pytest.raises(ValidationError):
        make.holding(ana, role)


def test_looking_takes_nothing_and_others_cannot(ana, cem):
    role = make.role(ana)
    make.page(ana, "role-take", role.pk)
    assert make.post(cem, "role-take", role.pk, months="3").status_code == 404
    assert Holding.objects.count() == 0
