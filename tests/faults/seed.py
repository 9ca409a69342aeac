"""`python -m tests.faults.seed ROUNDS` fills the data folder ROOTED_DATA for real servers.

Groups docks (m0 … m3) and yard (y0 … y11, 500 notes), a letter per round and writer, a rota, live sessions made
with cheap Argon2. Prints JSON: cookies by name, threads by writer, a founding link per round, the jobs that come back.
"""

import json
import sys

import django

django.setup()

from django.urls import get_resolver  # noqa: E402
from django.utils import timezone  # noqa: E402

from conftest import CHEAP_KIB, browser_of, found, join, newcomer  # noqa: E402
from rooted.base import jobs, seal  # noqa: E402
from rooted.base.converters import KeyConverter  # noqa: E402
from rooted.groups.actions import new_founding_link  # noqa: E402
from rooted.intake.actions import drop_letter, write_note  # noqa: E402
from rooted.intake.receipts import keys_of  # noqa: E402
from rooted.intake.sealed import ASKED  # noqa: E402
from rooted.tasks.rota import add_duty  # noqa: E402

ROUNDS = int(sys.argv[1])
WRITERS = ("answers", "notes", "takes")
NOTES, PARTING = 500, 11


def letter(group, receipt):
    content = dict.fromkeys(ASKED, "") | {"brings": "trouble", "text": "A first letter.", "way": "words"}
    return drop_letter(group, keys=keys_of(receipt), letter=content, language="en", now=timezone.now())


def fill_group(prefix, name, count):
    members = [newcomer(f"{prefix}{number}") for number in range(count)]
    found(members[0], name)
    for member in members[1:]:
        join(member, members[0])
    return members


def rota_of(seat):
    """The days of a duty of every day, the soonest first."""
    today, every_day = timezone.localdate(), list(range(7))
    how = {"kind": "phone", "name": "Phone", "hour": "18:00", "weekdays": every_day, "every_weeks": 1}
    return add_duty(seat, **how, starts_on=today, today=today).slots.order_by("day").values_list("pk", flat=True)


def cookies(member):
    """Of a session that stays open today: on a slow machine the last rounds come after half an hour."""
    client = browser_of(member.keyring)
    session = client.session
    session["stay"] = True
    session.save()
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def main():
    get_resolver().url_patterns  # noqa: B018 - as the server does: some jobs are named only where a page needs them
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    docks, yard = fill_group("m", "Docks", 4), fill_group("y", "Yard", PARTING + 1)
    thread = letter(yard[0].group, "yard")
    for number in range(NOTES):
        write_note(thread, seat=yard[0].seat, text=f"A note {number}.", now=timezone.now())
    threads = {
        writer: [KeyConverter().to_url(letter(docks[0].group, f"{writer} {number}").pk) for number in range(ROUNDS)]
        for writer in WRITERS
    }
    slots = [KeyConverter().to_url(pk) for pk in rota_of(docks[0].seat)]
    periodic = sorted(kind.name for kind in jobs._kinds.values() if kind.every)
    people = {member.name: cookies(member) for member in [*docks, *yard]}
    links = [new_founding_link(today=timezone.now().date()).rstrip("/").rsplit("/", 1)[-1] for _round in range(ROUNDS)]
    seeded = {"cookies": people, "threads": threads, "slots": slots, "links": links, "periodic": periodic}
    print(json.dumps(seeded))


main()
