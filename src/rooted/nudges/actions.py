"""What members do about nudges, and what the jobs do day by day.

The id of a member's row and the address of their feed stand in their keyring, under the group's id.
"""

import time
from datetime import date, timedelta

from django.db import transaction

from rooted.base.jobs import enqueue
from rooted.circles.actions import checkpoint
from rooted.groups.models import Seat
from rooted.nudges import mail
from rooted.nudges.days import due_days
from rooted.nudges.kept import (
    Content,
    change,
    group_of,
    is_resting,
    lookup,
    new_address,
    opens,
    put_in,
    put_in_feed,
    what_is_in,
    what_is_in_feed,
)
from rooted.nudges.models import Feed, Nudge

KEPT_DAYS = 30  # a row rests so long before it is erased
PAUSE_SECONDS = 0.02


def _mail_name(seat: Seat) -> str:
    return f"nudge {seat.group_id}"


def _feed_name(seat: Seat) -> str:
    return f"feed {seat.group_id}"


def my_nudge(seat: Seat) -> Nudge | None:
    """The member's own wish for mail of this group."""
    kept = seat.keyring.preferences.get(_mail_name(seat), "")
    nudge = Nudge.objects.filter(pk=int(kept)).first() if kept else None
    return nudge if nudge is not None and opens(nudge) else None


def my_feed(seat: Seat) -> tuple[str, Feed | None]:
    """The address of the member's own feed of this group, empty if there is none, and its row."""
    address = seat.keyring.preferences.get(_feed_name(seat), "")
    return address, Feed.objects.filter(lookup=lookup(address)).first() if address else None


def rests(seat: Seat) -> bool:
    """Whether the member's mail or feed of this group waits for them to say "go on"."""
    nudge, (address, feed) = my_nudge(seat), my_feed(seat)
    contents = [what_is_in(nudge)] if nudge else []
    contents += [what_is_in_feed(feed, address)] if feed else []
    return any(is_resting(content, seat.group) for content in contents)


def _wish(seat: Seat, language: str) -> Content:
    return {"group": str(seat.group_id), "epoch": seat.keys.epoch, "language": language}


@transaction.atomic
def ask_for_mail(seat: Seat, *, address: str, language: str) -> Nudge:
    """Mail for this member, from tomorrow's first look on; a former wish of theirs for this group is replaced."""
    stop_mail(seat)
    nudge = Nudge()
    content = _wish(seat, language) | {"address": address, "looked_on": "", "sent_on": "", "rests_since": ""}
    nudge.blob = put_in(nudge, content)
    nudge.save(force_insert=True)
    seat.keyring.prefer(**{_mail_name(seat): str(nudge.pk)})
    transaction.on_commit(checkpoint)  # the log would show the keyring beside the new row
    return nudge


@transaction.atomic
def stop_mail(seat: Seat) -> None:
    """No more mail, and the address erased; a second call does nothing."""
    nudge = my_nudge(seat)
    if nudge is not None:
        nudge.delete()
        seat.keyring.prefer(**{_mail_name(seat): ""})
        transaction.on_commit(checkpoint)


@transaction.atomic
def make_feed(seat: Seat, *, language: str) -> str:
    """A new private calendar; returns its address. A former one of theirs for this group ends at once."""
    stop_feed(seat)
    address = new_address()
    feed = Feed(lookup=lookup(address))
    feed.blob = put_in_feed(feed, address, _wish(seat, language))
    feed.save(force_insert=True)
    seat.keyring.prefer(**{_feed_name(seat): address})
    transaction.on_commit(checkpoint)
    return address


@transaction.atomic
def stop_feed(seat: Seat) -> None:
    """The calendar's address leads nowhere from now on; a second call does nothing."""
    _address, feed = my_feed(seat)
    if feed is not None:
        feed.delete()
        seat.keyring.prefer(**{_feed_name(seat): ""})
        transaction.on_commit(checkpoint)


@transaction.atomic
def go_on(seat: Seat) -> None:
    """The member is still here: mail and feed, resting since somebody left, go on."""
    nudge, (address, feed) = my_nudge(seat), my_feed(seat)
    if nudge is not None:
        change(nudge, epoch=seat.keys.epoch, rests_since="")
    if feed is not None:
        feed.blob = put_in_feed(feed, address, what_is_in_feed(feed, address) | {"epoch": seat.keys.epoch})
        feed.save(update_fields=["blob"])


def look_at_all(today: date) -> int:
    """Once a day for each wish: enqueue its mail if something is due today. Returns how many were enqueued."""
    sent = 0
    for pk in list(Nudge.objects.values_list("pk", flat=True)):
        sent += _look_at(pk, today)
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    return sent


@transaction.atomic
def _look_at(pk: int, today: date) -> bool:
    """Look at one wish unless it was looked at today; says whether its mail was enqueued."""
    nudge = Nudge.objects.filter(pk=pk).first()
    content = what_is_in(nudge) if nudge and opens(nudge) else None
    if nudge is None or (content and content["looked_on"] == today.isoformat()):
        return False
    group = group_of(content) if content else None
    if content is None or group is None or _rests_too_long(content, today):
        nudge.delete()
        return False
    resting = is_resting(content, group)
    since = (content["rests_since"] or today.isoformat()) if resting else ""
    # Every row is written anew every day, so that two copies of the file do not tell who was sent a mail.
    if not change(nudge, looked_on=today.isoformat(), rests_since=since) or resting or today not in due_days(group):
        return False
    enqueue("nudge-send", nudge=nudge.pk, day=today.isoformat())
    return True


def _rests_too_long(content: Content, today: date) -> bool:
    since = content["rests_since"]
    return bool(since) and date.fromisoformat(since) <= today - timedelta(days=KEPT_DAYS)


def send_nudge(pk: int, *, day: str, today: date) -> None:
    """Send one mail, at most one a day; raises mail.NotSent to be tried again. After its day nothing is sent."""
    nudge = Nudge.objects.filter(pk=pk).first()
    if nudge is None or day != today.isoformat():
        return
    content = what_is_in(nudge)
    if content["sent_on"] == day or not change(nudge, sent_on=day):  # claimed before anything is said to the server
        return
    try:
        mail.send(content["address"], content["language"])
    except mail.NotSent:
        change(nudge, sent_on=content["sent_on"])
        raise
