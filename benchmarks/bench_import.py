"""Bringing in a list: CPU milliseconds of the whole and rows a second; beside it json or csv and one bulk_create.

Ours looks the file through, keeps it packed, reads it through its mapping, writes records with all their rows, and the
report, in short transactions; the pauses between them are left out.
"""

from measure import Row, compare

LISTS = [
    ("506 rows of Collective Action in Tech", "import_506", 5),
    ("15,000 rows of that form", "import_15000", 1),
    ("14,317 stoppages of FMCS's form", "import_stoppages", 1),
]

if __name__ == "__main__":
    for title, page, rounds in LISTS:
        compare(
            "Import of a list, CPU milliseconds for the whole list",
            [Row(title, page, page)],
            records=10,
            letters=1,
            rounds=rounds,
            at_once=1,
        )
