"""Who may read what: anyone what is published, a group's members what waits to be published."""

from django.db.models import QuerySet

from rooted.groups.models import Seat
from rooted.struggles.models import ImportBatch, Struggle


def readable_struggles() -> QuerySet[Struggle]:
    """What has a page for anyone: what is published, and what was published and withdrawn in the open."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).select_related("batch")


def batches_of(seat: Seat) -> QuerySet[ImportBatch]:
    """The imports of this member's group, newest first."""
    return ImportBatch.objects.filter(group=seat.group).order_by("-imported_on", "id")


def public_countries() -> list[str]:
    """The country codes that public records have; one query over an index of its own."""
    written = Struggle.objects.public().order_by().values_list("countries", flat=True).distinct()
    return sorted({code for codes in written for code in codes.split()})
