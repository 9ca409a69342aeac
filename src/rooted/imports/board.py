"""What the chronicle puts on the notice board: imports that wait for a member to read them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.board import Line, Part
from rooted.groups.access import same_seat
from rooted.groups.models import Seat
from rooted.struggles.models import ImportBatch


def lines(seat: Seat) -> list[Line]:
    """One line for each import that is not published yet."""
    waiting = ImportBatch.objects.filter(group=seat.group, finished_on__isnull=False, cleared_on=None)
    return [line(batch, seat) for batch in waiting.order_by("imported_on", "id")]


def line(batch: ImportBatch, seat: Seat) -> Line:
    words = ngettext("Read the import of %(n)d struggle", "Read the import of %(n)d struggles", batch.rows_added)
    if batch.first_seat is None:
        who = _("Nobody has read it yet. Two members publish it together.")
    elif same_seat(batch.first_seat, seat):
        who = _("You put it forward. Another member has to read it.")
    else:
        who = _("One member put it forward. If you agree, you publish it.")
    return Line(
        title=words % {"n": batch.rows_added},
        url=reverse("imports:import-detail", args=[seat.group.address, batch.pk]),
        action=_("Read"),
        when=batch.imported_on,
        who=who,
        nobody=batch.first_seat is None,
    )


def parts(seat: Seat) -> list[Part]:
    """The group's imports, once it has some."""
    waiting = list(ImportBatch.objects.filter(group=seat.group).values_list("cleared_on", flat=True))
    if not waiting:
        return []
    url = reverse("imports:import-list", args=[seat.group.address])
    return [Part(name=_("Imports to the chronicle"), url=url, count=waiting.count(None), rank=60)]
