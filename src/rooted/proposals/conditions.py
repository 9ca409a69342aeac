"""What a vote holds itself to, as it was frozen at the opening, in sentences."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from rooted.ballots.methods import Asked
from rooted.ballots.reading import asked_of
from rooted.base import seal
from rooted.base.language import isolated
from rooted.groups.models import Seat
from rooted.proposals.models import Proposal

OF_SEVERAL = {"ranked-several", "lots"}  # their places are always said
NUMBERS = ("seats", "quorum", "quorum_each", "pledges")


def conditions_of(seat: Seat, proposal: Proposal) -> list[str]:
    """The same of a proposal; nothing before its vote was opened, or when what was asked cannot be opened."""
    try:
        return conditions(asked_of(proposal.question, seat)) if proposal.question else []
    except seal.Closed:
        return []


def conditions(asked: Asked) -> list[str]:
    """One sentence for each rule that is set."""
    rules = asked.rules
    several = rules.seats > 1 or asked.method in OF_SEVERAL
    said = [
        (asked.method == "share", _("At least %(share)s of all yes and no must be yes.")),
        (several, _("Places to fill: %(seats)s.")),
        (rules.seed, _("The number for the lots comes from: %(seed)s")),
        (rules.quorum, _("At least %(quorum)s must take part, so that it counts.")),
        (rules.quorum_each, _("At least %(quorum_each)s must be present in each sitting.")),
        (rules.pledges, _("At least %(pledges)s must say yes.")),
        (rules.majority_each, _("It must hold in each sitting too.")),
        (rules.urgent, _("It was urgent: the time our rules ask for was shortened.")),
        (rules.closed_until_last, _("No sitting's figures are shown before the last one has counted.")),
    ]
    values = {name: number_format(getattr(rules, name), force_grouping=True) for name in NUMBERS}
    values |= {"share": isolated("{}/{}".format(*rules.share)), "seed": isolated(rules.seed)}
    return [words % values for is_set, words in said if is_set]
