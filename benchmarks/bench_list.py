"""The chronicle, 50 records on a page, of 506 and of 15,000; beside it bare Django's list of 50."""

from measure import Row, compare

GOAL = "<= 2x, <= 5 queries, <= 25 kB"
if __name__ == "__main__":
    for records in (506, 15_000):
        rows = [Row("first page", "record_list", "record_list", GOAL)]
        if records > 5_000:
            rows.append(Row("page 100", "record_list_far", "record_list", GOAL))
        compare(f"List of 50 of {records:,} records, CPU milliseconds", rows, records=records)
