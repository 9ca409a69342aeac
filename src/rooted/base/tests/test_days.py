"""A day has begun for everyone once it has where it comes last."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from rooted.base.days import begun_everywhere

ZONES = [ZoneInfo(name) for name in sorted(available_timezones()) if "/" in name and not name.startswith("Etc/")]
DAYS = [datetime(2027, 1, 15, tzinfo=UTC), datetime(2027, 7, 15, tzinfo=UTC)]  # with and without summer time


@pytest.mark.parametrize("start", DAYS, ids=["winter", "summer"])
def test_it_is_never_before_anybody_lives_that_day_and_at_most_three_hours_after_it(start):
    for minutes in range(29, 24 * 60, 30):
        now = start + timedelta(minutes=minutes)
        day, lived = begun_everywhere(now), [now.astimezone(zone) for zone in ZONES]
        assert [there for there in lived if day > there.date()] == []
        assert [there for there in lived if day < (there - timedelta(hours=25)).date()] == []


def test_in_honolulu_what_burns_on_friday_is_there_on_thursday_evening():
    honolulu = ZoneInfo("Pacific/Honolulu")
    moments = [datetime(2026, 11, 26, 23, 59, tzinfo=honolulu), datetime(2026, 11, 27, 1, tzinfo=honolulu)]
    assert [begun_everywhere(one.astimezone(UTC)).isoformat() for one in moments] == ["2026-11-26", "2026-11-27"]
