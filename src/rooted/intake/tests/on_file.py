"""Run by test_on_file.py in its own process, on a database file of its own: what needs real threads or real bytes.

Prints JSON.
"""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from conftest import CHEAP_KIB, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.base.tests.on_file import pieces_found  # noqa: E402
from rooted.circles.actions import checkpoint  # noqa: E402
from rooted.intake.actions import erase_expired, erase_thread, write_note  # noqa: E402
from rooted.intake.models import Thread  # noqa: E402
from rooted.intake.tests import at_once, make  # noqa: E402

seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB


def cast():
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    return ana, join(newcomer("bo"), ana)


def race(rounds):
    ana, bo = cast()
    return {
        "answers": [at_once.answers(ana, bo) for _ in range(rounds)],
        "takes": [at_once.takes(ana, bo) for _ in range(rounds)],
        "same page": [at_once.same_page(ana.group) for _ in range(rounds)],
        "both sides": [at_once.answer_and_further_letter(ana.group, ana) for _ in range(rounds)],
    }


def blobs(thread):
    """Everything of a letter that must not be found in the file any more."""
    items = [row.item for row in (*thread.messages.all(), *thread.notes.all())]
    return [
        bytes(blob)
        for blob in (
            thread.lookup + thread.public_key,
            thread.wrapped_secret,
            *[message.copy for message in thread.messages.all()],
            *[blob for item in items for blob in (item.key_wrap, item.ciphertext)],
        )
    ]


def erasure(_rounds):
    ana, _bo = cast()
    long = "A long letter. " * 400
    results = {}
    for way in ("expiry", "the stranger's word"):
        kept = make.thread(ana.group, text="This one stays.")
        thread = make.answered(ana, text=long, now=timezone.now() - timedelta(days=70))
        write_note(thread, seat=ana.seat, text="Careful", now=timezone.now())
        hidden = blobs(thread)
        checkpoint()
        before = pieces_found(hidden)
        if way == "expiry":
            Thread.objects.filter(pk=thread.pk).update(expires_on=timezone.now().date())
            erase_expired(timezone.now().date())
        else:
            erase_thread(thread)
        results[way] = [before > 100, pieces_found(hidden), pieces_found(blobs(kept)) > 10]
    return results


print(json.dumps({"race": race, "erasure": erasure}[sys.argv[1]](int(sys.argv[2]))))
