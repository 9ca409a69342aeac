"""assembly:assembly-detail"""

from django.utils import timezone

from rooted.assembly import running
from rooted.assembly.tests.make import assembly, at, counted, page, point, sitting


def test_it_shows_every_sitting_by_day_and_hour_and_the_agenda(ana):
    made = assembly(ana, hour="14:00", shift="Late shift")
    sitting(ana, made, hour="05:00", shift="Early shift")
    point(ana, made, "Breaks")
    shown = page(ana, "assembly-detail", made.pk)
    assert shown.index("Early shift") < shown.index("Late shift") < shown.index("Breaks")


def test_it_says_when_it_was_called_later_than_agreed(ana):
    late, good = assembly(ana, days=2, notice_days=3), assembly(ana, days=3, notice_days=3)
    assert ["It was called less than" in page(ana, "assembly-detail", one.pk) for one in (late, good)] == [True, False]


def test_it_adds_up_how_many_were_there(ana, bo):
    made = assembly(ana, quorum=60)
    first, second = made.sittings.get(), sitting(ana, made)
    counted(first, 41, ana, bo)
    counted(second, 99, ana)
    one_is_out = page(ana, "assembly-detail", made.pk)
    assert ("60 are needed in all." in one_is_out, "not enough" in one_is_out) == (True, False)
    counted(second, 18, ana, bo)
    assert "That is not enough: 60 are needed." in page(ana, "assembly-detail", made.pk)
    counted(second, 19, ana, bo)
    assert "60 people were counted in 2 of 2 sittings. That is enough" in page(ana, "assembly-detail", made.pk)


def test_one_that_ended_offers_no_change(ana):
    made = assembly(ana)
    running.end_assembly(made, seat=ana.seat, now=timezone.now())
    assert "Put it on the agenda" not in page(ana, "assembly-detail", made.pk)


def test_it_costs_the_same_with_3_and_with_50_rows(ana, django_assert_num_queries):
    made = assembly(ana)
    for number in range(49):
        if number == 3:
            with django_assert_num_queries(8):
                ana.client.get(at("assembly-detail", ana, made.pk))
        sitting(ana, made)
        point(ana, made, f"Point {number}")
    with django_assert_num_queries(8):
        assert ana.client.get(at("assembly-detail", ana, made.pk)).status_code == 200


def test_nobody_else_finds_it(ana, cem):
    assert cem.client.get(at("assembly-detail", cem, assembly(ana).pk)).status_code == 404
