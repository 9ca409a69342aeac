"""Who decides: all members alike."""

from rooted.groups.models import Group, Seat


def members(group: Group) -> int:
    """How many can act in the group now."""
    return Seat.objects.active().filter(group=group).count()
