"""A private calendar: all-day events that say "Something is due", and nothing else."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext, override
from icalendar import Calendar, Event

from rooted.base import seal
from rooted.nudges.days import due_days
from rooted.nudges.kept import Content, event_name, group_of, is_resting, lookup, put_in_feed, what_is_in_feed
from rooted.nudges.models import Feed

NOBODYS: Content = {"group": "00000000-0000-0000-0000-000000000000", "epoch": 0, "language": "en"}


def calendar_of(address: str) -> tuple[bytes, str] | None:
    """The calendar (RFC 5545) behind this address with its tag, or None; a wrong address costs the same work."""
    feed = Feed.objects.filter(lookup=lookup(address)).first()
    if feed is None:
        feed = Feed()
        feed.blob = put_in_feed(feed, address, NOBODYS)
    try:
        content = what_is_in_feed(feed, address)
    except seal.Closed:
        return None
    group = group_of(content)
    if group is None or is_resting(content, group):
        return None
    with override(content["language"]):
        words = _calendar(address, due_days(group))
    return words, f'"{seal.digest(words, size=16).hex()}"'


def _calendar(address: str, days: list[date]) -> bytes:
    made = Calendar()
    made.add("prodid", "-//calendar//")
    made.add("version", "2.0")
    for day in days:
        event = Event()
        event.add("uid", event_name(address, day))
        event.add("dtstamp", datetime.combine(day, time(), UTC))  # not now: the same days give the same words
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", gettext("Something is due"))
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return made.to_ical()
