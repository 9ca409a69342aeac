"""Public pages, as a stranger opens them; beside them bare Django's page with one query."""

from measure import Row, compare

GOAL = "<= 1.5 ms, <= 4 queries, <= 3x"
if __name__ == "__main__":
    compare(
        "Public pages, CPU milliseconds",
        [
            Row("front page", "front", "hello", GOAL),
            Row("page of a group", "group", "hello", GOAL),
            Row("one record of the chronicle", "record", "hello", GOAL),
            Row("page to write a letter (form)", "letter_page", "form", ""),
        ],
    )
