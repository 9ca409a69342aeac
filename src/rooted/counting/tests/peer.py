"""Counts the made elections by pref-voting and prints the outcomes: `PYTHON peer.py > outcomes.json`.

PYTHON is one that has pref-voting (the version in peer.txt); nothing of ours is needed there. Where pref-voting draws
lots, the option of the lowest number is drawn: our counts are given the same lot.
"""

import json
import sys
from pathlib import Path

from pref_voting.iterative_methods import instant_runoff_put
from pref_voting.margin_based_methods import beat_path
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.proportional_methods import stv_scottish

sys.path.insert(0, str(Path(__file__).parent))
from made_elections import elections


class LowestNumber:
    """The lot of pref-voting."""

    @staticmethod
    def choice(options):
        return min(options)


def profile(election):
    ranks = [{option: at for at, rank in enumerate(ranks) for option in rank} for ranks, _ in election.groups]
    found = ProfileWithTies(ranks, [n for _, n in election.groups], candidates=list(range(election.options)))
    found.use_extended_strict_preference()
    return found


def figures(options):
    return "".join(str(int(option)) for option in sorted(options))


def outcome(election, *, equal):
    """Winners as figures: of Scottish STV (strict rankings only), instant runoff (all that may win), Schulze."""
    votes = profile(election)
    stv = "" if equal else figures(stv_scottish(votes, num_seats=election.seats, rng=LowestNumber()))
    runoff = figures(instant_runoff_put(votes, score_method="split"))
    return f"{stv} {runoff} {figures(beat_path(votes, strength_function=votes.support))}".strip()


if __name__ == "__main__":
    found = {
        "strict": [outcome(election, equal=False) for election in elections(equal=False)],
        "equal": [outcome(election, equal=True) for election in elections(equal=True)],
    }
    print(json.dumps(found, indent=0).replace('",\n"', '", "').replace('[\n"', '["').replace('"\n]', '"]'))
