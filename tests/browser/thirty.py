"""A group of thirty, planted on an empty data folder: `member01` founded it, the others took their seats.

Run by `manage.py shell` in another process, with real keys. Prints the address of the group.
"""

from django.db import transaction
from django.utils import timezone

from rooted.groups.access import open_seat
from rooted.groups.actions import found_group
from rooted.groups.invitations import take_seat
from rooted.people.actions import sign_up

PASSPHRASE = "salt herring on the third morning"
MEMBERS = 30
PLANT = "from tests.browser.thirty import plant; plant()"


def name_of(number: int) -> str:
    return f"Member {number:02}"


def plant() -> None:
    now = timezone.now()
    public = {"area": "Saltend", "languages": "en,ar", "kind": "local", "about": "We meet on Thursdays at seven."}
    founder = sign_up(name="member01", passphrase=PASSPHRASE)
    group = found_group(founder, called=name_of(1), today=now.date(), name="Docks", address="docks", **public).group
    seat = open_seat(founder, group)
    for number in range(2, MEMBERS + 1):
        newcomer = sign_up(name=f"member{number:02}", passphrase=PASSPHRASE)
        with transaction.atomic():
            take_seat(group, seat.keys.secrets, newcomer, called=name_of(number))
    print(group.address)
