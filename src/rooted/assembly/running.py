"""A sitting from its first point to its end: the current point, the speaking list, the minutes.

Whatever changes a sitting holds its row, so that of two phones at once one waits for the other.
"""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.assembly.calling import forget_speakers
from rooted.assembly.minutes import add_to_minutes
from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.sealed import SPEAKER
from rooted.assembly.speaking import same_name
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.register.chain import head_words
from rooted.register.models import Register

ENDED = gettext_lazy("This sitting has ended. Nothing was changed.")
GONE = gettext_lazy("This sitting was erased meanwhile.")
MOST_SPEAKERS = 200
LISTS_KEPT = timedelta(days=2)  # so long after the day of a sitting its speaking list is erased in any case


def hold_sitting(sitting: Sitting, *, running: bool = True) -> Sitting:
    """Inside a transaction: the sitting's row, held; if `running`, refused with a sentence once it has ended."""
    rows = Sitting.objects.select_for_update(no_key=True, of=("self",)).select_related("assembly")
    held = rows.filter(pk=sitting.pk).first()
    if held is not None and running and held.assembly.waits_since is not None:
        raise ValidationError(_("It is not called yet: by our rules a second member has to stand behind the call."))
    if held is None:
        raise ValidationError(GONE)
    if running and held.ended_on is not None:
        raise ValidationError(ENDED)
    return held


@transaction.atomic
def set_point(sitting: Sitting, point: AgendaPoint | None) -> None:
    """This is what is being spoken about now; None: nothing. Whoever spoke about another one has spoken."""
    held = hold_sitting(sitting)
    if point is not None and not AgendaPoint.objects.filter(pk=point.pk, assembly=held.assembly_id).exists():
        raise ValidationError(_("This point was taken off the agenda. Choose another one."))
    if held.current_id != (point.pk if point else None) and held.speakers.filter(turn=held.turns).exists():
        held.turns += 1
    held.current = point
    held.save(update_fields=["current", "turns"])


@transaction.atomic
def ask_for_the_word(sitting: Sitting, *, seat: Seat, name: str) -> Speaker:
    """Put a name at the end of the speaking list; refused if the full list has no room or the name waits already."""
    held = hold_sitting(sitting)
    waiting = list(held.speakers.filter(turn=None).select_related("item"))
    if len(waiting) >= MOST_SPEAKERS:
        raise ValidationError(_("The list is full. Let those on it speak first."))
    if same_name(name) in {same_name(seat.keys.read(one.item, SPEAKER)["name"]) for one in waiting}:
        raise ValidationError(_("This name is on the list already. If it is somebody else, write it another way."))
    place = (held.speakers.aggregate(last=Max("place"))["last"] or 0) + 1
    item = seat.keys.seal(SPEAKER, {"name": name})
    return Speaker.objects.create(sitting=held, item=item, place=place)


@transaction.atomic
def give_the_word(speaker: Speaker) -> None:
    """It is their turn; for one who had it already nothing happens, so two taps let nobody be left out."""
    held = hold_sitting(speaker.sitting)
    if Speaker.objects.filter(pk=speaker.pk, turn=None).update(turn=held.turns + 1):
        held.turns += 1
        held.save(update_fields=["turns"])


@transaction.atomic
def erase_speaker(speaker: Speaker) -> None:
    """Take a name off the list."""
    if erase(SealedItem.objects.filter(speaker=speaker.pk)):
        transaction.on_commit(checkpoint)


@transaction.atomic
def write_down(sitting: Sitting, *, seat: Seat, text: str, now: datetime) -> None:
    """Add to the end of the minutes, also after the sitting has ended."""
    add_to_minutes(hold_sitting(sitting, running=False), seat=seat, text=text, now=now)


@transaction.atomic
def end_sitting(sitting: Sitting, *, seat: Seat, now: datetime) -> None:
    """It is over: nothing is spoken about any more, and the speaking list is erased. A second call does nothing.

    The minutes end with the words of the group's register as it stands, so that nobody can rewrite it unseen.
    """
    if Sitting.objects.filter(pk=sitting.pk, ended_on=None).update(ended_on=timezone.localdate(now), current=None):
        forget_speakers(Q(sitting=sitting.pk))
        _sign(Sitting.objects.get(pk=sitting.pk), seat, now)


def _sign(sitting: Sitting, seat: Seat, now: datetime) -> None:
    register = Register.objects.filter(group=seat.group, length__gt=0).first()
    if register is None or sitting.minutes is None:
        return
    words = _("The register holds decisions up to number %(number)d. Its words: %(words)s.") % {
        "number": register.length,
        "words": head_words(bytes(register.head), seat.group.first_language),
    }
    try:
        add_to_minutes(sitting, seat=seat, text=words, now=now)
    except ValidationError:
        return  # the minutes are full or cannot be opened: the sitting ends all the same


@transaction.atomic
def end_assembly(assembly: Assembly, *, seat: Seat, now: datetime) -> None:
    """It is over, with all its sittings. A second call does nothing."""
    if Assembly.objects.filter(pk=assembly.pk, ended_on=None).update(ended_on=timezone.localdate(now)):
        for sitting in Sitting.objects.filter(assembly=assembly.pk, ended_on=None):
            end_sitting(sitting, seat=seat, now=now)


def erase_old_lists(today: date) -> int:
    """Erase speaking lists that nobody ended, two days after their sitting; returns how many names."""
    return forget_speakers(Q(sitting__day__lte=today - LISTS_KEPT))
