"""Another server's whole chronicle brought in: rows a second by CPU and by the clock, and the most memory it took.

Beside it the bare project reads the same file with json and writes one table with one bulk_create. Each side once, in
a process of its own; ours without the pauses between its transactions.

    python benchmarks/bench_whole.py 100000        # with ROOTED_DATABASE and BARE_DATABASE=host:port on PostgreSQL
"""

import resource
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import made_up


def once(name: str, path: Path, count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        side = import_module(f"{name}_side").Side(folder)
        side.fill(records=10, **({"letters": 1} if name == "ours" else {}))
        side.files = {("chronicle", count): path}
        before, clock, cpu = memory(), time.monotonic(), time.process_time()
        side.import_chronicle(count)
        clock, cpu = time.monotonic() - clock, time.process_time() - cpu
    print(
        f"{name:5} {count:,} records, {path.stat().st_size / 1e6:.0f} MB: CPU {cpu:.1f} s, {count / cpu:,.0f} rows/s; "
        f"clock {clock:.1f} s, {count / clock:,.0f} rows/s; memory {before:.0f} MiB before, {memory():.0f} MiB at most",
        flush=True,
    )


def memory() -> float:
    """The most this process has taken so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def both(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        path = made_up.chronicle_file(count, folder)
        for name in ("ours", "bare"):
            subprocess.run([sys.executable, "-B", __file__, name, str(path), str(count)], check=True)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        once(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        both(int(sys.argv[1]))
