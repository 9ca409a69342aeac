"""What happens when a group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.rules.deciding import erase_rules_of


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    erase_rules_of(fact.group)
