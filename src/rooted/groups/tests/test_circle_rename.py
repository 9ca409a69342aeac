"""Another name for a small circle."""

from rooted.groups.small_circles import open_small
from rooted.groups.tests.make import at, circle


def test_everyone_inside_reads_the_new_name(ana, bo):
    small = circle(ana, bo, name="Car share")
    answer = bo.client.post(at("groups:circle-rename", bo, small.pk), {"called": "Van share"})
    assert answer.url == at("groups:circle", bo, small.pk)
    assert [one.name for one in open_small(ana.seat)] == ["Van share"]


def test_an_empty_name_is_refused(ana, bo):
    small = circle(ana, bo, name="Car share")
    assert ana.client.post(at("groups:circle-rename", ana, small.pk), {"called": " "}).status_code == 200
    assert [one.name for one in open_small(ana.seat)] == ["Car share"]
