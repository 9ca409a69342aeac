"""What happens to a register when its group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.register.actions import forget_group


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays, the chain neither."""
    forget_group(fact.group)
