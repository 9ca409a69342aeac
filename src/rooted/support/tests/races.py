"""Several people doing the same thing at the same moment, in threads of their own."""

from django.utils import timezone

from rooted.base.tests.at_once import at_once
from rooted.groups.actions import part
from rooted.groups.models import FoundingLink
from rooted.support.actions import give_founding_link
from rooted.support.importing import import_directory
from rooted.support.introductions import asked
from rooted.support.models import HelpEntry, Pairing, PairingMessage
from rooted.support.pairings import (
    agree_to_stand_by,
    ask_to_stand_by,
    end_pairing,
    open_pairing,
    read_messages,
    write_to_the_group,
)
from rooted.support.tests import make


def links(ana, bo):
    """Two members give a link at once: (how many did, links there are)."""
    wish = make.starter(make.hosting(ana)).wish
    before, now = FoundingLink.objects.count(), timezone.now()
    seats = [ana.seat, bo.seat]
    deeds = [lambda seat=seat: give_founding_link(wish, seat=seat, text="Here.", seen=1, now=now) for seat in seats]
    return at_once(*deeds), FoundingLink.objects.count() - before


def both_yes(ana):
    """Two say yes at once: what each then reads of the other."""
    one, other = make.starter(make.hosting(ana)), make.starter(ana)
    introduction = make.introduced(ana, one, other)
    at_once(*[lambda who=who: make.says(who, introduction, text="Me") for who in (one, other)])
    return [asked(who.opened, who.wish)[0].theirs for who in (one, other)]


def pairings(ana, bo, cem):
    """Asked twice, agreed twice, written by both groups while a third leaves: (asked, messages, left open to both)."""
    now = timezone.now()
    asking = at_once(
        *[lambda seat=cem.seat: ask_to_stand_by(seat, ana.group, text="?", byline="", now=now) for _ in "ab"]
    )
    pairing = Pairing.objects.get(ended_on=None)
    at_once(*[lambda seat=seat: agree_to_stand_by(pairing, seat, now=now) for seat in (ana.seat, bo.seat)])
    ours, theirs = ana.seat, cem.seat
    at_once(
        lambda: write_to_the_group(pairing, ours, text="Ours", byline="", now=now),
        lambda: write_to_the_group(pairing, theirs, text="Theirs", byline="", now=now),
        lambda seat=bo.seat: part(seat, today=now.date()),
    )
    read = [sorted(one["text"] for one in read_messages(pairing, open_pairing(pairing, x.seat))) for x in (ana, cem)]
    end_pairing(pairing, today=now.date())
    return asking, read, PairingMessage.objects.count()


def imports():
    """The same list four times at once: how many lines there are."""
    content = make.list_file(make.group_line(1), make.group_line(2))
    at_once(*[lambda: import_directory(content, today=timezone.now().date())] * 4)
    return HelpEntry.objects.count()
