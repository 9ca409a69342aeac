"""What happens to notes and announcements when a group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.notes.actions import erase_all_of


@reacts_to(GroupClosed)
def erase_what_it_kept(fact: GroupClosed) -> None:
    """A group that closed keeps no note and no announcement."""
    erase_all_of(fact.group)
