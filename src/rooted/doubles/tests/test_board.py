"""One line for all pairs together."""

from rooted.doubles import actions, board
from rooted.doubles.tests import make


def test_no_pair_no_line(ana):
    assert (board.lines(ana.seat), board.parts(ana.seat)) == ([], [])


def test_all_pairs_are_one_line(ana, docks):
    make.pairs(docks, 3)
    titles = [line.title for line in board.lines(ana.seat)]
    assert titles == ["Look at 3 pairs of records that may be one struggle"]
    assert [(part.name, part.count) for part in board.parts(ana.seat)] == [("Records that may be one", 3)]


def test_what_another_group_asks_stands_instead(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    assert [line.title for line in board.lines(cem.seat)] == [
        "Another group asks whether 1 record of yours is the same as theirs"
    ]
    assert board.lines(ana.seat) == []


def test_once_decided_the_board_is_empty_and_the_list_stays(ana, docks):
    actions.keep_apart(make.pair(docks), seat=ana.seat)
    assert (board.lines(ana.seat), [part.count for part in board.parts(ana.seat)]) == ([], [0])


def test_where_nothing_waits_the_board_s_one_statement_is_enough(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(1):
        said = board.lines(seat), board.parts(seat)
    assert said == ([], [])
