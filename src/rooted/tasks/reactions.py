"""What happens when a member leaves, or a group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed, SeatLeft
from rooted.tasks.actions import put_back_tasks
from rooted.tasks.handover import forget_group
from rooted.tasks.roles import end_holdings
from rooted.tasks.rota import put_back_slots


@reacts_to(SeatLeft)
def put_everything_back(fact: SeatLeft) -> None:
    """What somebody who left had taken on is anyone's again: tasks, days on the rota, roles."""
    put_back_tasks(fact.seat)
    put_back_slots(fact.seat)
    end_holdings(fact.seat)


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    forget_group(fact.group)
