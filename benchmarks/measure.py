"""Runs two sides, ours and bare Django, each in its own process, turn and turn about, and prints them side by side.

What counts is CPU time (user and system) of the process, the least of many runs: what it costs on a quiet machine.
"""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROUNDS, AT_ONCE, WARM = 12, 5, 5
HEAD = (
    f"{'':34}{'ours':>10}{'middle':>10}{'SQL':>5}{'bytes':>8}   "
    f"{'bare':>10}{'middle':>10}{'SQL':>5}   {'ratio':>6}   goal"
)


@dataclass(frozen=True)
class Row:
    """One line of the table: what each side is asked for, and the goal as people read it."""

    title: str
    ours: str
    bare: str
    goal: str = ""


class Side:
    """One process that holds a filled database and runs what it is asked for."""

    def __init__(self, name: str, *, python: str = sys.executable, **world: int) -> None:
        self.process = subprocess.Popen(
            [python, "-B", str(HERE / "side.py"), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.ask("world", **world)

    def ask(self, what: str, **values: object) -> dict:
        """Send one request, wait for its answer."""
        print(json.dumps({"do": what, **values}), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("One side has stopped; its message stands above.")
        return json.loads(line)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def compare(
    title: str, rows: list[Row], *, rounds: int = ROUNDS, at_once: int = AT_ONCE, warm: int = WARM, **world: int
) -> list[tuple[float, float]]:
    """Measure every row on both sides in turns, and print the table: CPU in milliseconds. Answers the least of each."""
    least = []
    ours, bare = Side("ours", **world), Side("bare", **world)
    print(f"\n{title}\n{HEAD}", flush=True)
    for row in rows:
        seen = [side.ask("look", page=page) for side, page in ((ours, row.ours), (bare, row.bare))]
        times: tuple[list[float], list[float]] = ([], [])
        for side, page in ((ours, row.ours), (bare, row.bare)):
            side.ask("run", page=page, times=warm)
        for _round in range(rounds):
            for side, page, kept in ((ours, row.ours, times[0]), (bare, row.bare, times[1])):
                kept.extend(side.ask("run", page=page, times=at_once)["cpu"])
        print(line(row, seen, times), flush=True)
        least.append((min(times[0]), min(times[1])))
    ours.close()
    bare.close()
    return least


def line(row: Row, seen: list[dict], times: tuple[list[float], list[float]]) -> str:
    least, middle = [min(side) for side in times], [statistics.median(side) for side in times]
    return (
        f"{row.title:34}{least[0]:10.2f}{middle[0]:10.2f}{seen[0]['queries']:5}{seen[0]['bytes']:8}   "
        f"{least[1]:10.2f}{middle[1]:10.2f}{seen[1]['queries']:5}   {least[0] / least[1]:5.1f}x   {row.goal}"
    )
