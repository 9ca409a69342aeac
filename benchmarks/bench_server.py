"""The server as it runs: first and later starts to the first page, memory, CPU of a page served; beside bare Django's.

Both are waitress with 16 threads in one process; ours also does the jobs.
"""

import tempfile
from concurrent.futures import ThreadPoolExecutor

import servers

STARTS, REQUESTS, CALLERS = 5, 1_000, 8


def say(title: str, ours: float, bare: float, goal: str = "") -> None:
    print(f"{title:44}{ours:10.2f}{bare:10.2f}   {ours / bare:5.1f}x   {goal}", flush=True)


def load(server: servers.Server, path: str) -> float:
    """CPU milliseconds of one page, of many asked for by eight callers at once."""
    before = server.cpu_seconds()
    with ThreadPoolExecutor(CALLERS) as callers:
        list(callers.map(server.get, [path] * REQUESTS))
    return (server.cpu_seconds() - before) * 1_000 / REQUESTS


def main() -> None:
    with tempfile.TemporaryDirectory() as mine, tempfile.TemporaryDirectory() as other:
        starts = []
        for _round in range(STARTS + 1):
            pair = servers.ours(mine), servers.bare(other)
            starts.append([(server.wall, server.cpu) for server in pair])
            if _round < STARTS:
                for server in pair:
                    server.stop()
        first, later = starts[0], starts[1:]
        print(f"\n{'The server':44}{'ours':>10}{'bare':>10}    ratio   goal")
        say("fresh folder to first page, wall s", first[0][0], first[1][0], "<= 6 s")
        say("fresh folder to first page, CPU s", first[0][1], first[1][1])
        say("start to first page, wall s", min(r[0][0] for r in later), min(r[1][0] for r in later), "<= 2 s, <= 1.5x")
        say("start to first page, CPU s", min(r[0][1] for r in later), min(r[1][1] for r in later))
        say("memory idle, PSS MiB", pair[0].pss(), pair[1].pss(), "<= 130")
        pages = [[load(server, "/") for server in pair] for _round in range(3)]
        say("front page served, CPU ms", min(p[0] for p in pages), min(p[1] for p in pages))
        say("memory after load, PSS MiB", pair[0].pss(), pair[1].pss(), "<= 1.3x idle")
        for server in pair:
            server.stop()


if __name__ == "__main__":
    main()
