"""Votes of those of the thirty who have no browser in a story. Run by `manage.py shell` in another process, with real
keys, while the server runs."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from rooted.ballots.actions import cast_vote
from rooted.ballots.models import Question
from rooted.groups.access import open_seat
from rooted.people.actions import sign_in
from tests.browser.thirty import MEMBERS, PASSPHRASE

IN_BROWSERS = 3


def vote(choices: Sequence[Any]) -> None:
    """Member 4 and all after vote on the one open question, in turn each of `choices`."""
    question = Question.objects.get(closed_on=None)
    for place, number in enumerate(range(IN_BROWSERS + 1, MEMBERS + 1)):
        seat = open_seat(sign_in(name=f"member{number:02}", passphrase=PASSPHRASE), question.group)
        cast_vote(question, seat=seat, choice=choices[place % len(choices)], now=timezone.now())
