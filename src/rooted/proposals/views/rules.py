"""Other rules as a proposal. What holds: rules.views."""

from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.proposals.forms import RulesForm
from rooted.proposals.proposing import propose_rules
from rooted.rules.access import members
from rooted.rules.deciding import rules_of
from rooted.rules.rules import PAIR


@members_only
def rules_edit(request, seat):
    """Propose other rules: they hold once they are carried by those that hold now."""
    pair = members(seat.group) == PAIR
    form = RulesForm(request.POST or None, pair=pair, initial=rules_of(seat).rules.sealed)
    if form.is_valid():
        made = propose_rules(seat, form.rules(), today=timezone.localdate())
        return redirect("proposals:proposal-detail", seat.group.address, made.pk)
    return render(request, "proposals/rules_edit.html", {"seat": seat, "form": form})
