"""What happens when a group ends, and when a decision burns."""

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.proposals.voting import erase_decided, erase_proposals_of
from rooted.register.events import DecisionBurnt


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    erase_proposals_of(fact.group)


@reacts_to(DecisionBurnt)
def burn_its_proposal(fact: DecisionBurnt) -> None:
    """The words of a decision that burns are erased here too, with all that was said and voted."""
    erase_decided(fact.entry)
