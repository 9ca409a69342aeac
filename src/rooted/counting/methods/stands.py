"""One door to all decisions on one text: how many said what, and the standard name of the rule by which they decide."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from rooted.counting.methods.consent import CONSENSUS, CONSENT, consensus, consent
from rooted.counting.methods.majority import ABSOLUTE, SIMPLE, TWO_THIRDS, Rule, majority, own_share
from rooted.counting.report import Decision
from rooted.counting.telling import Refused

OWN_SHARE = "own-share"


@dataclass(frozen=True)
class Stands:
    """`figures`: how many said each word of WORDS. `share` is asked by OWN_SHARE alone, `entitled` (how many may vote,
    or are present where hands are counted) by the absolute majority; 0 is no `quorum`, no `pledges`. `present` is how
    many took part, where some raise their hand for nothing.
    """

    method: str
    figures: Mapping[str, int]
    share: Fraction = Fraction(1, 2)
    entitled: int = 0
    quorum: int = 0
    pledges: int = 0
    present: int = 0


def _majority(stands: Stands, rule: Rule) -> Decision:
    counted = [stands.figures[word] for word in WORDS[stands.method]]
    return majority(*counted, rule=rule, entitled=stands.entitled, **_beside(stands))


def _agreed(stands: Stands, way: Callable[..., Decision]) -> Decision:
    return way(*(stands.figures[word] for word in WORDS[stands.method]), **_beside(stands))


def _beside(stands: Stands) -> dict[str, int]:
    return {"quorum": stands.quorum, "pledges": stands.pledges, "present": stands.present}


MAJORITY = ("yes", "no", "abstain")
METHODS: dict[str, Callable[[Stands], Decision]] = {
    SIMPLE.name: lambda stands: _majority(stands, SIMPLE),
    ABSOLUTE.name: lambda stands: _majority(stands, ABSOLUTE),
    TWO_THIRDS.name: lambda stands: _majority(stands, TWO_THIRDS),
    OWN_SHARE: lambda stands: _majority(stands, own_share(stands.share)),
    CONSENT: lambda stands: _agreed(stands, consent),
    CONSENSUS: lambda stands: _agreed(stands, consensus),
}
WORDS = {
    **dict.fromkeys((SIMPLE.name, ABSOLUTE.name, TWO_THIRDS.name, OWN_SHARE), MAJORITY),
    CONSENT: ("agree", "abstain", "aside", "object"),
    CONSENSUS: ("agree", "abstain", "aside", "block"),
}


def decide(stands: Stands) -> Decision:
    """The decision. Refused, if the words are not those of the method, or the numbers cannot be."""
    if set(stands.figures) != set(WORDS.get(stands.method, ())):
        fit = [method for method, words in WORDS.items() if set(words) == set(stands.figures)]
        raise Refused("only-stands", words=list(stands.figures), names=fit)
    return METHODS[stands.method](stands)
