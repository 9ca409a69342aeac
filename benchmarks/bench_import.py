"""Bringing in a list: CPU milliseconds of the whole; beside it json and bulk_create into one table."""

from measure import Row, compare

if __name__ == "__main__":
    compare(
        "Import of a list, CPU milliseconds for the whole list",
        [Row("506 rows", "import_506", "import_506")],
        records=10,
        letters=1,
        rounds=5,
        at_once=1,
    )
    compare(
        "Import of a list, CPU milliseconds for the whole list",
        [Row("15,000 rows", "import_15000", "import_15000")],
        records=10,
        letters=1,
        rounds=3,
        at_once=1,
    )
