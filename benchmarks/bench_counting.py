"""Counting votes: CPU milliseconds of our counts, and beside them those of pyrankvote and pref-voting.

Made ballots as in a large election: 15 options, four blocs, ranks left out, half of the ballots like no other. Each
figure is the least of some runs, from one row of bytes a ballot (or the peer's own ballots) to the full report;
"grouped" is a recount of ballots that are kept grouped. `--peer PYTHON` names a Python that has the peers installed
(outside of this repository: pip install pyrankvote pref-voting); without it our side runs alone.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
OPTIONS, SEATS = 15, 5
SIZES = (10_000, 100_000, 1_000_000)
RUNS = {10_000: 9, 100_000: 7, 1_000_000: 3}
# How large each peer is asked for: beyond it one run takes from ten seconds to minutes.
PEERS = {
    ("pyrankvote", "stv"): 100_000,
    ("pyrankvote", "runoff"): 100_000,
    ("pref-voting", "stv"): 10_000,
    ("pref-voting", "schulze"): 10_000,
}


def made(n: int) -> list[bytes]:
    """`n` ballots: each bloc has its own likings, each ballot draws from those of its bloc (Plackett, Luce)."""
    chance = random.Random(7)
    blocs = [[chance.gammavariate(0.6, 1) + 0.02 for _ in range(OPTIONS)] for _ in range(4)]
    rows = []
    for bloc in chance.choices(blocs, [4, 3, 2, 1], k=n):
        ranked = min(OPTIONS, 1 + int(chance.expovariate(1 / 4.5)))
        rows.append(bytes(sorted(range(OPTIONS), key=lambda option: chance.expovariate(bloc[option]))[:ranked]))
    return rows


def least(run: Callable[[], object], runs: int) -> float:
    """CPU milliseconds of the quickest run."""
    times = []
    for _run in range(runs):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1_000)
    return min(times)


def ours(rows: list[bytes]) -> dict[str, tuple[float, float, list[int]]]:
    """By rule: from rows to the report, from grouped ballots to the report, who is elected."""
    from rooted.counting.ballots import of_papers
    from rooted.counting.methods.instant_runoff import instant_runoff
    from rooted.counting.methods.schulze import schulze
    from rooted.counting.methods.scottish_stv import scottish_stv

    names = [str(option) for option in range(OPTIONS)]
    rules = {"stv": lambda kept: scottish_stv(kept, SEATS), "runoff": instant_runoff, "schulze": schulze}
    found = {}
    for rule, count in rules.items():
        runs, kept = RUNS.get(len(rows), 9), of_papers(names, rows)
        whole = least(lambda count=count: count(of_papers(names, rows)), runs)
        found[rule] = (whole, least(lambda count=count, kept=kept: count(kept), runs), elected(count(kept).elected))
    return found


def elected(names: object) -> list[int]:
    return sorted(int(str(name)) for name in names)


def peer(name: str, rule: str, rows: list[bytes]) -> tuple[float, list[int]]:
    """CPU milliseconds and who is elected, by one peer; runs in the peer's Python."""
    run = by_pyrankvote(rule, rows) if name == "pyrankvote" else by_pref_voting(rule, rows)
    return least(run, 1 if len(rows) > 10_000 else 3), elected(run())


def by_pyrankvote(rule: str, rows: list[bytes]) -> Callable[[], list]:
    import pyrankvote as rank

    options = [rank.Candidate(str(option)) for option in range(OPTIONS)]

    def run():
        votes = [rank.Ballot([options[option] for option in row]) for row in rows]
        if rule == "stv":
            return rank.single_transferable_vote(options, votes, SEATS).get_winners()
        return rank.instant_runoff_voting(options, votes).get_winners()

    return run


def by_pref_voting(rule: str, rows: list[bytes]) -> Callable[[], list]:
    from pref_voting.margin_based_methods import beat_path
    from pref_voting.profiles_with_ties import ProfileWithTies
    from pref_voting.proportional_methods import stv_scottish

    def run():
        grouped = Counter(rows)
        ranks = [{option: at for at, option in enumerate(row)} for row in grouped]
        votes = ProfileWithTies(ranks, list(grouped.values()), candidates=list(range(OPTIONS)))
        if rule == "stv":
            return stv_scottish(votes, num_seats=SEATS)
        votes.use_extended_strict_preference()
        return beat_path(votes, strength_function=votes.support)

    return run


def ask(python: str, name: str, rule: str, file: Path) -> tuple[float, list[int]]:
    done = subprocess.run([python, __file__, "--as", name, rule, str(file)], capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def read_rows(file: Path) -> list[bytes]:
    return [bytes.fromhex(line) for line in file.read_text().splitlines()]


def small() -> None:
    """A meeting of 300: from ballots to table, picture and sentences; and reading a file of 100,000."""
    from rooted.counting.ballots import of_papers
    from rooted.counting.files.blt import read_blt
    from rooted.counting.files.text import BallotFile
    from rooted.counting.files.written import write_blt
    from rooted.counting.methods.scottish_stv import scottish_stv
    from rooted.counting.picture import Words, draw_stages
    from rooted.counting.table import text
    from rooted.counting.telling import number

    names, rows = [str(option) for option in range(OPTIONS)], made(300)
    words = Words("elected", "drops out", "still in", "Stage {}".format, "quota {}".format, number)

    def report() -> None:
        count = scottish_stv(of_papers(names, rows), SEATS)
        text(count)
        draw_stages(count, words, name="c", title="Count", describe=lambda stage: "Stage")

    print(f"{'300 ballots: count, table, picture, sentences':48}{least(report, 30):10.2f}")
    file = write_blt(BallotFile(of_papers(names, made(100_000)), SEATS)).encode()
    print(f"{'reading a .blt file of 100,000 ballots':48}{least(lambda: read_blt(file), 5):10.1f}")


def main(python: str | None) -> None:
    head = "".join(f"{name:>18}{'ratio':>8}" for name in ("pyrankvote", "pref-voting") if python)
    print(f"\nCounting, CPU milliseconds\n{'':14}{'ballots':>10}{'different':>11}{'ours':>10}{'grouped':>10}{head}")
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        for n in SIZES:
            rows = made(n)
            file = Path(folder) / str(n)
            file.write_text("\n".join(row.hex() for row in rows))
            for rule, (whole, kept, winners) in ours(rows).items():
                line = f"{rule:14}{n:10}{len(set(rows)):11}{whole:10.1f}{kept:10.1f}"
                for name in ("pyrankvote", "pref-voting") if python else ():
                    if PEERS.get((name, rule), 0) < n:
                        line += f"{'':26}"
                        continue
                    took, others = ask(python, name, rule, file)
                    line += f"{took:18.0f}{took / whole:7.0f}x" + ("" if others == winners else f" elects {others}")
                print(line, flush=True)
    small()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--peer", help="a Python with pyrankvote and pref-voting")
    asked.add_argument("--as", nargs=3, dest="side", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.side:
        print(json.dumps(peer(given.side[0], given.side[1], read_rows(Path(given.side[2])))))
    else:
        sys.path.insert(0, str(SOURCE))
        main(given.peer)
