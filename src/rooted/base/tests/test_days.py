"""A day has begun for everyone once it has where it comes last."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from rooted.base.days import begun_everywhere

ZONES = [ZoneInfo(name) for name in sorted(available_timezones()) if "/" in name and not name.startswith("Etc/")]
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS, st.sampled_from(ZONES))
def test_it_is_never_before_anybody_lives_that_day_and_at_most_three_hours_after_it(now, zone):
    day = begun_everywhere(now)
    assert day <= now.astimezone(zone).date()
    assert day >= (now.astimezone(zone) - timedelta(hours=25)).date()


def test_in_honolulu_what_burns_on_friday_is_there_on_thursday_evening():
    honolulu = ZoneInfo("Pacific/Honolulu")
    moments = [datetime(2026, 11, 26, 20, tzinfo=honolulu), datetime(2026, 11, 27, 1, tzinfo=honolulu)]
    assert [begun_everywhere(one.astimezone(UTC)).isoformat() for one in moments] == ["2026-11-26", "2026-11-27"]
