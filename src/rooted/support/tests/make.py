"""Plain makers: a host, a stranger who wants to start, two groups that stand by each other, a list as a file."""

import json
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from conftest import Member, found
from rooted.intake.conversation import OpenThread, open_thread
from rooted.intake.receipts import ReceiptKeys, keys_of, new_token, receipt_of
from rooted.intake.sealed import ASKED
from rooted.intake.tests.make import hidden, words_in
from rooted.support.actions import ask_to_start, offer_help, start_hosting
from rooted.support.introductions import answer_introduction, propose_introduction
from rooted.support.models import HelpEntry, Introduction, Pairing, Wish
from rooted.support.pairings import agree_to_stand_by, ask_to_stand_by

TYPED = {
    "brings": "start",
    "text": "We want to begin in our block.",
    "way": "words",
    "reach": "",
    "town": "Harrowmere",
    "alone": "no",
}
ADDRESS = "https://rooted.example.org"


@dataclass
class Starter:
    """Somebody who wrote: their words, and what they open."""

    receipt: str
    keys: ReceiptKeys

    @property
    def opened(self) -> OpenThread:
        return open_thread(self.keys)

    @property
    def wish(self) -> Wish:
        return Wish.objects.get(thread__lookup=self.keys.lookup)

    def look(self, client):
        """What stands on their page."""
        return client.post(reverse("support:start-back"), {"receipt": self.receipt}).content.decode()


def hosting(member: Member) -> Member:
    """`member`'s group hosts."""
    start_hosting(member.group, today=timezone.now().date())
    return member


def starter(host: Member, *, town="Harrowmere", alone=True, introduce=True, town_id=None) -> Starter:
    """Somebody wrote to `host`'s group that they want to start."""
    receipt = receipt_of(new_token(), group=host.group.pk, language="en")
    keys = keys_of(receipt)
    letter = dict.fromkeys(ASKED, "") | {"brings": "start", "text": "I want to begin.", "way": "words"}
    wish = {"town": town, "town_id": town_id, "alone": alone, "introduce": introduce}
    ask_to_start(host.group, keys=keys, letter=letter, wish=wish, language="en", now=timezone.now())
    return Starter(receipt, keys)


def introduced(host: Member, one: Starter, other: Starter) -> Introduction:
    """A member asks both."""
    return propose_introduction(host.seat, one.wish, other.wish, today=timezone.now().date())


def says(who: Starter, introduction: Introduction, *, yes=True, text="I drive the 14."):
    """One of the two answers."""
    return answer_introduction(who.opened, introduction.pk, yes=yes, text=text, now=timezone.now())


def send_start(client, group, **fields):
    """Fill the page in and send it; (answer, receipt)."""
    address = reverse("support:start-letter", args=[group.address])
    html = client.get(address).content.decode()
    posted = TYPED | {name: hidden(html, name) for name in ("token", "stamp", "language")} | fields
    answer = client.post(address, posted)
    page = answer.content.decode()
    return answer, words_in(page) if '<ol class="words">' in page else ""


def helping(member: Member, **said) -> HelpEntry:
    """`member`'s group stands in the list."""
    said = {"languages": ["en"], "kinds": ["starting"], "area": "Harbour", "about": "Ask us."} | said
    return offer_help(member.group, **said)


def asked(asking: Member, standing: Member, text="Will you stand by us?", byline="") -> Pairing:
    """`asking`'s group asks `standing`'s."""
    return ask_to_stand_by(asking.seat, standing.group, text=text, byline=byline, now=timezone.now())


def paired(asking: Member, standing: Member) -> Pairing:
    """The same, and a yes."""
    pairing = asked(asking, standing)
    agree_to_stand_by(pairing, standing.seat, now=timezone.now())
    return Pairing.objects.get(pk=pairing.pk)


def group_line(number=1, **said):
    """One group of a list."""
    return {
        "name": f"Group {number}",
        "area": "Port Calder",
        "about": "We meet on Mondays.",
        "languages": ["en", "pl"],
        "kinds": ["starting", "work"],
        "address": f"https://elsewhere.example.org/g/group-{number}/",
    } | said


def list_file(*groups, **said) -> bytes:
    """A list as a file."""
    whole = {
        "format": "rooted-directory",
        "version": 1,
        "from": "https://elsewhere.example.org",
        "made_on": "2026-01-05",
        "groups": list(groups),
    }
    return json.dumps(whole | said).encode()


def at(name: str, member: Member, *args) -> str:
    """The address of a page of the member's group."""
    return reverse(name, args=[member.group.address, *args])


def third(member: Member) -> Member:
    """`member` founds a group that has nothing to do with the others."""
    return found(member, "Third")
