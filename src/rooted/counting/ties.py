"""Names that are level: the most recent stage before, at which they were not, decides; else the lot.

The Scottish Local Government Elections Order 2011 (SSI 2011/399), schedule 1, rules 50 and 52. Of three names that are
level, a stage may leave two; then stages before that one decide between them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rooted.counting.lots import Lot
from rooted.counting.telling import Amount, Sentence, sentence


@dataclass(frozen=True)
class Settled:
    """The option, and the sentences that say how it was chosen among level ones (none, if it was alone)."""

    option: int
    says: tuple[Sentence, ...]


def settle(
    options: Sequence[int],
    history: Sequence[Sequence[Amount]],
    names: Sequence[str],
    lot: Lot,
    extreme: Callable[[list[Amount]], Amount],
) -> Settled:
    """The option with the most (`extreme` is max) or the fewest (min) votes at the last stage of `history`.

    `history` holds the totals by option at the end of each stage so far.
    """
    level = sorted(options)
    says: list[Sentence] = []
    for stage in range(len(history), 0, -1):
        totals = history[stage - 1]
        best = extreme([totals[option] for option in level])
        left = [option for option in level if totals[option] == best]
        if len(left) < len(level) and stage < len(history):
            key = "looked-back" if len(left) > 1 else "looked-back-most" if extreme is max else "looked-back-fewest"
            level_names, left_names = ([names[one] for one in some] for some in (level, left))
            says.append(sentence(key, names=level_names, stage=stage, left=left_names))
        level = left
        if len(level) == 1:
            return Settled(level[0], tuple(says))
    drawn = lot([names[option] for option in level])
    says.append(sentence("lot", names=[names[option] for option in level], name=drawn))
    return Settled(names.index(drawn), tuple(says))
