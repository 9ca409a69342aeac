"""Consent and consensus: not how many are for it, but whether anybody has a reason against it.

Sources: G. Endenburg, Sociocracy (1998), for consent; Seeds for Change, A Consensus Handbook (2013), for consensus with
block and for standing aside: "I will not do it, and will not stop you".
"""

from rooted.counting.report import Decision
from rooted.counting.telling import Refused, Sentence, sentence

CONSENT, CONSENSUS = "consent", "consensus"


def consent(agree: int, abstain: int = 0, stand_aside: int = 0, objections: int = 0, *, quorum: int = 0) -> Decision:
    """Carried, if nobody objects, somebody agrees and at least `quorum` took part. An objection was heard to its reason
    before it is counted here: one that was answered is none."""
    tally = {"agree": agree, "abstain": abstain, "stand_aside": stand_aside, "object": objections}
    against = [sentence("objections", n=objections)] if objections else []
    return _decide(CONSENT, tally, against, quorum)


def consensus(
    agree: int,
    abstain: int = 0,
    stand_aside: int = 0,
    blocks: int = 0,
    *,
    quorum: int = 0,
    most_aside: int | None = None,
) -> Decision:
    """Carried, if nobody blocks, somebody agrees, `quorum` took part and not more than `most_aside` stand aside."""
    tally = {"agree": agree, "abstain": abstain, "stand_aside": stand_aside, "block": blocks}
    against = [sentence("blocks", n=blocks)] if blocks else []
    if most_aside is not None and stand_aside > most_aside:
        against.append(sentence("too-many-aside", n=stand_aside, most=most_aside))
    return _decide(CONSENSUS, tally, against, quorum)


def _decide(method: str, tally: dict[str, int], against: list[Sentence], quorum: int) -> Decision:
    if min(*tally.values(), quorum) < 0:
        raise Refused("tally")
    took_part = sum(tally.values())
    if not tally["agree"]:
        against = [*against, sentence("nobody-agreed")]
    if took_part < quorum:
        against = [*against, sentence("quorum-missed", n=took_part, needed=quorum)]
    says = against or [sentence("no-objection")]
    says += [sentence("stand-asides", n=tally["stand_aside"])] if tally["stand_aside"] else []
    says += [sentence("abstentions", n=tally["abstain"])] if tally["abstain"] else []
    verdict = sentence("not-carried" if against else "carried")
    return Decision(method, not against, tally, (verdict, *says))
