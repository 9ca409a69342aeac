"""What comes from a sheet is typed in by two: what one typed waits, for all to see, until a second typed the same.

Then it counts: the number goes into the sitting, hands and minutes into the minutes, points and tasks on their lists.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.assembly.agreeing import agreed, typed_by
from rooted.assembly.calling import add_point, hold
from rooted.assembly.minutes import add_to_minutes, heading_of, refuse_if_burnt
from rooted.assembly.models import Assembly, FilledSheet, Sitting
from rooted.assembly.reading import opened
from rooted.assembly.running import hold_sitting
from rooted.assembly.sealed import FILLED, SITTING
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.tasks.actions import add_task

# What is typed in, with its values: how many are there {"present": 41}; a show of hands {"question", "for_it",
# "against", "abstained"}; a sheet {"points": [...], "minutes": "...", "tasks": [...]}.
PRESENT, HANDS, SHEET = "present", "hands", "sheet"
MOST_SHEETS = 100  # of one sitting


def _hold(sitting: Sitting) -> Sitting:
    """Inside a transaction: the row of the assembly, then of the sitting, held; also after their end."""
    Assembly.objects.select_for_update(no_key=True).filter(pk=sitting.assembly_id).first()
    return hold_sitting(sitting, running=False)


@transaction.atomic
def fill_in(sitting: Sitting, *, seat: Seat, what: str, values: dict[str, Any], now: datetime) -> bool:
    """Keep what a member typed in from a sheet; True if it counts now, because a second one typed the same.

    Of how many are there one number is looked for; a show of hands or a sheet that nobody typed yet is a new one.
    """
    held = _hold(sitting)
    if values.get("points"):
        hold(held.assembly)  # refused at once if it has ended
    if what != PRESENT:
        refuse_if_burnt(held, now)
    rows = list(held.filled.select_related("item"))
    for row in rows:
        content = opened(seat, row.item, FILLED)
        same = any(said == values for _seat, said in content["typed"] or ())
        if content["what"] == what and (what == PRESENT or (same and row.confirmed_on is None)):
            return _type(row, held, seat=seat, values=values, now=now)
    if len(rows) >= MOST_SHEETS:
        raise ValidationError(_("So much was typed in for this sitting that no more can be kept."))
    content = {"what": what, "heading": heading_of(held, seat), "typed": [[seat.pk, values]], "seat": seat.pk}
    FilledSheet.objects.create(sitting=held, item=seat.keys.seal(FILLED, content))
    return False


@transaction.atomic
def compare_with(sheet: FilledSheet, *, seat: Seat, values: dict[str, Any], now: datetime) -> bool:
    """Say what stands on the sheet that another member typed in; True if it counts now.

    Other values are kept beside the first ones until two agree. Whoever typed it before replaces their own.
    """
    held = _hold(sheet.sitting)
    row = FilledSheet.objects.select_related("item").filter(pk=sheet.pk).first()
    if row is None:
        raise ValidationError(_("This was taken out meanwhile. Type it in anew if it counts."))
    return _type(row, held, seat=seat, values=values, now=now)


def _type(row: FilledSheet, sitting: Sitting, *, seat: Seat, values: dict[str, Any], now: datetime) -> bool:
    content = seat.keys.read(row.item, FILLED)
    before = content["typed"]
    if row.confirmed_on is not None and content["what"] != PRESENT:
        if seat.pk in {one for one, _said in before}:
            return True  # sent twice
        raise ValidationError(_("Two of you typed the same meanwhile, so it counts. Correct the minutes if need be."))
    typed = typed_by(before, seat.pk, values)
    counts = agreed(typed) == values
    if counts:
        _CARRY_OUT[content["what"]](sitting, typed, content["heading"], seat, now)
        if content["what"] != PRESENT:  # the words stand where they belong now, and nowhere else
            typed = [[one, {}] for one, _said in typed]
    seat.keys.rewrite(row.item, content | {"typed": typed})
    FilledSheet.objects.filter(pk=row.pk).update(confirmed_on=timezone.localdate(now) if counts else None)
    return counts


def _count(sitting: Sitting, typed: list[list[Any]], _heading: str, seat: Seat, _now: datetime) -> None:
    said = seat.keys.read(sitting.item, SITTING)
    first, second = (one for one, _values in typed[:2])
    seat.keys.rewrite(sitting.item, said | {"present": typed[0][1]["present"], "counted": first, "checked": second})


def _hands(sitting: Sitting, typed: list[list[Any]], heading: str, seat: Seat, now: datetime) -> None:
    words = _("Show of hands: %(question)s For it: %(for_it)d. Against it: %(against)d. Abstained: %(abstained)d.")
    add_to_minutes(sitting, seat=seat, text=words % typed[0][1], now=now, heading=heading)


def _sheet(sitting: Sitting, typed: list[list[Any]], heading: str, seat: Seat, now: datetime) -> None:
    said = typed[0][1]
    if said["minutes"]:  # first: it holds the note before the circle
        add_to_minutes(sitting, seat=seat, text=said["minutes"], now=now, heading=heading)
    for title in said["points"]:
        add_point(sitting.assembly, seat=seat, title=title)
    for text in said["tasks"]:
        add_task(seat, text)


_CARRY_OUT: dict[str, Callable[[Sitting, list[list[Any]], str, Seat, datetime], None]] = {
    PRESENT: _count,
    HANDS: _hands,
    SHEET: _sheet,
}


@transaction.atomic
def take_out(sheet: FilledSheet) -> None:
    """Erase what was typed in and does not count; what counts stays. A second call does nothing."""
    _hold(sheet.sitting)
    if not FilledSheet.objects.filter(pk=sheet.pk, confirmed_on=None).exists():
        raise ValidationError(_("Two of you typed the same meanwhile, so it counts. Correct the minutes if need be."))
    erase(SealedItem.objects.filter(filled_sheet=sheet.pk))
    transaction.on_commit(checkpoint)
