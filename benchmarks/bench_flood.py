"""A flood: letters per second taken by a group that holds none back, and how long a public page takes meanwhile."""

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")

from rooted.operate.tests.machine import free_port, prepared, server  # noqa: E402
from tests.faults.browsing import Browser  # noqa: E402
from tests.faults.flooding import flood, open_wide  # noqa: E402
from tests.faults.real import seeded  # noqa: E402

FLOODS = [(1_000, 60.0), (1_000, 0.1)]  # a thousand in a minute; as fast as they can be sent


def main() -> None:
    for letters, within in FLOODS:
        with tempfile.TemporaryDirectory() as folder:
            data, port = prepared(Path(folder) / "data"), free_port()
            people = seeded(data, 1)
            with server(data, port):
                open_wide(Browser(port, people["cookies"]["m0"]))
                found = flood(port, letters=letters, within=within)
        print(f"{letters} letters sent within {within:g} s: {found.told()}", flush=True)


if __name__ == "__main__":
    main()
