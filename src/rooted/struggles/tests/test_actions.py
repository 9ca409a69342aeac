"""Two members release, in every order of acts; nothing half done."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from rooted.struggles import actions
from rooted.struggles.importing import CHUNK
from rooted.struggles.models import ImportBatch, ImportNote, Struggle
from rooted.struggles.tests import make
from rooted.struggles.tests.make import ANA, BO


@pytest.fixture
def owner(db):
    return make.group()


def test_one_record_is_released_by_two_members(owner):
    struggle = actions.draft_struggle(owner, seat=ANA, record=make.record())
    with pytest.raises(ValidationError):
        actions.publish_struggle(struggle, seat=ANA)
    actions.publish_struggle(struggle, seat=BO)
    assert (struggle.byline, Struggle.objects.public().count()) == ("Docks", 1)
    assert actions.found_by_words("canteen") == [struggle.pk]


def test_what_is_published_is_not_published_twice_and_withdrawn_once(owner):
    struggle = make.struggle(owner)
    with pytest.raises(ValidationError):
        actions.publish_struggle(struggle, seat=BO)
    actions.withdraw_struggle(struggle)
    with pytest.raises(ValidationError):
        actions.withdraw_struggle(struggle)
    assert actions.found_by_words("canteen") == []


def test_hiding_twice_keeps_the_first_day(owner):
    struggle = make.struggle(owner)
    actions.hide_struggle(struggle, today=make.TODAY)
    actions.hide_struggle(struggle)
    assert (struggle.hidden_on, actions.found_by_words("canteen")) == (make.TODAY, [])


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
        actions.import_file(path, group=owner, today=make.TODAY, tell=pull)
    return ImportBatch.objects.get(finished_on=None)


def test_an_import_that_was_broken_off_goes_on_where_it_stopped(owner, tmp_path):
    path = make.written(tmp_path, make.entries(60, workers=0))
    batch = broken_off(owner, path)
    assert (batch.rows_done, Struggle.objects.count()) == (CHUNK, CHUNK)
    work = actions.import_file(path, group=owner, today=make.TODAY)
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


@pytest.mark.parametrize(
    "wrong",
    [
        {"estimate_low": 0},
        {"estimate_low": 9, "estimate_high": 8},
        {"first_seat": None},
        {"cleared_seat": ANA},
        {"byline": ""},
        {"title": "x" * 201},
    ],
)
def test_the_database_refuses_what_is_never_true(owner, wrong):
    struggle = make.struggle(owner)
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        Struggle.objects.filter(pk=struggle.pk).update(**wrong)
