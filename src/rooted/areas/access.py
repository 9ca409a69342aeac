"""Who may read what: members their group's area; anyone the public copy of an open group."""

from django.http import Http404

from rooted.areas.models import Area, PublicArea
from rooted.groups.models import Group, Seat


def area_of(seat: Seat) -> Area | None:
    """The area of the seat's group, if it keeps one. One query a request."""
    kept = seat.__dict__
    if "area" not in kept:
        kept["area"] = Area.objects.filter(group=seat.group).select_related("forward").first()
    found: Area | None = kept["area"]
    return found


def public_area_of(group: Group) -> PublicArea | None:
    """What strangers read of the group's area, if two members agreed to it."""
    return PublicArea.objects.filter(group=group).first()


def public_area(group: Group) -> PublicArea:
    """The same; 404 where there is none."""
    found = public_area_of(group)
    if found is None:
        raise Http404
    found.group = group
    return found
