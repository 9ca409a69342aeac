"""An import is written once, however often it is broken off."""

import pytest
from django.core.exceptions import ValidationError

from rooted.imports import actions
from rooted.imports.importing import Stopped, paced, run
from rooted.imports.models import ImportFile, ImportNote
from rooted.imports.tests import make
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests.make import ANA, TODAY, group


@pytest.fixture
def owner(db):
    return group()


class PulledPlug(Exception):
    pass


def broken_off(owner, content):
    """Import until the first chunk is on disk, then stop."""
    batch = actions.start_import(make.file(owner, content), today=TODAY, at_once=False)

    def pull(chunk):
        raise PulledPlug

    with pytest.raises(PulledPlug):
        run(batch, tell=pull)
    return ImportBatch.objects.get(finished_on=None)


def test_an_import_in_the_making_cannot_be_put_forward(owner):
    with pytest.raises(ValidationError, match="not finished"):
        actions.put_forward(broken_off(owner, make.entries(60)), seat=ANA)


def test_an_import_that_was_broken_off_goes_on_where_it_stopped(owner):
    batch = broken_off(owner, make.entries(60, workers=0))
    assert (batch.rows_done, Struggle.objects.count()) == (20, 20)
    run(batch)
    sums = (batch.rows_total, batch.rows_done, batch.rows_added, batch.rows_unclear)
    assert sums == (60, 60, 60, 60)
    assert (Struggle.objects.count(), ImportNote.objects.count()) == (60, 60)


def test_rows_of_one_content_stay_apart_also_when_it_is_taken_up_again(owner):
    """By which of them a row is, is counted from the file's beginning, not from where the run begins."""
    content = "Date,Employer\n" + "2019,Docks\n" * 60
    batch = broken_off(owner, content)
    plan = ImportFile.objects.get().plan
    run(batch)
    again = make.batch(owner, content, mapping=plan)
    assert (batch.rows_added, again.rows_known, again.rows_added) == (60, 60, 0)


def test_a_longer_list_adds_only_what_is_new(owner):
    make.batch(owner, make.entries(3))
    batch = make.batch(owner, make.entries(5))
    assert (batch.rows_known, batch.rows_added, Struggle.objects.count()) == (3, 2, 5)


def test_a_known_number_with_another_content_adds_nothing_and_is_reported(owner):
    make.batch(owner, make.entries(2))
    batch = make.batch(owner, [make.entry(1), make.entry(2, description="Something else.")])
    assert (batch.rows_known, batch.rows_added) == (2, 0)
    assert [(note.row, note.code) for note in batch.notes.all()] == [(2, "differs")]


def test_a_run_that_another_run_overtook_stops(owner):
    batch = actions.start_import(make.file(owner, make.entries(60)), today=TODAY, at_once=False)

    def overtake(chunk):
        ImportBatch.objects.update(rows_done=60)

    with pytest.raises(Stopped):
        run(batch, tell=overtake)
    assert Struggle.objects.count() == 20


def test_chunks_shrink_when_they_take_long_and_grow_when_they_are_quick():
    paces = [paced(60, 0.08), paced(20, 0.001), paced(20, 0.03), paced(20, 9.0), paced(100, 0.0)]
    assert paces == [30, 25, 20, 15, 100]
