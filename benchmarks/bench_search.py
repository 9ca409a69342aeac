"""Search over 100,000 records: the look-up alone and the whole page; beside them bare FTS5, ranked, 20 results."""

from measure import Row, compare

if __name__ == "__main__":
    compare(
        "Search over 100,000 records, CPU milliseconds",
        [
            Row("look-up, ordinary words", "find_ordinary", "find_ordinary", "p95 <= 0.6 ms, <= 2x"),
            Row("look-up, commonest words", "find_common", "find_common", "p95 <= 10 ms"),
            Row("page, ordinary words", "page_ordinary", "page_ordinary", "<= 6 ms"),
            Row("page, commonest words", "page_common", "page_common", ""),
        ],
        records=100_000,
        letters=1,
        at_once=10,
    )
