"""Several members doing things to one proposal at the same moment, in threads of their own; and one killed at it.

Run as a program by test_at_once.py, on a database file of its own; prints JSON.
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()


from conftest import CHEAP_KIB, found, join, newcomer
from rooted.ballots.reading import asked_of
from rooted.ballots.tests.at_once import killed_before
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.at_once import at_once
from rooted.proposals import asking, proposing, voting
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry
from rooted.tasks.models import Task


def voted(ana, bo):
    made = make.opened(ana, bo, tasks=("Tell the late shift",))
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    return made


def closed_twice(ana, bo):
    """How many entries and tasks come of a vote that both close at once."""
    made, before = voted(ana, bo), (Entry.objects.count(), Task.objects.count())
    seats = [ana.seat, bo.seat]
    at_once(*[lambda seat=seat: voting.close_vote(made, seat=seat, now=make.now()) for seat in seats])
    return Entry.objects.count() - before[0], Task.objects.count() - before[1], make.fresh(made).state


def agreed_twice(ana, bo):
    """How many entries come of two taps."""
    made, before, seat = make.proposal(ana, method="together"), Entry.objects.count(), bo.seat
    at_once(*[lambda: voting.agree(made, seat=seat, seen=1, today=make.today())] * 2)
    return Entry.objects.count() - before


def changed_while_opened(ana, bo):
    """Whether what is voted on is what stands there, when its proposer changes it while it is opened."""
    made = make.seconded(ana, bo)
    first, second, opening = ana.seat, bo.seat, voting.Opening("members")
    how = {"draft": make.draft(text="Other words."), "seen": 1, "today": make.today()}
    at_once(
        lambda: proposing.edit_proposal(made, seat=first, **how),
        lambda: voting.open_vote(made, seat=second, opening=opening, seen=1, now=make.now()),
    )
    row = make.fresh(made)
    if row.question is None:
        return row.state == "draft"
    return asked_of(row.question, ana.seat).text == make.content(ana, row)["text"]


def asked_again_twice(ana, bo):
    """How many new votes come of two who ask again a decided one; of two who second new words for an open one."""
    made, seats = voted(ana, bo), [ana.seat, bo.seat]
    voting.close_vote(made, seat=ana.seat, now=make.now())
    words = {"draft": make.draft("Again", "Again."), "closes": None, "now": make.now()}
    row = make.fresh(made)
    at_once(*[lambda seat=seat: asking.ask_again(row, seat=seat, **words) for seat in seats])
    open_now = make.opened(ana, bo)
    drafts = [asking.ask_again(open_now, seat=seat, **words) for seat in seats]
    pairs = list(zip(drafts, reversed(seats), strict=True))
    at_once(*[lambda d=d, s=s: asking.second(make.fresh(d), seat=s, seen=1, now=make.now()) for d, s in pairs])
    asked = [Proposal.objects.filter(after=one).exclude(opened_on=None).count() for one in (made, open_now)]
    return *asked, make.fresh(open_now).state


def once(members):
    ana, bo = members
    return {
        "closed": closed_twice(ana, bo),
        "agreed": agreed_twice(ana, bo),
        "changed": changed_while_opened(ana, bo),
        "again": asked_again_twice(ana, bo),
    }


EXPECTED = {"closed": (1, 1, "carried"), "agreed": 1, "changed": True, "again": (1, 1, "withdrawn")}


def kills(members):
    """Killed before each statement of closing: how often, and how many of them left something half done."""
    ana, bo = members
    made, seat, broken = voted(ana, bo), ana.seat, 0
    before = Entry.objects.count(), Task.objects.count()
    for statements in range(1, 300):
        ended = killed_before(statements, lambda: voting.close_vote(made, seat=seat, now=make.now()))
        row = make.fresh(made)
        done = (row.decided_on is not None, row.question.closed_on is not None, row.question.result_id is not None)
        done += (Entry.objects.count() > before[0], Task.objects.count() > before[1])
        broken += len(set(done)) > 1
        if ended:
            return {"killed": statements > 10, "half": broken, "done": all(done)}
    raise AssertionError("it never came to its end")


def main(what, number):
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    members = [ana, join(newcomer("bo"), ana)]
    deeds = {"race": lambda: [once(members) for _ in range(number)], "kills": lambda: kills(members)}
    print(json.dumps(deeds[what]()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
