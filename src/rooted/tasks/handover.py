"""The hand-over: what a new person needs to take over, written down by whoever knows it, and printed each month."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.tasks.models import HandOver, Section
from rooted.tasks.sealed import SECTION


@transaction.atomic
def add_section(seat: Seat, *, title: str, text: str) -> Section:
    """Write down one piece of what only one of us knows."""
    item = seat.keys.seal(SECTION, {"title": title, "text": text, "seat": seat.pk})
    return Section.objects.create(group=seat.group, item=item)


@transaction.atomic
def edit_section(section: Section, *, seat: Seat, title: str, text: str, seen: int) -> None:
    """Rewrite a section if nobody did since the writer saw version `seen`; else refuse, "overtaken"."""
    if not Section.objects.filter(pk=section.pk, version=seen).update(version=seen + 1):
        raise ValidationError(
            _("Somebody changed this while you wrote. Their text stands above. Put both together, then save again."),
            code="overtaken",
        )
    item = SealedItem.objects.get(section=section.pk)
    seat.keys.rewrite(item, {**seat.keys.read(item, SECTION), "title": title, "text": text})


def erase_section(section: Section) -> None:
    """Erase a section at once."""
    erase(SealedItem.objects.filter(section=section.pk))
    transaction.on_commit(checkpoint)


def want_monthly(group: Group, *, today: date) -> None:
    """From the next first of a month on the board says "Print the hand-over"; a second call does nothing."""
    HandOver.objects.get_or_create(group=group)
    HandOver.objects.filter(group=group, wanted_on=None).update(wanted_on=today)


def stop_monthly(group: Group) -> None:
    """The board no longer says it."""
    HandOver.objects.filter(group=group).update(wanted_on=None)


def say_printed(group: Group, *, today: date) -> None:
    """The hand-over of this month is on paper: the board is quiet until the next first."""
    HandOver.objects.update_or_create(group=group, defaults={"printed_on": today})


def due_since(group: Group, *, today: date) -> date | None:
    """The first of this month, if the group wants to print then and has not; else None."""
    first = today.replace(day=1)
    kept = HandOver.objects.filter(group=group, wanted_on__lte=first).first()
    return first if kept is not None and (kept.printed_on is None or kept.printed_on < first) else None


def forget_group(group_id: UUID) -> None:
    """A group that closed prints nothing; all else of it went with its circle."""
    HandOver.objects.filter(group_id=group_id).delete()
