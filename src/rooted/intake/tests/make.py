"""Letters for tests: through the pages, as a stranger drops them, or straight through the actions."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.urls import reverse
from django.utils import timezone

from rooted.intake import receipts
from rooted.intake.actions import answer_letter, drop_letter
from rooted.intake.book import keep
from rooted.intake.models import BookEntry, QuickAnswer, Thread

TEXT = "My landlord keeps the deposit."
FILLED = {"brings": "trouble", "text": TEXT, "date": "3 December", "way": "words", "reach": ""}


@dataclass
class Dropped:
    """A letter sent through the page: what was posted, what came back, and the receipt shown in it."""

    posted: dict
    response: object
    receipt: str


def hidden(html, name, form=""):
    """The value of a hidden field; of the form that posts to `form`, if given."""
    part = html[html.index(f'action="{form}"') :] if form else html
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', part)
    return unescape(found[1])


def words_in(html):
    """The receipt shown on a page."""
    found = re.search(r'<ol class="words">(.*?)</ol>', html, re.DOTALL)
    return " ".join(re.findall(r"<li>(.*?)</li>", found[1]))


def fill_page(client, group, **fields):
    """Open the letter page and fill it in; returns what a browser would post."""
    html = client.get(reverse("intake:letter", args=[group.address])).content.decode()
    return FILLED | {"token": hidden(html, "token"), "language": hidden(html, "language")} | fields


def drop(client, group, **fields):
    """Send a letter through the page, as a stranger does."""
    posted = fill_page(client, group, **fields)
    response = client.post(reverse("intake:letter", args=[group.address]), posted)
    return Dropped(posted, response, words_in(response.content.decode()))


def come_back(client, receipt):
    """The page that the receipt opens."""
    return client.post(reverse("intake:receipt"), {"receipt": receipt})


def write_more(client, receipt, text):
    """Write a further letter through the page."""
    html = come_back(client, receipt).content.decode()
    url = reverse("intake:letter-more")
    return client.post(url, {"receipt": receipt, "token": hidden(html, "token", url), "text": text})


def thread(group, *, now: datetime | None = None, language="en", **fields) -> Thread:
    """A delivered letter, without its receipt."""
    token = receipts.new_token()
    keys = receipts.keys_of(receipts.receipt_of(token, group=group.pk, language="en"))
    return drop_letter(group, keys=keys, letter=FILLED | fields, language=language, now=now or timezone.now())


def answered(member, text="Come on Thursday.", **fields) -> Thread:
    """A letter that `member` answered."""
    made = thread(member.group, **fields)
    answer_letter(made, seat=member.seat, text=text, seen=1, now=timezone.now())
    made.refresh_from_db()
    return made


def entry(member, name="Desk") -> BookEntry:
    """An entry of the address book."""
    content = {"name": name, "what": "Debts", "languages": "en", "phone": "1", "area": "Quay"}
    return keep(BookEntry, content, seat=member.seat, now=timezone.now())


def quick(member, name="Desk") -> QuickAnswer:
    """A quick answer in two languages."""
    texts = {"en": "At six.", "ar": "في السادسة"}
    return keep(QuickAnswer, {"name": name, "texts": texts}, seat=member.seat, now=timezone.now())
