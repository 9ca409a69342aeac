"""What the chronicle puts on the notice board: imports that wait for a member to read them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.board import Line, Part
from rooted.groups.access import same_seat
from rooted.groups.models import Seat
from rooted.imports.models import ImportFile
from rooted.struggles.models import ImportBatch


def lines(seat: Seat) -> list[Line]:
    """One line for each file that waits to be read, and for each import that is not published yet."""
    files = ImportFile.objects.filter(group=seat.group, batch=None).order_by("came_on", "id").only("name", "came_on")
    waiting = ImportBatch.objects.filter(
        group=seat.group, finished_on__isnull=False, cleared_on=None, undo_on=None, rows_added__gt=0
    )
    return [to_read(file, seat) for file in files] + [
        line(batch, seat) for batch in waiting.order_by("imported_on", "id")
    ]


def to_read(file: ImportFile, seat: Seat) -> Line:
    return Line(
        title=_("Say how the list “%(name)s” is read") % {"name": file.name},
        url=reverse("imports:import-map", args=[seat.group.address, file.pk]),
        action=_("Open"),
        when=file.came_on,
        who=_("It is erased 30 days after it came."),
        nobody=True,
    )


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
    """The group's imports, and how many wait to be published."""
    rows = list(ImportBatch.objects.filter(group=seat.group, undo_on=None).values_list("cleared_on", flat=True))
    url = reverse("imports:import-list", args=[seat.group.address])
    return [Part(name=_("Imports to the chronicle"), url=url, count=rows.count(None), rank=60, used=bool(rows))]
