"""Majorities on one text: simple, absolute, two thirds, or a share of one's own. Exact; each needs more yes than no.

Source for the words: Robert's Rules of Order Newly Revised (12th ed.), 44:1 to 44:9. Abstentions are counted and never
added to yes or no; whether they weigh depends on what the share is of:
"votes" (yes and no), "present" (all who took part), "entitled" (all who may vote, whether they came or not).
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from rooted.counting.report import Decision
from rooted.counting.telling import Refused, Sentence, sentence

OF = ("votes", "present", "entitled")


@dataclass(frozen=True)
class Rule:
    """A share of what is needed; `more` means more than it, else it is enough to reach it."""

    name: str
    share: Fraction
    of: str
    more: bool

    def needed(self, of: int) -> int:
        """How many yes are needed of so many; at least one."""
        exact = self.share * of
        return max(1, floor(exact) + 1 if self.more else ceil(exact))


SIMPLE = Rule("simple-majority", Fraction(1, 2), "votes", more=True)
ABSOLUTE = Rule("absolute-majority", Fraction(1, 2), "entitled", more=True)
TWO_THIRDS = Rule("two-thirds", Fraction(2, 3), "votes", more=False)


def own_share(share: Fraction, of: str = "votes", *, more: bool = False) -> Rule:
    """A rule of one's own: at least `share` (with `more`: more than it) of "votes", "present" or "entitled"."""
    if of not in OF or not 0 <= share <= 1 or (more and share == 1):
        raise Refused("share")
    return Rule("own-share", share, of, more)


def majority(
    yes: int,
    no: int,
    abstain: int = 0,
    *,
    rule: Rule = SIMPLE,
    entitled: int = 0,
    quorum: int = 0,
    pledges: int = 0,
    present: int = 0,
) -> Decision:
    """Carried, if the rule is met, more said yes than no, at least `quorum` took part (abstentions too) and at least
    `pledges` said yes.

    `entitled` is how many may vote; Refused, if it is less than took part where the rule asks for it. `present` is how
    many took part where some raise their hand for nothing.
    """
    took_part = max(present, yes + no + abstain)
    if min(yes, no, abstain, entitled, quorum, pledges) < 0 or (rule.of == "entitled" and entitled < took_part):
        raise Refused("tally")
    of = {"votes": yes + no, "present": took_part, "entitled": entitled}[rule.of]
    needed = rule.needed(of)
    says = [_share(rule, yes, no, of, needed)]
    carried = yes >= needed and yes > no
    if took_part < quorum:
        says.append(sentence("quorum-missed", n=took_part, needed=quorum))
        carried = False
    if pledges:
        says.append(sentence("pledges-reached" if yes >= pledges else "pledges-missed", yes=yes, needed=pledges))
        carried = carried and yes >= pledges
    says += [sentence("abstentions", n=abstain)] if abstain else []
    verdict = sentence("carried" if carried else "not-carried")
    return Decision(rule.name, carried, {"yes": yes, "no": no, "abstain": abstain}, (verdict, *says))


def _share(rule: Rule, yes: int, no: int, of: int, needed: int) -> Sentence:
    if yes + no == 0:
        return sentence("nobody-voted")
    if rule == SIMPLE or (yes >= needed and yes <= no):
        key = "tie" if yes == no else "more-yes" if yes > no else "not-more-yes"
        return sentence(key, yes=yes, no=no)
    return sentence("share-reached" if yes >= needed else "share-missed", yes=yes, of=of, needed=needed)
