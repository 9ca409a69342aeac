"""Electors, tellers and whoever closes at the same moment, in threads of their own; and killed before any statement.

Run as a program by test_at_once.py, on a database file of its own; prints JSON.
"""

import json
import os
import signal
import sys

import django

if __name__ == "__main__":
    django.setup()

from django.db import connection, connections
from django.utils import timezone

from conftest import CHEAP_KIB, found, join, newcomer
from rooted.ballots import actions
from rooted.ballots.models import Elector, Question
from rooted.ballots.reading import result_of, sittings, vote_of
from rooted.ballots.tests import make
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.at_once import at_once
from rooted.base.tests.on_file import pieces_found
from rooted.circles.actions import checkpoint
from rooted.circles.models import SealedItem


def casting(question, member, choice):
    seat = member.seat
    return lambda: actions.cast_vote(question, seat=seat, choice=choice, now=timezone.now())


def votes_while_closing(cast):
    """All vote while one closes: whether exactly the votes that were acknowledged were counted."""
    question = make.question(cast[0])
    closing, seat = [], cast[0].seat
    votes = [casting(question, member, "yes") for member in cast]
    taken = at_once(*votes, lambda: closing.append(close(question, seat)))
    return closing[0].figures["yes"] == taken - 1


def close(question, seat):
    return actions.close_question(question, seat=seat, today=timezone.localdate())


def double_click(member):
    """One phone sends its vote four times at once: how many items more hold a vote."""
    question, votes = make.question(member), SealedItem.objects.filter(kind="ballots.vote")
    before = votes.count()
    at_once(*[casting(question, member, "yes")] * 4)
    return votes.count() - before


def two_close(ana, bo):
    """Two close at once: how many counted."""
    question = make.question(ana)
    closed, seats = [], (ana.seat, bo.seat)
    at_once(*[lambda seat=seat: closed.append(close(question, seat)) for seat in seats])
    return len([one for one in closed if one is not None])


def two_ask_again(ana, bo):
    """Two ask again at once: how many newer questions there are."""
    question = make.question(ana)
    seats, today = (ana.seat, bo.seat), timezone.localdate()
    return at_once(
        *[lambda seat=seat: actions.ask_again(question, make.asked(), seat=seat, today=today) for seat in seats]
    )


def both_tellers(ana):
    """Both tellers send the same figures at the same moment: how many people the sitting counted."""
    question = make.by_hands(ana)
    at_once(*[lambda code=code: make.type_in(ana, code) for code in make.codes(ana, question)])
    return sittings(question, ana.seat)[0].sat.present


def race(cast, rounds):
    ana, bo = cast[:2]
    return {
        "closing": [votes_while_closing(cast) for _ in range(rounds)],
        "clicks": [double_click(ana) for _ in range(rounds)],
        "closed": [two_close(ana, bo) for _ in range(rounds)],
        "again": [two_ask_again(ana, bo) for _ in range(rounds)],
        "tellers": [both_tellers(ana) for _ in range(rounds)],
    }


def killed_before(statement, deed):
    """Do it in a child that dies by SIGKILL before its statement of this number, so that what was committed until then
    stays; True if it came to its end."""
    connections.close_all()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    left = [statement]

    def count(execute, *rest):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*rest)

    with connection.execute_wrapper(count):
        deed()
    os._exit(0)


def half_cast(question, member):
    """What a killed cast left: nothing, or the whole vote."""
    vote = vote_of(question, member.seat)
    items = SealedItem.objects.filter(kind="ballots.vote", vote_of=None).count()
    return items or vote.choice not in {None, "yes"}


def half_closed(question, member):
    row = Question.objects.select_related("result").get(pk=question.pk)
    lost = SealedItem.objects.filter(kind="ballots.result", result_of=None).count()
    return bool(lost) or (row.closed_on is None) != (result_of(row, member.seat) is None)


def half_counted(question, member):
    row = make.sitting(question)
    lost = SealedItem.objects.filter(kind="ballots.count", count_of=None).count()
    return bool(lost) or (row.count_id is None) != (row.codes_id is not None)


def kills(cast, most):
    """Each deed killed before its first statement, its second … until it ends by itself: [times killed, half done]."""
    ana, bo = cast[:2]
    question, hands = make.question(ana), make.by_hands(ana)
    make.type_in(ana, make.codes(ana, hands)[0])
    second, seat = make.codes(ana, hands)[1], bo.seat
    deeds = {
        "cast": (lambda: actions.cast_vote(question, seat=seat, choice="yes", now=timezone.now()), half_cast, question),
        "count": (lambda: make.type_in(ana, second), half_counted, hands),
        "close": (lambda: close(question, seat), half_closed, question),
    }
    return {name: _killed(*deed, bo, most) for name, deed in deeds.items()}


def _killed(deed, half, question, member, most):
    broken = 0
    for statement in range(1, most):
        ended = killed_before(statement, deed)
        broken += bool(half(question, member))
        if ended:
            return {"killed": statement > 3, "half": broken}
    raise AssertionError("it never came to its end")


def burning(cast, _number):
    """Pieces of all that a vote and a count sealed in the file: many before the day, none after it."""
    ana, today = cast[0], timezone.localdate()
    question, hands = make.question(ana, burns_on=today), make.by_hands(ana, burns_on=today)
    make.question(ana)
    for member in cast:
        make.cast(member, question, "yes", "Long. " * 150)
    make.count_both(ana, hands)
    make.close(ana, question)
    items = SealedItem.objects.filter(actions.items_of(question.pk, hands.pk))
    hidden = [blob for item in items for blob in (bytes(item.key_wrap), bytes(item.ciphertext))]
    checkpoint()
    before = pieces_found(hidden) > 100
    actions.burn_due(today)
    return before, pieces_found(hidden), Question.objects.count()


def main(what, number):
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    cast = [ana, *(join(newcomer(f"m{index}"), ana) for index in range(5))]
    print(json.dumps({"race": race, "kills": kills, "burning": burning}[what](cast, int(number))))
    assert Elector.objects.exists()


if __name__ == "__main__":
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    main(*sys.argv[1:])
