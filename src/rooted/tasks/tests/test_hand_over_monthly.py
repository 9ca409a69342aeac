"""tasks:hand-over-monthly, being reminded at the first of each month."""

from datetime import date

import pytest

from rooted.tasks import handover
from rooted.tasks.models import HandOver
from rooted.tasks.tests import make


def test_it_is_wanted_and_no_longer(ana):
    make.post(ana, "hand-over-monthly")
    wanted = HandOver.objects.get().wanted_on
    make.post(ana, "hand-over-monthly", remind="no")
    assert (wanted, HandOver.objects.get().wanted_on) == (make.today(), None)


@pytest.mark.parametrize(
    ("wanted", "printed", "today", "since"),
    [
        (None, None, date(2026, 12, 1), None),
        (date(2026, 11, 22), None, date(2026, 11, 30), None),
        (date(2026, 11, 22), None, date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 11, 22), None, date(2026, 12, 20), date(2026, 12, 1)),
        (date(2026, 11, 22), date(2026, 12, 3), date(2026, 12, 20), None),
        (date(2026, 11, 22), date(2026, 12, 3), date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_it_is_due_from_the_first_until_it_is_printed(ana, wanted, printed, today, since):
    HandOver.objects.create(group=ana.group, wanted_on=wanted, printed_on=printed)
    assert handover.due_since(ana.group, today=today) == since


def test_wanting_it_twice_keeps_the_first_day(ana):
    handover.want_monthly(ana.group, today=make.in_days(-40))
    handover.want_monthly(ana.group, today=make.today())
    assert HandOver.objects.get().wanted_on == make.in_days(-40)


def test_others_change_nothing(ana, cem):
    assert cem.client.post(make.at("hand-over-monthly", ana)).status_code == 404
    assert HandOver.objects.count() == 0
