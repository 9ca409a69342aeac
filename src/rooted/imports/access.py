"""Who may read a group's imports: its members."""

from django.db.models import QuerySet

from rooted.groups.models import Seat
from rooted.struggles.models import ImportBatch


def batches_of(seat: Seat) -> QuerySet[ImportBatch]:
    """The imports of this member's group, newest first."""
    return ImportBatch.objects.filter(group=seat.group).order_by("-imported_on", "id")
