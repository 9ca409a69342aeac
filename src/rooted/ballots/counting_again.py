"""A sitting whose tellers agreed counts again: two members ask for it, then it has new codes and two tellers again.

What was counted first stands until both agree on other figures, and is then kept beside them, struck through.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.ballots.counting_hands import OVER, PreparedSitting, keyed, prepare_sittings, seal_codes
from rooted.ballots.methods import Asked
from rooted.ballots.models import Question, SittingCount
from rooted.ballots.reading import Counted, asked_of, counted_at
from rooted.ballots.sealed import EARLIER, SITTING
from rooted.circles.actions import erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat

MOST = 20  # counts of one sitting


def count_again(question: Question, *, seat: Seat, place: int, today: date) -> bool:
    """Ask for a new count of a sitting, while the vote is open. Whether it counts again: once a second member asks too.

    Then it has new codes; a further call does nothing. Not in a transaction (codes).
    """
    before = counted_at(question, seat, place)
    if before is None or before.sat is None or before.codes is not None:
        return before is not None and before.again
    if not _is_second(before, seat) and not _doubt(question, seat=seat, place=place, today=today):
        return False
    (prepared,) = prepare_sittings(seat.group, [(before.name, before.language)])
    _begin(question, prepared, seat=seat, place=place)
    return True


def to_ask(rows: Iterable[Counted], seat: Seat) -> list[int]:
    """The places of the sittings for which a member can ask for a new count.

    Who asked already only where nobody else is left who could. One query where they did.
    """
    counted = [one for one in rows if one.sat is not None and one.codes is None]
    asked = [one.row.place for one in counted if one.asks == seat.pk]
    gone = [] if not asked or _is_alone(seat) else asked
    return [one.row.place for one in counted if one.row.place not in gone]


def _is_second(before: Counted, seat: Seat) -> bool:
    """Whether another member asked already, or there is none."""
    return before.asks not in {0, seat.pk} or _is_alone(seat)


def _is_alone(seat: Seat) -> bool:
    return Seat.objects.active().filter(group=seat.group).count() == 1


@transaction.atomic
def _doubt(question: Question, *, seat: Seat, place: int, today: date) -> bool:
    """Whether another member asked at the same moment: then one need not ask once more."""
    before = _held(question, seat, place)
    if before is not None and not before.asks:
        content = seat.keys.read(before.row.item, SITTING)
        seat.keys.rewrite(before.row.item, content | {"again": seat.pk})
        SittingCount.objects.filter(pk=before.row.pk).update(doubted_on=today)
        return False
    return before is not None and _is_second(before, seat)


def _held(question: Question, seat: Seat, place: int) -> Counted | None:
    """Inside a transaction: a sitting that has counted and does not count again, held; None for any other."""
    row = Question.objects.select_for_update(no_key=True, of=("self",)).select_related("item").get(pk=question.pk)
    if row.closed_on is not None:
        raise ValidationError(OVER)
    SittingCount.objects.select_for_update(no_key=True).filter(question=row, place=place).first()
    before = counted_at(row, seat, place)
    return before if before is not None and before.sat is not None and before.codes is None else None


@transaction.atomic
def _begin(question: Question, prepared: PreparedSitting, *, seat: Seat, place: int) -> None:
    before = _held(question, seat, place)
    if before is None or before.sat is None or not _is_second(before, seat):  # it did already, meanwhile
        return
    counts = [*before.counts, [before.sat.present, dict(before.sat.figures)]]
    if len(counts) > MOST:
        raise ValidationError(_("It was counted so often that it cannot be counted again."))
    kept = {"sitting": before.row.pk, "counts": counts, "reasons": list(before.sat.reasons)}
    _renew(before.row, kept, prepared, asked_of(question, seat), seat)


def _renew(sitting: SittingCount, kept: dict[str, Any], prepared: PreparedSitting, asked: Asked, seat: Seat) -> None:
    pk, burns_on, old = sitting.pk, sitting.question.burns_on, [sitting.count_id, sitting.earlier_id]
    columns, check = keyed(pk, prepared, asked)
    seat.keys.rewrite(sitting.item, seat.keys.read(sitting.item, SITTING) | {"check": check, "again": 0})
    items = {
        "count": None,
        "codes": seal_codes(pk, prepared, seat, burns_on),
        "earlier": seat.keys.seal(EARLIER, kept, burns_on),
    }
    SittingCount.objects.filter(pk=pk).update(**items, **columns, doubted_on=None)
    erase(SealedItem.objects.filter(pk__in=[one for one in old if one]))
