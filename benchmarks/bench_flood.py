"""A flood: letters per second taken, and how long a public page takes meanwhile. One real server on this machine."""

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")

from rooted.home.tests.machine import free_port, prepared, server  # noqa: E402
from tests.faults.flooding import flood  # noqa: E402
from tests.faults.real import seeded  # noqa: E402

FLOODS = [(1_000, 60.0), (1_000, 0.1)]  # a thousand in a minute; as fast as they can be sent


def main() -> None:
    for letters, within in FLOODS:
        with tempfile.TemporaryDirectory() as folder:
            data, port = prepared(Path(folder) / "data"), free_port()
            seeded(data, 1)
            with server(data, port):
                found = flood(port, letters=letters, within=within)
        rate, p50, p95 = found.taken / found.seconds, found.p50 * 1_000, found.p95 * 1_000
        print(f"{letters} letters in {found.seconds:.0f} s: {found.taken} taken ({rate:.1f} a second), ", end="")
        print(
            f"{found.back} sent back, {found.failed} failed; public page p50 {p50:.0f} ms, p95 {p95:.0f} ms", flush=True
        )


if __name__ == "__main__":
    main()
