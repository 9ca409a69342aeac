from rooted.groups.tests.make import circle, member
from rooted.shelf import board
from rooted.shelf.tests import make


def test_the_part_is_in_use_once_a_file_lies_there_that_one_can_open(ana, bo):
    eva = member(ana, "eva")
    assert [part.used for part in board.parts(ana.seat)] == [False]
    make.on_shelf(ana, keys=circle(ana, bo).keys)
    assert [board.parts(who.seat)[0].used for who in (ana, bo, eva)] == [True, True, False]
