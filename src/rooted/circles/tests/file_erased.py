"""Run by test_files.py in its own process, on a database file of its own: are the bytes of an erased file gone?

Prints JSON: how many of 40 chunks lie in the database's files before and after erasing.
"""

import json

import django

django.setup()

from django.conf import settings  # noqa: E402

from rooted.base.tests import migrated  # noqa: E402
from rooted.circles import actions, files  # noqa: E402
from rooted.circles.models import FileChunk, SealedItem  # noqa: E402
from rooted.circles.tests import make  # noqa: E402


def found(marks):
    everything = b"".join(path.read_bytes() for path in settings.DATA.glob("rooted.sqlite3*"))
    return sum(mark in everything for mark in marks)


migrated.set_up()
file = files.store(make.circle(make.key()), "rota.txt", "text/plain", b"Monday. " * 40 * 8_192)
marks = [bytes(row)[500:540] for row in FileChunk.objects.values_list("ciphertext", flat=True)]
stored = found(marks)
actions.erase(SealedItem.objects.filter(pk=file.item_id))
actions.checkpoint()
print(json.dumps({"stored": stored, "erased": found(marks)}))
