"""Posters as PDF: CPU milliseconds of the process that sets them; beside it bare typst, alike, with one word.

Nothing of it runs in the server's process but the waiting.
"""

import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

SOURCE = Path(__file__).resolve().parents[1]
ROUNDS = 12
OWN = {"en": "Landlord not doing repairs?", "pl": "Właściciel nie robi napraw?", "pa": "ਮਕਾਨ ਮਾਲਕ ਮੁਰੰਮਤ ਨਹੀਂ ਕਰ ਰਿਹਾ?"}
OWN |= {"ar": "المالك لا يصلح البيت؟"}
ROWS = [("poster", "a4", 1), ("poster", "a4", 4), ("strips", "a4", 2), ("stickers", "a4", 4), ("card", "a6", 2)]
BARE = "import typst, sys; sys.stdout.buffer.write(typst.compile(b'One word'))"


def spent(work) -> tuple[float, float]:
    """CPU milliseconds of the child processes, and of the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu * 1_000, (time.monotonic() - start) * 1_000


def row(title: str, work) -> None:
    """One line of the table."""
    work()
    cpu, clock = zip(*(spent(work) for _ in range(ROUNDS)), strict=True)
    print(f"{title:34}{min(cpu):>10.0f}{statistics.median(cpu):>10.0f}{min(clock):>10.0f}", flush=True)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        os.environ |= {"ROOTED_DATA": folder, "DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
        sys.path.insert(0, str(SOURCE / "src"))
        import subprocess

        import django

        django.setup()
        from rooted.base import printing
        from rooted.posters.paper import TEMPLATE, paper

        group = SimpleNamespace(name="Docks", phone="01632 960 011", hour_text="Wednesdays 18:00 to 20:00")
        group.get_absolute_url = lambda: "/g/docks/"
        print(f"\nPosters as PDF, milliseconds\n{'':34}{'CPU':>10}{'middle':>10}{'clock':>10}")
        for kind, size, many in ROWS:
            chosen = {"languages": list(OWN)[:many], "question": "own", "own": list(OWN.values())[:many]}
            data = paper(group, server="https://rooted.example.org", kind=kind, size=size, **chosen)
            row(f"{kind}, {many} languages", lambda data=data: printing.pdf(TEMPLATE, data))
        bare = [sys.executable, "-c", BARE]
        row("bare typst, one word", lambda: subprocess.run(bare, capture_output=True, check=True))


if __name__ == "__main__":
    main()
