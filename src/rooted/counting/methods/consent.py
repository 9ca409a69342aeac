"""Consent and consensus: not how many are for it, but whether anybody has a reason against it.

Sources: G. Endenburg, Sociocracy (1998), for consent; Seeds for Change, A Consensus Handbook (2013), for consensus with
block and for standing aside: "I will not do it, and will not stop you".
"""

from rooted.counting.report import Decision
from rooted.counting.telling import Refused, Sentence, sentence

CONSENT, CONSENSUS = "consent", "consensus"


def consent(
    agree: int,
    abstain: int = 0,
    stand_aside: int = 0,
    objections: int = 0,
    *,
    quorum: int = 0,
    pledges: int = 0,
    present: int = 0,
) -> Decision:
    """Carried, if nobody objects, somebody agrees, at least `quorum` took part and at least `pledges` agree. An
    objection was heard to its reason before it is counted here: one that was answered is none. `present` is how many
    took part where some raise their hand for nothing.
    """
    tally = {"agree": agree, "abstain": abstain, "stand_aside": stand_aside, "object": objections}
    against = [sentence("objections", n=objections)] if objections else []
    return _decide(CONSENT, tally, against, max(present, sum(tally.values())), quorum, pledges)


def consensus(
    agree: int,
    abstain: int = 0,
    stand_aside: int = 0,
    blocks: int = 0,
    *,
    quorum: int = 0,
    pledges: int = 0,
    present: int = 0,
    most_aside: int | None = None,
) -> Decision:
    """The same, if nobody blocks and not more than `most_aside` stand aside."""
    tally = {"agree": agree, "abstain": abstain, "stand_aside": stand_aside, "block": blocks}
    against = [sentence("blocks", n=blocks)] if blocks else []
    if most_aside is not None and stand_aside > most_aside:
        against.append(sentence("too-many-aside", n=stand_aside, most=most_aside))
    return _decide(CONSENSUS, tally, against, max(present, sum(tally.values())), quorum, pledges)


def _decide(
    method: str, tally: dict[str, int], against: list[Sentence], took_part: int, quorum: int, pledges: int
) -> Decision:
    if min(*tally.values(), quorum, pledges) < 0:
        raise Refused("tally")
    if not tally["agree"]:
        against = [*against, sentence("nobody-agreed")]
    if took_part < quorum:
        against = [*against, sentence("quorum-missed", n=took_part, needed=quorum)]
    if tally["agree"] < pledges:
        against = [*against, sentence("pledges-missed", yes=tally["agree"], needed=pledges)]
    says = against or [sentence("no-objection")]
    says += [sentence("stand-asides", n=tally["stand_aside"])] if tally["stand_aside"] else []
    says += [sentence("abstentions", n=tally["abstain"])] if tally["abstain"] else []
    verdict = sentence("not-carried" if against else "carried")
    return Decision(method, not against, tally, (verdict, *says))
