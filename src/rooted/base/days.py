"""Days as those live them who were promised one, wherever they live."""

from datetime import date, datetime, timedelta

LAST = timedelta(hours=11)  # behind UTC: where a day begins last (Samoa, Niue)


def begun_everywhere(now: datetime) -> date:
    """The day that has begun for everyone: what burns "on" it burns then, for nobody before the day that was promised.

    `now` in UTC. From Chile to the Philippines it is still that day; at most three hours into the next one in Kiribati.
    """
    return (now - LAST).date()
