"""What happens to letters when a member leaves."""

from rooted.base.events import reacts_to
from rooted.groups.events import SeatLeft
from rooted.intake.actions import release_all


@reacts_to(SeatLeft)
def put_back_letters(fact: SeatLeft) -> None:
    """What somebody who left had taken on is anyone's again."""
    release_all(fact.seat)
