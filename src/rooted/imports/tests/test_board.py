"""The notice board says when an import waits for a member."""

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


def test_the_part_appears_with_the_first_import(ana, cem, docks):
    assert parts(ana.seat) == []
    make.batch(docks, make.entries(1))
    assert [(part.name, part.count) for part in parts(ana.seat)] == [("Imports to the chronicle", 1)]
    assert parts(cem.seat) == []
