"""Texts that burn on their day."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from rooted.base.events import _reactions, reacts_to
from rooted.circles.models import SealedItem
from rooted.register.actions import burn_due, burn_entry
from rooted.register.document import check_document, write_document
from rooted.register.events import DecisionBurnt
from rooted.register.models import Entry
from rooted.register.reading import entry_rows, filed
from rooted.register.tests.make import corrected, decided, fresh, in_days, today, walk_out
from rooted.tasks.models import Task


def document(member):
    return write_document(filed(entry_rows(member.seat)))


def test_on_its_day_text_and_tasks_are_erased_and_the_row_stays(ana):
    kept, entry = decided(ana), walk_out(ana)
    before = fresh(entry)
    assert (burn_due(in_days(6)), burn_due(in_days(7))) == (0, 1)
    after = fresh(entry)
    assert (after.item, after.burnt_on, Task.objects.count()) == (None, in_days(7), 0)
    same = ("number", "day", "kind", "result", "commitment", "previous", "head")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    assert list(SealedItem.objects.filter(kind="register.decision")) == [fresh(kept).item]


def test_burning_twice_burns_once(ana):
    entry = walk_out(ana)
    assert [burn_entry(entry.pk, today=in_days(7)) for _ in range(2)] == [True, False]
    assert (burn_due(in_days(9)), fresh(entry).burnt_on) == (0, in_days(7))


def test_whoever_keeps_the_same_text_elsewhere_is_told_in_the_same_transaction(ana):
    told, entry = [], walk_out(ana)
    reacts_to(DecisionBurnt)(told.append)
    burn_due(in_days(7))
    _reactions[DecisionBurnt].remove(told.append)
    assert told == [DecisionBurnt(ana.group.pk, entry.pk)]


def test_one_failing_reaction_leaves_everything_as_it_was(ana):
    entry = walk_out(ana)

    def fail(_fact):
        raise RuntimeError

    reacts_to(DecisionBurnt)(fail)
    with pytest.raises(RuntimeError):
        burn_due(in_days(7))
    _reactions[DecisionBurnt].remove(fail)
    assert (fresh(entry).burnt_on, Task.objects.count()) == (None, 2)


def test_a_correction_burns_with_the_first(ana):
    first = walk_out(ana)
    corrected(first, ana)
    assert (burn_due(in_days(7)), SealedItem.objects.filter(kind="register.decision").count()) == (2, 0)


def test_what_has_burnt_cannot_be_corrected(ana):
    entry = walk_out(ana)
    burn_due(in_days(7))
    with pytest.raises(ValidationError, match="cannot be corrected"):
        corrected(entry, ana)


def test_the_chain_holds_before_and_after_and_goes_on(ana):
    walk_out(ana)
    decided(ana)
    before = check_document(document(ana))
    burn_due(in_days(7))
    assert check_document(document(ana)) == before
    decided(ana)
    assert check_document(document(ana))[:2] == before


def test_a_text_without_a_day_stays(ana):
    decided(ana)
    assert burn_due(today() + timedelta(days=40_000)) == 0


def test_nothing_else_may_erase_a_text_without_saying_that_it_burnt(ana):
    entry = decided(ana)
    with pytest.raises(IntegrityError, match="text_or_burnt"):
        SealedItem.objects.filter(entry=entry).delete()


def test_no_row_can_be_written_after_the_same_head(ana):
    first = decided(ana)
    again = Entry.objects.get(pk=first.pk)
    again.pk, again.number, again.item = 5, 2, None
    again.burnt_on = today()
    with pytest.raises(IntegrityError):
        again.save(force_insert=True)
