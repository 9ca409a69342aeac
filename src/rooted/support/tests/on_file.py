"""Run by test_on_file.py in its own process, on a database file of its own: what needs real threads. Prints JSON."""

import json

import django

django.setup()


from conftest import CHEAP_KIB, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.support.tests import races  # noqa: E402

seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
migrated.set_up()
ana, cem = found(newcomer("ana"), "Docks"), found(newcomer("cem"), "Depot")
bo = join(newcomer("bo"), ana)
found_here = {
    "links": [races.links(ana, bo) for _ in range(3)],
    "both yes": [races.both_yes(ana) for _ in range(3)],
    "imports": races.imports(),
    "pairings": races.pairings(ana, bo, cem),
}
print(json.dumps(found_here))
