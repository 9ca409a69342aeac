"""What the walks know of reminders."""

import secrets

from rooted.nudges.actions import ask_for_mail, make_feed
from tests.faults.typed import TypedForm, typed

VALUES = {"feed": lambda world: (world.objects["feed"], secrets.token_urlsafe(32))}


def make_objects(world) -> None:
    seat = world.people["second"].seat
    ask_for_mail(seat, address="somebody@example.net", language="en")
    world.objects["feed"] = make_feed(seat, language="en")


FORMS = [
    TypedForm(
        "nudges:mail-set", "member", typed(address="otter.and+friend@example.net"), {"address": "otter & friend"},
        stores=("nudges_nudge",),
        settings={"SMTP": "smtp://127.0.0.1:2525", "MAIL_FROM": "r@example.org", "ADDRESS": "https://testserver"},
    ),
]  # fmt: skip
BUTTONS = {"nudges:mail-stop", "nudges:calendar-make", "nudges:calendar-stop", "nudges:nudges-go-on"}
READ_ONLY = {"nudges:nudges", "nudges:calendar"}
