"""Pages of a member, each opening 50 sealed letters; beside them bare Django's signed-in list."""

from measure import Row, compare

GOAL = "<= 4 ms or <= 1.7x, <= 6 queries"
if __name__ == "__main__":
    compare(
        "Signed in, 50 sealed letters, CPU milliseconds",
        [
            Row("letters, 50 rows", "letter_list", "mine_50", GOAL),
            Row("notice board (20 lines shown)", "board", "mine_20", GOAL),
            Row("one letter with its two forms", "letter_detail", "form", GOAL),
            Row("board of a group of 150", "board_150", "mine_20", GOAL),
            Row("members, 150 names with their words", "seat_list_150", "mine_50"),
            Row("a small circle, 150 to choose from", "circle_make_150", "mine_50"),
        ],
    )
