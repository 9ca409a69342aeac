"""Results in words. result.py says which sentence and of what; here are the words, so that they can be translated."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

from rooted.ballots.result import BLOCKED, CARRIED, INQUORATE, NOT_CARRIED, Result, Sentence
from rooted.base.language import in_a_row, isolated

WORDS = {
    "together_carried": gettext_lazy("Everyone agrees. It is decided."),
    "together_not_carried": gettext_lazy("Not everyone agrees yet. Talk more, then ask again."),
    "consent_carried": gettext_lazy(
        "Carried: nobody objects. Agree: %(agree)s. Abstain: %(abstain)s. Stand aside: %(aside)s."
    ),
    "consent_not_carried": gettext_lazy("Not carried: nobody agreed."),
    "consent_blocked": gettext_lazy(
        "Blocked by an objection. Object: %(object)s. Agree: %(agree)s. Abstain: %(abstain)s. Stand aside: %(aside)s."
    ),
    "consensus_carried": gettext_lazy(
        "Carried: everyone can carry it. Agree: %(agree)s. Abstain: %(abstain)s. Stand aside: %(aside)s."
    ),
    "consensus_not_carried": gettext_lazy("Not carried: nobody agreed."),
    "consensus_blocked": gettext_lazy(
        "Blocked. Block: %(block)s. Agree: %(agree)s. Abstain: %(abstain)s. Stand aside: %(aside)s."
    ),
    "majority_carried": gettext_lazy("Carried. Yes: %(yes)s. No: %(no)s. Abstain: %(abstain)s."),
    "majority_not_carried": gettext_lazy("Not carried. Yes: %(yes)s. No: %(no)s. Abstain: %(abstain)s."),
    "not_in_each": gettext_lazy(
        "Not carried: it did not hold in each sitting, as your rule asks. In all, yes: %(yes)s. No: %(no)s. "
        "Abstain: %(abstain)s."
    ),
    "tie": gettext_lazy("Not carried: a tie. Yes: %(yes)s. No: %(no)s."),
    "share_reached": gettext_lazy("%(yes)s yes of %(of)s. Needed: %(needed)s. Reached."),
    "share_missed": gettext_lazy("%(yes)s yes of %(of)s. Needed: %(needed)s. Not reached."),
    "pledges": gettext_lazy("Not carried: %(needed)s must say yes, and %(said)s did."),
    "inquorate": gettext_lazy("Nothing is decided: %(needed)s must take part, and %(cast)s did."),
    "none_counted": gettext_lazy("Nothing is decided: too few took part."),
    "inquorate_each": gettext_lazy(
        "Nothing is decided: %(needed)s must be present in each sitting. In one they were not."
    ),
    "strong_no": gettext_lazy("In “%(name)s” two thirds or more said no. Yes: %(yes)s. No: %(no)s."),
    "strong_no_together": gettext_lazy(
        "In the sittings shown together two thirds or more said no. Yes: %(yes)s. No: %(no)s."
    ),
    "nobody_chosen": gettext_lazy("Not carried: nothing got a vote."),
    "tie_of_options": gettext_lazy("Not carried: a tie with %(number)s each. %(names)s."),
    "tie_of_names": gettext_lazy("Not carried: a tie between %(names)s."),
    "none_wins": gettext_lazy("Not carried: no motion wins against “none of these”."),
    "chosen": gettext_lazy("Chosen: %(names)s."),
    "beats_all": gettext_lazy("%(name)s wins against each of the others, one against one."),
    "beats_by_path": gettext_lazy(
        "Nobody wins against each of the others. By the strongest chains of wins, %(name)s comes first."
    ),
    "not_above": gettext_lazy(
        "%(name)s is left out. Prefer it to %(other)s: %(votes)s. The other way round: %(against)s."
    ),
    "place_empty": gettext_lazy("One place stays empty: a tie between %(names)s."),
    "drawn": gettext_lazy("Drawn with the number %(seed)s: %(names)s."),
    "next_drawn": gettext_lazy("Next would be, in this order: %(names)s."),
    "lots_source": gettext_lazy("The number comes from: %(source)s"),
    "lots_rule": gettext_lazy(
        "The names are put in the order of %(rule)s, the smallest first; the first ones are drawn. "
        "With number and names exactly as they stand here, anyone gets the same."
    ),
}
# What a result says of figures that must stay hidden.
HIDDEN = {
    CARRIED: gettext_lazy("Carried. The figures stay hidden: they would tell how a few people voted."),
    NOT_CARRIED: gettext_lazy("Not carried. The figures stay hidden: they would tell how a few people voted."),
    BLOCKED: gettext_lazy("Blocked. The figures stay hidden: they would tell how a few people voted."),
    INQUORATE: gettext_lazy("Nothing is decided: too few took part."),
}


def said(sentence: Sentence) -> str:
    """One sentence of a result, in the language of the reader."""
    return WORDS[sentence.key] % {name: _written(value) for name, value in sentence.values.items()}


def _written(value: Any) -> str:
    if isinstance(value, list):
        return in_a_row([isolated(one) for one in value])
    return number_format(value, force_grouping=True) if isinstance(value, int) else isolated(value)


def say(result: Result) -> list[str]:
    """All of a result, the outcome first. Where its figures are hidden, the outcome and what was chosen."""
    if result.figures is None:
        return [str(HIDDEN[result.outcome]), *(said(one) for one in result.sentences if one.key == "chosen")]
    return [said(one) for one in result.sentences]
