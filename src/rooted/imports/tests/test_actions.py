"""An import is written once, however often it is broken off."""

import pytest
from django.core.exceptions import ValidationError

from rooted.imports import actions
from rooted.imports.importing import CHUNK
from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests.make import ANA, TODAY, group


@pytest.fixture
def owner(db):
    return group()


def test_an_import_in_the_making_cannot_be_put_forward(owner, tmp_path):
    batch = broken_off(owner, make.written(tmp_path, make.entries(60)))
    with pytest.raises(ValidationError, match="not finished"):
        actions.put_forward(batch, seat=ANA)


class PulledPlug(Exception):
    pass


def broken_off(owner, path):
    """Import until the first chunk is on disk, then stop."""

    def pull(chunk):
        raise PulledPlug

    with pytest.raises(PulledPlug):
        actions.import_file(path, group=owner, today=TODAY, tell=pull)
    return ImportBatch.objects.get(finished_on=None)


def test_an_import_that_was_broken_off_goes_on_where_it_stopped(owner, tmp_path):
    path = make.written(tmp_path, make.entries(60, workers=0))
    batch = broken_off(owner, path)
    assert (batch.rows_done, Struggle.objects.count()) == (CHUNK, CHUNK)
    work = actions.import_file(path, group=owner, today=TODAY)
    batch.refresh_from_db()
    sums = (work.started_at_row, batch.rows_total, batch.rows_done, batch.rows_added, batch.rows_unclear)
    assert sums == (CHUNK, 60, 60, 60, 60)
    assert (Struggle.objects.count(), ImportNote.objects.count()) == (60, 60)


def test_another_file_waits_until_the_broken_import_is_finished(owner, tmp_path):
    broken_off(owner, make.written(tmp_path, make.entries(60)))
    with pytest.raises(ValidationError, match="broken off"):
        actions.import_file(make.written(tmp_path, make.entries(61)), group=owner)


def test_a_longer_list_adds_only_what_is_new(owner, tmp_path):
    actions.import_file(make.written(tmp_path, make.entries(3)), group=owner)
    batch = actions.import_file(make.written(tmp_path, make.entries(5)), group=owner).batch
    batch.refresh_from_db()
    assert (batch.rows_known, batch.rows_added, Struggle.objects.count()) == (3, 2, 5)


def test_a_list_with_nothing_new_leaves_nothing_to_release(owner, tmp_path):
    actions.import_file(make.written(tmp_path, make.entries(3)), group=owner)
    actions.import_file(make.written(tmp_path, make.entries(2)), group=owner)
    assert ImportBatch.objects.count() == 1


def test_a_run_that_another_run_overtook_stops(owner, tmp_path):
    path = make.written(tmp_path, make.entries(60))

    def overtake(chunk):
        ImportBatch.objects.update(rows_done=60)

    with pytest.raises(ValidationError, match="Somebody else"):
        actions.import_file(path, group=owner, tell=overtake)
    assert Struggle.objects.count() == CHUNK
