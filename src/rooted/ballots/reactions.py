"""What happens to questions when a group ends. Whoever leaves keeps the vote they gave: it counts at the close."""

from rooted.ballots.actions import erase_all_of
from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed


@reacts_to(GroupClosed)
def erase_what_it_kept(fact: GroupClosed) -> None:
    """A group that closed keeps no question and no vote."""
    erase_all_of(fact.group)
