"""Bringing in a list: CPU milliseconds of the whole and rows a second; beside it json or csv and one bulk_create.

Ours looks the file through, keeps it packed, reads it through its mapping, writes records with all their rows, and the
report, in short transactions; the pauses between them are left out.

    python benchmarks/bench_import.py import_506 import_stoppages   # only these; with ROOTED_DATABASE on PostgreSQL
"""

import sys

from measure import Row, compare

TITLE = "Import of a list, CPU milliseconds for the whole list"
LISTS = [
    ("506 rows of Collective Action", "import_506", 506, 5),
    ("15,000 rows of that form", "import_15000", 15_000, 1),
    ("14,317 stoppages of FMCS's form", "import_stoppages", 14_317, 1),
]

if __name__ == "__main__":
    for title, page, count, rounds in LISTS:
        if sys.argv[1:] and page not in sys.argv[1:]:
            continue
        ((ours, bare),) = compare(
            TITLE, [Row(title, page, page)], records=10, letters=1, rounds=rounds, at_once=1, warm=rounds - 1
        )
        print(f"rows a second: ours {count / ours * 1000:,.0f}, bare {count / bare * 1000:,.0f}", flush=True)
