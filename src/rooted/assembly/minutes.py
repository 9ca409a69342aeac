"""The minutes of a sitting: a note of the group, written line by line while the sitting goes on."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rooted.assembly.models import Assembly, Sitting
from rooted.assembly.sealed import ASSEMBLY, POINT, SITTING
from rooted.groups.models import Seat
from rooted.notes.actions import Written, save_note, write_note
from rooted.notes.burning import let_burn
from rooted.notes.models import Note
from rooted.notes.reading import newest_of

LONGEST_TITLE, LONGEST_NOTE = 120, 30_000  # as in notes/forms.py, whose pages change them later
TRIES = 5  # so often somebody may save the note on its own page between our reading and our saving


def add_to_minutes(sitting: Sitting, *, seat: Seat, text: str, now: datetime, heading: str | None = None) -> Note:
    """Write `text` at the end of the minutes, under `heading` or the point that is current; the first line begins them.

    In the caller's transaction, which holds the sitting's row. Refused with a sentence when they are full.
    """
    refuse_if_burnt(sitting, now)
    heading = heading_of(sitting, seat) if heading is None else heading
    if sitting.minutes is None:
        written = Written(_title(sitting, seat), _joined("", heading, text), sitting.day)
        sitting.minutes = write_note(seat, kind=Note.Kind.MINUTES, written=written, now=now)
        sitting.save(update_fields=["minutes"])
        # read anew: while this waited for the sitting's row, somebody may have set the day
        day = Assembly.objects.values_list("minutes_burn_on", flat=True).get(pk=sitting.assembly_id)
        if day is not None:
            let_burn(sitting.minutes.pk, day)
        return sitting.minutes
    for left in reversed(range(TRIES)):
        try:
            return _append(sitting.minutes, seat, heading, text, now)
        except ValidationError as refusal:
            if refusal.code != "overtaken" or not left:
                raise
    raise AssertionError


def refuse_if_burnt(sitting: Sitting, now: datetime) -> None:
    """Refuse to write down what would be erased within the hour, or would outlive what it tells of."""
    day = Assembly.objects.filter(pk=sitting.assembly_id).values_list("minutes_burn_on", flat=True).first()
    if day is not None and day <= timezone.localdate(now):
        words = _(
            "The minutes of this assembly burnt on %(day)s, with what was decided. Nothing is written down here now."
        )
        raise ValidationError(words % {"day": date_format(day)})


def _append(note: Note, seat: Seat, heading: str, text: str, now: datetime) -> Note:
    newest = newest_of(seat, note)
    if newest is None or newest.lost:
        raise ValidationError(_("The minutes cannot be opened. Write this down as a new note."))
    before = newest.content["text"]
    if newest.content["seat"] == seat.pk and before.split("\n\n")[-text.count("\n\n") - 1 :] == text.split("\n\n"):
        return note  # sent twice
    whole = _joined(before, heading, text)
    if len(whole) > LONGEST_NOTE:
        raise ValidationError(_("The minutes are full. Write the rest down as a new note."))
    written = Written(newest.content["title"], whole, newest.held_on)
    save_note(note, seat=seat, written=written, seen=newest.version.number, now=now)
    return note


def heading_of(sitting: Sitting, seat: Seat) -> str:
    """What stands above a line that is written down now: the point that is spoken about."""
    point = sitting.current
    return f"# {seat.keys.read(point.item, POINT)['title']}" if point is not None else ""


def _title(sitting: Sitting, seat: Seat) -> str:
    about = seat.keys.read(sitting.assembly.item, ASSEMBLY)["about"]
    shift = seat.keys.read(sitting.item, SITTING)["shift"]
    return (_("%(about)s: %(shift)s") % {"about": about, "shift": shift} if shift else about)[:LONGEST_TITLE]


def _joined(before: str, heading: str, text: str) -> str:
    """`text` after `before`, under `heading` unless the last heading says the same already."""
    last = next((line for line in reversed(before.split("\n")) if line.startswith("# ")), "")
    parts = (before, heading if heading != last else "", text)
    return "\n\n".join(part for part in parts if part)
