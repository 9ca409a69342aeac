"""What a group decides about letters to come: its question, when a day has too many, whether it takes any."""

from datetime import date
from typing import Any

from rooted.groups.models import Group
from rooted.intake.flood import inbox_of, is_shut
from rooted.intake.models import Inbox


def decided(inbox: Inbox, today: date) -> dict[str, Any]:
    """What was decided, as the form shows it."""
    shut = is_shut(inbox, today)
    return {name: getattr(inbox, name) for name in ("question", "accepted", "asks_above", "holds_above")} | {
        "asks": "always" if inbox.asking_since else "many",
        "takes": "no" if shut else "yes",
        "shut_text": inbox.shut_text if shut else "",
        "reopens_on": inbox.reopens_on if shut else None,
    }


def decide(
    group: Group,
    *,
    question: str,
    accepted: str,
    asks: str,
    asks_above: int,
    holds_above: int,
    takes: str,
    shut_text: str,
    reopens_on: date | None,
    today: date,
) -> Inbox:
    """Keep what the group decided; days already running (asked since, shut since) go on."""
    before = inbox_of(group)
    shut = takes == "no"
    since = before.shut_on if is_shut(before, today) else None
    values = {
        "question": question,
        "accepted": accepted if question else "",
        "asking_since": (before.asking_since or today) if asks == "always" else None,
        "asks_above": asks_above,
        "holds_above": holds_above,
        "shut_on": (since or today) if shut else None,
        "shut_text": shut_text if shut else "",
        "reopens_on": reopens_on if shut else None,
    }
    return Inbox.objects.update_or_create(group=group, defaults=values)[0]
