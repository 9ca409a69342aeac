"""The page of a result of 300 votes, by majority and ranked; beside it bare Django's signed-in list."""

from measure import Row, compare

GOAL = "15 ms"


def main() -> None:
    compare(
        "A result of 300 votes (signed in)",
        [
            Row("majority, votes folded", "result_majority", "mine_50", GOAL),
            Row("ranked, five names", "result_ranked", "mine_50", GOAL),
            Row("several win, eight names", "result_several", "mine_50", GOAL),
        ],
        records=20,
        votes=300,
    )


if __name__ == "__main__":
    main()
