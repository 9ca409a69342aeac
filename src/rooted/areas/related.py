"""The way from a group's public page to how it reads its area."""

from typing import Any

from django.utils.translation import gettext as _

from rooted.areas.access import public_area_of
from rooted.base.board import Part
from rooted.groups.models import Group, Seat


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For everybody: the public copy, if there is one."""
    published = public_area_of(obj) if isinstance(obj, Group) else None
    if published is None:
        return []
    published.group = obj
    return [Part(_("How we read our area"), published.get_absolute_url(), rank=30)]
