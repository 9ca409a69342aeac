"""How the group decides now: its own rules once it has decided them, before that what suits its size."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.groups.models import Seat
from rooted.proposals.access import members
from rooted.proposals.models import GroupRules, Proposal
from rooted.proposals.proposing import Draft, add_proposal
from rooted.proposals.rules import HowWeDecide, defaults_for, rules_from, sentences
from rooted.proposals.sealed import RULES


@dataclass(frozen=True)
class Standing:
    """The rules that hold; `own`: the row, if the group decided them itself."""

    rules: HowWeDecide
    own: GroupRules | None = None


def rules_of(seat: Seat) -> Standing:
    """What holds in this group. One query where it has rules of its own, else two."""
    row = GroupRules.objects.filter(group=seat.group_id).select_related("item", "proposal__entry").first()
    if row is not None:
        try:
            return Standing(rules_from(seat.keys.read(row.item, RULES)["rules"]), row)
        except seal.Closed:
            pass
    return Standing(defaults_for(members(seat.group)))


def propose_rules(seat: Seat, rules: HowWeDecide, *, today: date) -> Proposal:
    """Put new rules as a proposal: they hold once it is carried by the rules that hold now."""
    text = "\n\n".join(sentences(rules))
    now = rules_of(seat).rules
    draft = Draft(title=_("How we decide here"), text=text, method=now.method, rules=rules.sealed)
    return add_proposal(seat, draft, today=today)


@transaction.atomic
def keep_rules(seat: Seat, proposal: Proposal, rules: HowWeDecide, *, today: date) -> None:
    """These hold from now on, in the place of what held before."""
    before = GroupRules.objects.select_for_update().filter(group=seat.group_id).first()
    content = {"rules": rules.sealed, "seat": seat.pk}
    if before is not None:
        seat.keys.rewrite(before.item, content)
        GroupRules.objects.filter(pk=before.pk).update(proposal=proposal, since=today)
        return
    GroupRules.objects.create(group=seat.group, item=seat.keys.seal(RULES, content), proposal=proposal, since=today)
