"""assembly:agenda-move"""

from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.assembly import calling, running
from rooted.assembly.reading import point_rows
from rooted.assembly.tests.make import assembly, point, post


def titles(member, made) -> list[str]:
    return [row.title for row in point_rows(member.seat, made.points.select_related("item"))]


def test_a_point_goes_one_place_up(ana):
    made = assembly(ana)
    _one, _two, three = (point(ana, made, title) for title in ("A", "B", "C"))
    post(ana, "agenda-move", three.pk, way="up")
    assert titles(ana, made) == ["A", "C", "B"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=8))
def test_any_moves_keep_every_point_and_agree_with_a_list(ana, moves):
    made = assembly(ana)
    points = {title: point(ana, made, title) for title in "ABCD"}
    expected = list("ABCD")
    for which, up in moves:
        here = expected.index("ABCD"[which])
        there = min(max(here + (-1 if up else 1), 0), 3)
        expected.insert(there, expected.pop(here))
        calling.move_point(points["ABCD"[which]], up=up)
    assert titles(ana, made) == expected
    calling.erase_assembly(made)


def test_an_ended_assembly_is_not_moved(ana):
    made = assembly(ana)
    _one, two = point(ana, made, "A"), point(ana, made, "B")
    running.end_assembly(made, seat=ana.seat, now=timezone.now())
    assert "This assembly has ended." in post(ana, "agenda-move", two.pk, way="up").content.decode()
    assert titles(ana, made) == ["A", "B"]
