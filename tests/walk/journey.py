"""A member and a stranger who fill every sealed field: what the drivers of tests/walk/canaries.py share."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from rooted.intake.models import Thread
from tests.walk.world import canary

DRIVERS: dict[str, Callable] = {}


def fills(kind: str) -> Callable:
    def register(driver: Callable) -> Callable:
        DRIVERS[kind] = driver
        return driver

    return register


class Journey:
    """A member and a stranger in front of their browsers; `words` collects the canaries by kind and field."""

    def __init__(self) -> None:
        self.member, self.stranger = Client(), Client()
        self.words: dict[str, str] = {}
        self.address = "canaries"
        self.letter = ""

    def word(self, name: str) -> str:
        self.words[name] = canary()
        return self.words[name]

    def send(self, client, path: str, fields: dict) -> None:
        """Fill a form in as a browser does, with its hidden fields, and send it."""
        page = client.get(path).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', page))
        answer = client.post(path, hidden | fields)
        assert answer.status_code in {200, 302}, f"{path}: {answer.status_code}"
        assert b'class="errors"' not in answer.content, f"{path}: refused. {answer.content.decode()}"

    def run(self) -> dict[str, str]:
        # the group is founded and the first letter written first, whichever module was imported first
        for driver in sorted(DRIVERS.values(), key=lambda driver: driver.__module__ != "tests.walk.canaries"):
            driver(self)
        return self.words

    def thread(self) -> str:
        """The address of the first letter that a stranger wrote."""
        if not self.letter:
            letter = Thread.objects.get(messages__item__kind="intake.letter")
            self.letter = reverse("intake:letter-detail", args=[self.address, letter.pk])
        return self.letter
