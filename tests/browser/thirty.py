"""A group of thirty, planted on an empty data folder: `member01` founded it, the others joined by invitation.

Run by `manage.py shell` in another process, with real keys. Prints the address of the group.
"""

from django.utils import timezone

from rooted.base.words import spoken
from rooted.groups.access import open_seat
from rooted.groups.actions import found_group
from rooted.groups.invitations import accept_invitation, make_invitation, open_invitation
from rooted.groups.models import Group
from rooted.people.actions import sign_up

PASSPHRASE = "salt herring on the third morning"
MEMBERS = 30


def name_of(number: int) -> str:
    return f"Member {number:02}"


def plant() -> None:
    now = timezone.now()
    public = {"area": "Saltend", "languages": "en,ar", "kind": "local", "about": "We meet on Thursdays at seven."}
    founder = sign_up(name="member01", passphrase=PASSPHRASE)
    seat = found_group(founder, called=name_of(1), today=now.date(), name="Docks", address="docks", **public)
    for number in range(2, MEMBERS + 1):
        words = spoken()
        invitation = make_invitation(open_seat(founder, Group.objects.get()), spoken=words, now=now)
        newcomer = sign_up(name=f"member{number:02}", passphrase=PASSPHRASE)
        accept_invitation(open_invitation(invitation.pk, spoken=words, now=now), newcomer, called=name_of(number))
    print(seat.group.address)
