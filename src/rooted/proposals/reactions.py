"""What happens when a group ends, when a decision burns, and when sittings are erased."""

from rooted.assembly.events import SittingsErased
from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.proposals.burning import keep_hold_of, let_its_minutes_burn
from rooted.proposals.models import Proposal
from rooted.proposals.voting import erase_decided, erase_proposals_of
from rooted.register.events import BurningSet, DecisionBurnt


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    erase_proposals_of(fact.group)


@reacts_to(DecisionBurnt)
def burn_its_proposal(fact: DecisionBurnt) -> None:
    """The words of a decision that burns are erased here too, with all that was said and voted."""
    erase_decided(fact.entry)


@reacts_to(BurningSet)
def let_minutes_burn_with_it(fact: BurningSet) -> None:
    """A decision that is to burn takes the minutes of its assembly along."""
    for pk in Proposal.objects.filter(entry=fact.entry).values_list("pk", flat=True):
        let_its_minutes_burn(pk, fact.day)


@reacts_to(SittingsErased)
def keep_hold_of_minutes(fact: SittingsErased) -> None:
    """Minutes of votes that were opened stay to be found, so that they can burn with them."""
    keep_hold_of(fact.assembly, fact.notes)
