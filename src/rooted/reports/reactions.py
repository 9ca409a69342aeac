"""What happens to the desk when a member leaves, or the whole group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed, SeatLeft
from rooted.reports.actions import erase_all_of, take_back_all_of


@reacts_to(SeatLeft)
def take_back(fact: SeatLeft) -> None:
    """Nobody releases with somebody who is gone."""
    take_back_all_of(fact.seat)


@reacts_to(GroupClosed)
def clear_the_desk(fact: GroupClosed) -> None:
    """A group that closed keeps no draft."""
    erase_all_of(fact.group)
