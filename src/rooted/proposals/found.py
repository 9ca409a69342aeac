"""Where a search in the group leads: to the proposal that holds the words or is spoken about."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.proposals.models import Amendment, Objection, Proposal, Remark
from rooted.proposals.sealed import AMENDMENT, OBJECTION, PROPOSAL, REMARK

Title = Callable[[dict[str, Any]], str]
# By kind: the rows, the field that its page is named by, that page, what the hit is called.
WHERE: dict[str, tuple[Any, str, str, Title]] = {
    PROPOSAL.name: (Proposal, "pk", "proposals:proposal-detail", lambda content: content["title"]),
    REMARK.name: (Remark, "proposal", "proposals:proposal-detail", lambda content: _("A remark on a proposal")),
    OBJECTION.name: (Objection, "proposal", "proposals:proposal-detail", lambda content: _("An objection")),
    AMENDMENT.name: (Amendment, "pk", "proposals:amendment-answer", lambda content: _("Other words for a proposal")),
}


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are of this part; at most one query a kind."""
    found = []
    for kind, (model, page, route, title) in WHERE.items():
        ours = {match.item.pk: match for match in matches if match.item.kind == kind}
        if not ours:
            continue
        for pk, item in model.objects.of(seat.group).filter(item__in=ours).values_list(page, "item"):
            match, url = ours[item], reverse(route, args=[seat.group.address, pk])
            found.append(Hit(title=title(match.content), url=url, day=match.item.day, text=match.text))
    return found
