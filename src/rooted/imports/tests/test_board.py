"""The notice board says when a list waits to be read, and when an import waits for a member."""

from rooted.imports.actions import clear_batch, put_forward
from rooted.imports.board import lines, parts
from rooted.imports.tests import make


def said(member):
    return [(line.title, line.who, line.nobody) for line in lines(member.seat)]


def test_each_member_reads_what_they_can_do(ana, bo, docks):
    batch = make.batch(docks, make.entries(2))
    title = "Read the import of 2 struggles"
    assert said(bo) == [(title, "Nobody has read it yet. Two members publish it together.", True)]
    put_forward(batch, seat=ana.seat.pk)
    assert said(ana) == [(title, "You put it forward. Another member has to read it.", False)]
    assert said(bo) == [(title, "One member put it forward. If you agree, you publish it.", False)]
    clear_batch(batch, seat=bo.seat.pk)
    assert said(bo) == []


def test_a_file_waits_for_somebody_to_say_how_it_is_read(ana, docks):
    make.file(docks, make.entries(1), name="Huelgas.json")
    assert [line.title for line in lines(ana.seat)] == ["Say how the list “Huelgas.json” is read"]


def test_the_part_stands_under_more_until_the_first_import(ana, cem, docks):
    assert [part.used for part in parts(ana.seat)] == [False]
    make.batch(docks, make.entries(1))
    assert [(part.name, part.count, part.used) for part in parts(ana.seat)] == [("Imports to the chronicle", 1, True)]
    assert [part.used for part in parts(cem.seat)] == [False]


def test_where_nothing_waits_the_board_s_one_statement_is_enough(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(1):
        said = lines(seat), [part.used for part in parts(seat)]
    assert said == ([], [False])
