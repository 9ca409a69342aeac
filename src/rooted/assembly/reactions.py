"""What happens when a group ends."""

from rooted.assembly.calling import erase_meetings_of
from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    erase_meetings_of(fact.group)
