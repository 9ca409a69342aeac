"""How we decide here: what holds, and new rules as a proposal."""

from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.proposals.access import members
from rooted.proposals.deciding import propose_rules, rules_of
from rooted.proposals.forms import RulesForm
from rooted.proposals.rules import PAIR, defaults_for, sentences

SIZES = (2, 30, 3_000)


@members_only
def rules(request, seat):
    """What holds now and since when; and what we suggest to groups of 2, 30 and 3,000."""
    standing = rules_of(seat)
    context = {
        "seat": seat,
        "standing": standing,
        "sentences": sentences(standing.rules),
        "suggested": [(size, sentences(defaults_for(size))) for size in SIZES],
    }
    return render(request, "proposals/rules.html", context)


@members_only
def rules_edit(request, seat):
    """Propose other rules: they hold once they are carried by those that hold now."""
    pair = members(seat.group) == PAIR
    form = RulesForm(request.POST or None, pair=pair, initial=rules_of(seat).rules.sealed)
    if form.is_valid():
        made = propose_rules(seat, form.rules(), today=timezone.localdate())
        return redirect("proposals:proposal-detail", seat.group.address, made.pk)
    return render(request, "proposals/rules_edit.html", {"seat": seat, "form": form})
