"""What happens to letters when a member leaves, or the whole group ends."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed, SeatLeft
from rooted.intake.actions import release_all
from rooted.intake.interpreting import withdraw_all
from rooted.intake.models import Inbox, InterpreterLink


@reacts_to(SeatLeft)
def put_back_letters(fact: SeatLeft) -> None:
    """What somebody who left had taken on is anyone's again; the links they made for interpreters end."""
    release_all(fact.seat)
    withdraw_all(made_by=fact.seat)


@reacts_to(GroupClosed)
def forget_links(fact: GroupClosed) -> None:
    """What was shared with interpreters is erased with everything else, and what the group decided about letters."""
    InterpreterLink.objects.filter(thread__group=fact.group).delete()
    Inbox.objects.filter(group=fact.group).delete()
