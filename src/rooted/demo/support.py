"""Docks hosts and stands by Depot; two people in one town who do not know each other yet; a list from elsewhere."""

import json
from datetime import datetime, timedelta

from rooted.groups.models import Group, Seat
from rooted.intake.receipts import keys_of, new_token, receipt_of
from rooted.intake.sealed import ASKED
from rooted.support.actions import ask_to_start, offer_help, start_hosting
from rooted.support.importing import import_directory
from rooted.support.pairings import agree_to_stand_by, ask_to_stand_by, set_call, show_steps, write_to_the_group

WISHES = [
    (90, "Merrowgate", True, "I clean in the hospital at night. I know what is wrong and do not want to begin alone."),
    (50, "Merrowgate", True, "I drive the 14. There are four of us who talk, nobody else yet says it out loud."),
    (20, "Port Calder", False, "We are two from the kitchen of the clinic. What do we need first?"),
]
TALK = [
    ("depot", "Cem", 140, "Three of us, agency and own staff. Will you stand by us? We are free on Sundays.", "Cem"),
    ("docks", "Ana", 120, "Gladly. Begin with **one** question and one wall for it. What do people say first?", ""),
    ("depot", "Dara", 70, "That nobody knows their hours before Friday. We put that on the poster.", ""),
    ("docks", "Bo", 66, "Good. Ask *when did you last know?* and listen. Bring what you heard to the call.", "Bo"),
]  # fmt: skip
STEPS = [
    ("Bring in the second person", True),
    ("Write down your recovery code", True),
    ("Say how people reach you", False),
    ("Answer your first letter", False),
]
ELSEWHERE = [
    {"name": "Valley Tenants", "area": "Upper Vale", "kinds": ["starting", "housing"], "languages": ["en"],
     "about": "Eleven years of holding rents down, block by block."},
    {"name": "Dépôt Sud", "area": "Port-Sel", "kinds": ["work", "inquiry"], "languages": ["fr", "ar"],
     "about": "Drivers and cleaners of one depot. We answer slowly and always."},
    {"name": "Schalter Neun", "area": "Neustedt", "kinds": ["offices", "migration"],
     "languages": ["de", "tr"], "about": "We go along to the office. We read the letters nobody can read."},
]  # fmt: skip


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Everything through the same deeds as the pages."""
    docks = seats["docks"]["Ana"].group
    start_hosting(docks, today=now.date())
    about = "We helped two groups over their first letters. We answer on the phone once a month."
    offer_help(docks, languages=["en", "pl", "ar"], kinds=["starting", "work", "housing"], area=docks.area, about=about)
    for hours, town, alone, text in WISHES:
        _wish(docks, town, alone, text, now - timedelta(hours=hours))
    _pairing(seats, now)
    import_directory(_list(now), today=now.date())


def _wish(group: Group, town: str, alone: bool, text: str, now: datetime) -> None:
    receipt = receipt_of(new_token(), group=group.pk, language="en")
    letter = dict.fromkeys(ASKED, "") | {"brings": "start", "text": text, "way": "words"}
    wish = {"town": town, "town_id": None, "alone": alone, "introduce": alone}
    ask_to_start(group, keys=keys_of(receipt), letter=letter, wish=wish, language="en", now=now)


def _pairing(seats: dict[str, dict[str, Seat]], now: datetime) -> None:
    (address, who, hours, text, byline), *rest = TALK
    docks, depot = seats["docks"]["Ana"], seats[address][who]
    asked = now - timedelta(hours=hours)
    pairing = ask_to_stand_by(depot, docks.group, text=text, byline=byline, now=asked)
    agree_to_stand_by(pairing, docks, now=asked)
    for address, who, hours, text, byline in rest:
        at = now - timedelta(hours=hours)
        write_to_the_group(pairing, seats[address][who], text=text, byline=byline, now=at)
    steps = [{"title": title, "done": done} for title, done in STEPS]
    show_steps(pairing, depot, steps=steps, now=now - timedelta(hours=60))
    set_call(pairing, now.date() + timedelta(days=5))


def _list(now: datetime) -> bytes:
    groups = [
        group | {"address": f"https://{place}.example/g/{place}/"}
        for group, place in zip(ELSEWHERE, ("valley", "ligne", "papier"), strict=True)
    ]
    made_on = (now.date() - timedelta(days=12)).isoformat()
    whole = {"format": "rooted-directory", "version": 1, "from": "https://elsewhere.example", "made_on": made_on}
    return json.dumps(whole | {"groups": groups}).encode()
