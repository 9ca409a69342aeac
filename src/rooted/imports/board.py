"""What the chronicle puts on the notice board: imports that wait for a member to read them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.board import Line, Part
from rooted.groups.access import same_seat
from rooted.groups.glance import GROUP, Question, asks, glance
from rooted.groups.models import Seat
from rooted.imports.models import ImportFile
from rooted.struggles.models import ImportBatch


@asks
def questions() -> Mapping[str, Question]:
    kept = ImportBatch.objects.filter(group=GROUP, undo_on=None)
    return {
        "imports": Exists(kept),
        "imports.not-public": kept.filter(cleared_on=None),
        "imports.files": Exists(_files(GROUP)),
        "imports.waiting": Exists(_waiting(GROUP)),
    }


def _files(group: Any) -> QuerySet[ImportFile]:
    return ImportFile.objects.filter(group=group, batch=None)


def _waiting(group: Any) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(
        Q(rows_added__gt=0) | Q(rows_newer__gt=0), group=group, finished_on__isnull=False, cleared_on=None, undo_on=None
    )


def lines(seat: Seat) -> list[Line]:
    """One line for each file that waits to be read, and for each import that is not published yet."""
    there, found = glance(seat), []
    if there["imports.files"]:
        files = _files(seat.group).order_by("came_on", "id").only("name", "came_on")
        found += [to_read(file, seat) for file in files]
    if there["imports.waiting"]:
        found += [line(batch, seat) for batch in _waiting(seat.group).order_by("imported_on", "id")]
    return found


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
    number = batch.rows_added + batch.rows_newer
    words = ngettext("Read the import of %(n)d struggle", "Read the import of %(n)d struggles", number)
    if batch.first_seat is None:
        who = _("Nobody has read it yet. Two members publish it together.")
    elif same_seat(batch.first_seat, seat):
        who = _("You put it forward. Another member has to read it.")
    else:
        who = _("One member put it forward. If you agree, you publish it.")
    return Line(
        title=words % {"n": number},
        url=reverse("imports:import-detail", args=[seat.group.address, batch.pk]),
        action=_("Read"),
        when=batch.imported_on,
        who=who,
        nobody=batch.first_seat is None,
    )


def parts(seat: Seat) -> list[Part]:
    """The group's imports, and how many wait to be published."""
    there, url = glance(seat), reverse("imports:import-list", args=[seat.group.address])
    used, waiting = bool(there["imports"]), there["imports.not-public"]
    return [Part(name=_("Imports to the chronicle"), url=url, count=waiting, rank=60, used=used)]
