"""Who may read a group's imports, files and mappings: its members. A shared mapping is everybody's on this server."""

from django.db.models import Q, QuerySet

from rooted.groups.models import Group, Seat
from rooted.imports.models import ImportFile, SavedMapping
from rooted.mappings.making import OURS
from rooted.mappings.shape import Mapping
from rooted.mappings.shipped import SHIPPED
from rooted.struggles.models import ImportBatch


def batches_of(seat: Seat) -> QuerySet[ImportBatch]:
    """The imports of this member's group, newest first."""
    return ImportBatch.objects.filter(group=seat.group).order_by("-imported_on", "id")


def files_of(seat: Seat) -> QuerySet[ImportFile]:
    """The files of this member's group that wait to be read, newest first; without what they hold."""
    return ImportFile.objects.filter(group=seat.group, batch=None).order_by("-came_on", "id")


def mappings_of(seat: Seat) -> QuerySet[SavedMapping]:
    """The mappings this member's group keeps."""
    return SavedMapping.objects.filter(group=seat.group).order_by("name")


def usable_mappings(group: Group) -> QuerySet[SavedMapping]:
    """The group's own mappings and those that other groups share."""
    return SavedMapping.objects.filter(Q(group=group) | Q(shared_on__isnull=False)).select_related("group")


def origin_of(mapping: Mapping, group: Group) -> str:
    """Where a file's mapping comes from: another server's "chronicle", a "known" list, a "kept" one, or a "guess"."""
    if mapping.code.startswith(OURS):
        return "chronicle"
    if any(mapping.code == shipped.code for shipped in SHIPPED.values()):
        return "known"
    kept = usable_mappings(group).filter(content__contains=f'"code": "{mapping.code}"')
    return "kept" if kept.exists() else "guess"


def mapping_called(name: str, group: Group) -> Mapping | None:
    """A mapping that comes with the product, or one this group can use; its own before one that others share."""
    if name in SHIPPED:
        return SHIPPED[name]
    found = list(usable_mappings(group).filter(name=name))
    own = next((one for one in found if one.group_id == group.pk), found[0] if found else None)
    return own.mapping if own else None
