"""How we decide here: what holds, and what has worked elsewhere."""

from django.shortcuts import render

from rooted.groups.access import members_only
from rooted.rules.deciding import rules_of
from rooted.rules.rules import defaults_for, sentences

SIZES = (2, 30, 3_000)


@members_only
def rules(request, seat):
    """What holds now and since when; and what we suggest to groups of 2, 30 and 3,000, and at a workplace."""
    standing = rules_of(seat)
    context = {
        "seat": seat,
        "standing": standing,
        "sentences": sentences(standing.rules),
        "suggested": [(size, sentences(defaults_for(size))) for size in SIZES],
        "workplace": sentences(defaults_for(SIZES[-1], workplace=True)),
    }
    return render(request, "rules/rules.html", context)
