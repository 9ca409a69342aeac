"""assembly:assembly-list"""

from django.utils import timezone

from rooted.assembly import running
from rooted.assembly.tests.make import assembly, at, page


def test_those_to_come_stand_in_the_order_of_their_days(ana):
    assembly(ana, "The later one", days=9)
    assembly(ana, "The sooner one", days=2)
    shown = page(ana, "assembly-list")
    assert shown.index("The sooner one") < shown.index("The later one")


def test_one_that_ended_stands_under_ended_alone(ana):
    running.end_assembly(assembly(ana, "It is over"), seat=ana.seat, now=timezone.now())
    assert ["It is over" in page(ana, "assembly-list", query=query) for query in ("", "?show=past")] == [False, True]


def test_another_groups_assembly_is_not_there(ana, cem):
    assembly(cem, "Of the depot")
    assert "Of the depot" not in page(ana, "assembly-list")


def test_the_list_costs_the_same_with_3_and_with_50_rows(ana, django_assert_num_queries):
    for number in range(3):
        assembly(ana, f"Assembly {number}")
    with django_assert_num_queries(6):
        assert ana.client.get(at("assembly-list", ana)).status_code == 200
    for number in range(3, 50):
        assembly(ana, f"Assembly {number}")
    with django_assert_num_queries(6):
        assert page(ana, "assembly-list").count("<li>") >= 50


def test_an_empty_list_says_what_comes_next(ana):
    assert "Every shift can have a sitting of its own" in page(ana, "assembly-list")
