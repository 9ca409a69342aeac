"""What happens to an area when its group ends."""

from rooted.areas.actions import erase_all_of
from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed


@reacts_to(GroupClosed)
def erase_what_it_kept(fact: GroupClosed) -> None:
    """A group that closed keeps no area, and strangers read none."""
    erase_all_of(fact.group)
