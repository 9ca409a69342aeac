"""Forms that write; beside them bare Django's POST with session, CSRF and one insert. Key derivation apart."""

from measure import Row, compare

GOAL = "<= 4 ms, <= 8 queries, <= 2.7x"
if __name__ == "__main__":
    compare(
        "Forms that write, CPU milliseconds",
        [
            Row("a stranger's letter", "letter", "post", GOAL + ", beside the key"),
            Row("  its Argon2id (19 MiB)", "receipt_key", "post", "the price of guessing a receipt"),
            Row("an answer", "answer", "post", GOAL),
            Row("a note", "note", "post", GOAL),
            Row("  Argon2id of signing in (64 MiB)", "sign_in_key", "post", "the price of guessing a passphrase"),
        ],
    )
