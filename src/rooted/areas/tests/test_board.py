"""The area on the notice board, in a search, and what is left when the group ends."""

from rooted.areas import board
from rooted.areas.found import hits
from rooted.areas.models import Area, PublicArea
from rooted.areas.reactions import erase_what_it_kept
from rooted.areas.tests import make
from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.groups.events import GroupClosed


def test_the_step_comes_only_with_something_to_read(ana):
    assert board.steps(ana.seat) == []
    make.lorries(ana.group)
    assert [step.done for step in board.steps(ana.seat)] == [False]
    make.bounds(ana, make.TRANSPORT)
    assert [step.done for step in board.steps(ana.seat)] == [True]


def test_the_part_is_used_once_an_area_is_kept(ana):
    assert [part.used for part in board.parts(ana.seat)] == [False]
    make.bounds(ana, make.TRANSPORT)
    assert [part.used for part in board.parts(ana.seat)] == [True]


def test_what_was_put_forward_waits_on_the_board_of_the_others(ana, bo):
    make.bounds(ana, make.TRANSPORT)
    make.put_forward(ana)
    assert board.lines(ana.seat) == []
    assert [line.who for line in board.lines(bo.seat)] == ["Ana put it forward. A second member has to agree."]


def search(member, words):
    seat = member.seat
    return [(hit.title, hit.url) for hit in hits(seat, matches(circles_of(seat), words)[0])]


def test_a_search_finds_what_stands_there_now_and_leads_to_it(ana, bo, cem):
    make.text(ana, "first lanterns")
    make.text(ana, "then otters", seen=1)
    assert search(bo, "otters") == [("Struggles nearby", make.at("area", ana) + "#near")]
    assert search(bo, "lanterns") == search(cem, "otters") == []


def test_a_group_that_closed_keeps_nothing(ana, bo):
    make.published(ana, bo)
    erase_what_it_kept(GroupClosed(group=ana.group.pk))
    assert (Area.objects.count(), PublicArea.objects.count()) == (0, 0)


def test_where_nothing_waits_the_board_s_one_statement_is_enough(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(1):
        said = board.lines(seat), [part.used for part in board.parts(seat)], board.steps(seat)
    assert said == ([], [False], [])
