"""`python -m tests.faults.seed_votes MEMBERS SECONDS` fills the data folder ROOTED_DATA with a vote that is running.

One group of so many members, each with a live session; a vote of all of them, open for so many seconds from the end.
Prints JSON: the cookies of each, the path of the vote's page.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from conftest import CHEAP_KIB, browser_of, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.proposals.tests import make as proposals  # noqa: E402


def cookies(member) -> str:
    return "; ".join(f"{name}={morsel.value}" for name, morsel in browser_of(member.keyring).cookies.items())


def main(members: int, seconds: int) -> None:
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    first = found(newcomer("m0"), "Docks")
    cast = [first, *(join(newcomer(f"m{number}"), first) for number in range(1, members))]
    given = [cookies(member) for member in cast]
    until = timezone.now() + timedelta(seconds=seconds)
    made = proposals.opened(cast[0], cast[1], closes_at=until)
    where = reverse("proposals:proposal-detail", args=[first.group.address, made.pk])
    print(json.dumps({"cookies": given, "path": where, "until": until.timestamp()}))


main(*map(int, sys.argv[1:]))
