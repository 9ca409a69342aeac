"""Assemblies on the notice board, among the due days, in the search, in the job and at the end of a group."""

from django.utils import timezone

from rooted.assembly import calling, running
from rooted.assembly.board import due, lines
from rooted.assembly.jobs import erase_speaking_lists
from rooted.assembly.models import Assembly, Speaker
from rooted.assembly.reactions import forget_closed_group
from rooted.assembly.tests.make import assembly, counted, in_days, point, sitting, speaker, today
from rooted.groups.events import GroupClosed


def titles(member) -> list[str]:
    return sorted(line.title for line in lines(member.seat) if "rota" in line.title)


def test_a_near_sitting_and_a_notice_that_does_not_hang_stand_there(ana):
    made = assembly(ana, days=5)
    assert titles(ana) == ["Assembly: The new night rota", "Hang up the notice: The new night rota"]
    calling.hang_notice(made, today=today())
    assert titles(ana) == ["Assembly: The new night rota"]


def test_a_far_one_or_one_that_ended_does_not(ana):
    calling.hang_notice(assembly(ana, days=8), today=today())
    running.end_assembly(assembly(ana, days=2), seat=ana.seat, now=timezone.now())
    assert titles(ana) == []


def test_a_sheet_that_one_typed_in_asks_for_a_second_until_two_typed_the_same(ana, bo):
    one = sitting(ana, days=-30)
    counted(one, 41, ana)
    assert titles(ana) == ["Compare with the sheet: The new night rota"]
    assert [line.when for line in lines(ana.seat) if "sheet" in line.title] == [today()]
    counted(one, 41, bo)
    assert titles(ana) == []


def test_due_are_the_days_of_sittings_to_come(ana, cem):
    sitting(ana, assembly(ana, days=4), day=in_days(2))
    assembly(cem, days=1)
    assert due(ana.group) == [in_days(2), in_days(4)]


def test_a_search_leads_to_the_assembly_of_a_point(ana):
    made = assembly(ana)
    point(ana, made, "Breaks in the cold store")
    shown = ana.client.post(f"/g/{ana.group.address}/search/", {"words": "cold store"}).content.decode()
    assert "Breaks in the cold store" in shown


def test_lists_of_two_days_ago_are_erased_by_the_job(ana):
    old, new = sitting(ana, days=-2), sitting(ana, days=-1)
    speaker(ana, old)
    kept = speaker(ana, new)
    erase_speaking_lists(timezone.now())
    erase_speaking_lists(timezone.now())
    assert [row.pk for row in Speaker.objects.all()] == [kept.pk]


def test_a_closed_group_keeps_no_assembly(ana, cem):
    assembly(ana)
    kept = assembly(cem)
    forget_closed_group(GroupClosed(group=ana.group.pk))
    assert [row.pk for row in Assembly.objects.all()] == [kept.pk]
