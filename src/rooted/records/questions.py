"""The questions that lead through an account, and the four kinds of points drawn from it. Each can be skipped."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Promise | str] = {
    "work": _("What is made or done here, and where does it stand in the chain?"),
    "workers": _("Who works here? Think of contracts, pay, where people come from, age, housing."),
    "before": _("What had changed before?"),
    "spark": _("What set it off?"),
    "decided": _("Who decided what to do, and how?"),
    "stopped": _("What did people do, and what really stopped?"),
    "against": _("What was done against it: police, court, agency workers, replacement?"),
    "union": _("What did the union do, if there was one?"),
    "officials": _("What did union officials, authorities and parties do?"),
    "spread": _("Did it spread, or did it stay alone?"),
    "divides": _("How was it for women, temporary workers, the night shift?"),
    "money": _("What did people live on, and for how long?"),
    "demands": _("Which demands were met, which were dropped, which were new?"),
    "later": _("How did it look three and twelve months later?"),
}

STRONG, WEAK, TRY, OPEN = "strong", "weak", "try", "open"
POINT_KINDS: dict[str, Promise | str] = {
    STRONG: _("Strong points"),
    WEAK: _("Weak points"),
    TRY: _("What others should try"),
    OPEN: _("What we do not know"),
}

# The first words of the vocabulary; whoever writes adds more. A code is never renamed.
SEEDS: dict[str, dict[str, Promise | str]] = {
    STRONG: {
        "spread-across-contracts": _("Spread across contracts"),
        "spread-across-sites": _("Spread across sites"),
        "chain-leverage": _("Leverage in the chain"),
        "held-by-assembly": _("Decided in assemblies"),
        "support-from-outside": _("Support from outside"),
        "surprise": _("Surprise"),
        "all-shifts": _("All shifts together"),
        "own-money": _("Own strike money"),
    },
    WEAK: {
        "isolated": _("Isolated"),
        "drawn-into-elections": _("Drawn into elections"),
        "split-by-contract": _("Split by contract"),
        "split-by-origin": _("Split by origin"),
        "one-shift-dark": _("One shift left out"),
        "led-from-above": _("Led from above"),
        "no-leverage": _("Nothing really stopped"),
        "ran-out-of-money": _("Ran out of money"),
        "tied-up-in-court": _("Tied up in court"),
    },
    TRY: {
        "ask-other-sites-first": _("Ask the other sites first"),
        "speak-in-all-languages": _("Speak in all languages of the place"),
        "go-to-the-customers": _("Go to the customers"),
        "keep-talks-open": _("Let everyone hear the talks"),
    },
    OPEN: {},
}


def question(code: str) -> str:
    """The words of one question."""
    return str(QUESTIONS.get(code, code))
