"""Hanging an entry on the chain."""

import pytest
from django.core.exceptions import ValidationError

from rooted.register.chain import START
from rooted.register.models import Entry, Register
from rooted.register.sealed import DECISION
from rooted.register.tests.make import WALK_OUT, corrected, decided, today, walk_out
from rooted.tasks.models import Task
from rooted.tasks.sealed import TASK


def test_entries_count_from_one_and_each_hangs_on_the_one_before(ana):
    first, second = decided(ana), decided(ana)
    assert [(entry.number, entry.previous) for entry in (first, second)] == [(1, START), (2, first.head)]
    register = Register.objects.get(group=ana.group)
    assert (register.length, bytes(register.head)) == (2, second.head)


def test_two_groups_have_a_chain_each(ana, cem):
    decided(ana)
    assert decided(cem).number == 1


def test_what_was_decided_is_sealed_with_who_wrote_it_down(ana):
    content = ana.seat.keys.read(walk_out(ana).item, DECISION)
    assert {name: content[name] for name in WALK_OUT.committed} == WALK_OUT.committed
    assert content["seat"] == ana.seat.pk


def test_tasks_of_a_carried_decision_go_to_the_board_with_who_and_by_when(ana):
    entry = walk_out(ana)
    tasks = Task.objects.filter(from_entry__entry=entry).order_by("due_on")
    said = {ana.seat.keys.read(task.item, TASK)["text"]: task.due_on for task in tasks}
    assert said == {"Tell the drivers (Ana)": WALK_OUT.tasks[0].by, "Bring the banner": None}


@pytest.mark.parametrize("result", ["not carried", "inquorate", "blocked"])
def test_what_was_not_carried_gives_nobody_a_task_and_replaces_nothing(ana, result):
    first = decided(ana)
    later = walk_out(ana, result=result, supersedes=first)
    assert (later.supersedes, Task.objects.count()) == (None, 0)


def test_one_decision_takes_the_place_of_another_once(ana):
    first = decided(ana)
    second = decided(ana, supersedes=first)
    assert second.supersedes == first
    with pytest.raises(ValidationError, match="Number 2 has taken the place of number 1 already"):
        decided(ana, supersedes=first)
    assert Entry.objects.count() == 2


def test_an_entry_of_another_group_is_never_replaced(ana, cem):
    with pytest.raises(ValueError, match="another group"):
        decided(ana, supersedes=decided(cem))


def test_a_result_that_does_not_exist_is_refused(ana):
    with pytest.raises(ValueError, match="correction"):
        decided(ana, result="correction")


def test_a_correction_is_a_new_entry_that_burns_with_the_first(ana):
    first = walk_out(ana)
    second = corrected(first, ana, result="not carried")
    assert (second.kind, second.supersedes, second.number, second.result) == ("correction", first, 2, "not carried")
    assert (second.day, second.burns_on) == (today(), first.burns_on)
