"""Finding pairs, and what members decide about them. No group can do anything to another group's record."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.doubles.blocking import Found, likely_pairs
from rooted.doubles.looking import facts_around, not_looked_at, piece_of
from rooted.doubles.models import APART, MERGED, ONE, OTHER, REASONS_LENGTH, Looked, Pair
from rooted.groups.models import Seat
from rooted.struggles.actions import merge_struggles, part_struggle
from rooted.struggles.models import Struggle

AT_ONCE = 100  # rows written in one transaction

# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def look_at_some(*, before: date | None = None, today: date | None = None) -> date | None:
    """Compare the next records nobody compared, newest first; from what day on back to go on, None at the end.

    Reads and compares outside a transaction, then writes rows, AT_ONCE in each; done again it adds nothing.
    """
    waiting = not_looked_at(before)
    if not waiting:
        return None
    chosen, spans, wide = piece_of(waiting)
    around = facts_around(spans, wide)
    new = set(chosen)
    found = likely_pairs([facts for facts in around if facts.key in new], around)
    day = today or timezone.localdate()
    for start in range(0, len(found), AT_ONCE):
        write_pairs(found[start : start + AT_ONCE], today=day)
    for start in range(0, len(chosen), AT_ONCE):  # last: whoever dies before has not looked
        write_looked(chosen[start : start + AT_ONCE], today=day)
    return waiting[len(chosen) - 1][1]


@transaction.atomic
def write_pairs(found: Iterable[Found], *, today: date) -> None:
    """The pairs that are not known yet."""
    pairs = [pair_of(one, today) for one in found]
    keys = {key for pair in pairs for key in (pair.one_id, pair.other_id)}
    groups = dict(Struggle.objects.filter(pk__in=keys).values_list("pk", "group"))
    here = [pair for pair in pairs if {pair.one_id, pair.other_id} <= set(groups)]  # an import may be undone meanwhile
    for pair in here:
        pair.one_group_id, pair.other_group_id = groups[pair.one_id], groups[pair.other_id]
    Pair.objects.bulk_create(here, ignore_conflicts=True)


@transaction.atomic
def write_looked(keys: Iterable[UUID], *, today: date) -> None:
    """That these records were compared."""
    here = Struggle.objects.filter(pk__in=list(keys)).values_list("pk", flat=True)
    Looked.objects.bulk_create([Looked(struggle_id=key, looked_on=today) for key in here], ignore_conflicts=True)


def pair_of(found: Found, today: date) -> Pair:
    first, second = sorted((found.one.key, found.other.key))
    reasons = " ".join(found.likeness.reasons)[:REASONS_LENGTH]
    return Pair(one_id=first, other_id=second, reasons=reasons, alike=found.likeness.points, found_on=today)


def forget_corrected(*, today: date) -> int:
    """Let what was corrected yesterday or today be compared anew; pairs that are known stay as they are."""
    corrected = list(Struggle.objects.filter(corrected_on__gte=today - timedelta(days=1)).values_list("pk", flat=True))
    return Looked.objects.filter(struggle__in=corrected).delete()[0]


# ── deciding ────────────────────────────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def join_records(pair: Pair, *, stands: str, seat: Seat, today: date | None = None) -> Pair:
    """They are one, and `stands` ("one", "other") is the record that stays in lists.

    The other one yields at once where the member's own group published it; else that group is asked.
    """
    day, held = today or timezone.localdate(), _held(pair)
    refuse_if_decided(held)
    if not all(public(record) for record in (held.one, held.other)):
        raise ValidationError(_("One of them is not in the chronicle any more. There is nothing to decide."))
    held.yields = OTHER if stands == ONE else ONE
    if held.yielding.group_id != seat.group_id:
        held.asked_group, held.asked_seat, held.asked_on = seat.group, seat.pk, day
    else:
        merge_struggles(held.yielding, into=held.standing, today=day)
        _decide(held, MERGED, seat, day)
    held.save()
    return held


@transaction.atomic
def keep_apart(pair: Pair, *, seat: Seat, today: date | None = None) -> Pair:
    """They are two: the pair is never offered again."""
    held = _held(pair)
    refuse_if_decided(held)
    held.yields = ""
    _decide(held, APART, seat, today or timezone.localdate())
    held.save()
    return held


@transaction.atomic
def part_again(pair: Pair, *, seat: Seat, today: date | None = None) -> Pair:
    """Let a record that yielded stand for itself again; what yielded to it before goes with it."""
    held = _held(pair)
    if held.verdict != MERGED:
        raise ValidationError(_("These are two records already."))
    record = held.yielding
    below = yielded_to(record)
    part_struggle(record)
    for follower in below:
        part_struggle(follower)
        merge_struggles(follower, into=record, today=follower.merged_on)
    held.yields = ""
    _decide(held, APART, seat, today or timezone.localdate())
    held.save()
    return held


@transaction.atomic
def open_again(pair: Pair, *, seat: Seat) -> Pair:
    """Take back "they are two", for members of the group that said so: the pair is open as before."""
    held = _held(pair)
    if held.verdict != APART or held.decided_group_id != seat.group_id:
        raise ValidationError(_("Only the group that said so can take it back."))
    held.verdict, held.yields = "", ""
    held.decided_group = held.decided_seat = held.decided_on = None
    held.asked_group = held.asked_seat = held.asked_on = None
    held.save()
    return held


def refuse_if_decided(pair: Pair) -> None:
    if pair.verdict == MERGED:
        raise ValidationError(_("Somebody decided meanwhile: they are one."))
    if pair.verdict == APART:
        raise ValidationError(_("Somebody decided meanwhile: they are two."))


def yielded_to(record: Struggle) -> list[Struggle]:
    """Every record that yielded to `record`, or to one that did: those it takes along when it is parted."""
    found: list[Struggle] = []
    asked = {record.pk}
    while asked:
        merged = Pair.objects.filter(verdict=MERGED)
        direct = list(merged.filter(one__in=asked, yields=OTHER).select_related("other"))
        direct += list(merged.filter(other__in=asked, yields=ONE).select_related("one"))
        found += [pair.yielding for pair in direct]
        asked = {pair.yielding.pk for pair in direct}
    return found


def _held(pair: Pair) -> Pair:
    """The pair as it is now, held until the transaction ends; both records too, in one order for everybody."""
    held = Pair.objects.select_for_update().get(pk=pair.pk)
    keys = [held.one_id, held.other_id]
    records = {row.pk: row for row in Struggle.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    held.one, held.other = records[held.one_id], records[held.other_id]
    return held


def public(record: Struggle) -> bool:
    """Whether it is in lists now."""
    taken_away = (record.withdrawn_on, record.hidden_on, record.merged_into_id)
    return record.published_on is not None and not any(taken_away)


def _decide(pair: Pair, verdict: str, seat: Seat, day: date) -> None:
    pair.verdict, pair.decided_group, pair.decided_seat, pair.decided_on = verdict, seat.group, seat.pk, day
