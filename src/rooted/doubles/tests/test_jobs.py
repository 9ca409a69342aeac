"""Pairs are looked for by themselves, and nothing happens twice, however often the worker dies."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone

from rooted.base import jobs
from rooted.base.events import announce
from rooted.base.models import Job
from rooted.base.tests import on_file
from rooted.doubles import actions
from rooted.doubles.models import MERGED, Looked, Pair
from rooted.doubles.tests import make
from rooted.struggles.actions import merge_struggles
from rooted.struggles.events import ListPublished
from rooted.struggles.models import ImportBatch, Struggle

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def carried_out(now):
    """Everything of this part that is due, until nothing is."""
    jobs.ensure_periodic(now)
    Job.objects.exclude(name__startswith="doubles-").delete()
    while jobs.run_due(now):
        pass


def test_new_records_are_compared_within_the_hour(docks):
    make.alike(docks)
    carried_out(NOW)
    make.alike(docks, 1)
    carried_out(NOW + timedelta(minutes=10))
    assert Pair.objects.count() == 1
    carried_out(NOW + timedelta(minutes=61))
    assert (Pair.objects.count(), Looked.objects.count()) == (3, 3)


def test_a_list_is_compared_as_soon_as_it_is_published(docks):
    carried_out(timezone.now())
    make.alike(docks)
    carried_out(timezone.now())
    announce(ListPublished(uuid4()))
    carried_out(timezone.now())
    assert Looked.objects.count() == 2


def test_more_than_one_piece_goes_on_by_itself(docks):
    for year in (1970, 1990, 2010):
        make.alike(docks, started_on=date(year, 3, 4))
    carried_out(NOW)
    names = sorted(Job.objects.filter(name__startswith="doubles-").values_list("name", flat=True))
    assert (Pair.objects.count(), names) == (3, ["doubles-corrected", "doubles-joined", "doubles-look"])


def of_a_list(docks, records):
    batch = ImportBatch.objects.create(group=docks, source_set="rooted-there", imported_on=make.TODAY)
    Struggle.objects.filter(pk__in=[one.pk for one in records]).update(batch=batch)


def test_what_an_import_joined_can_be_parted_and_what_had_led_to_it_goes_along(ana, docks):
    one, two, three = make.alike(docks, 3)
    of_a_list(docks, [one, two, three])
    merge_struggles(one, into=two)
    carried_out(NOW)
    merge_struggles(two, into=three)
    carried_out(NOW + timedelta(minutes=61))
    merged = {(pair.yielding, pair.standing): pair for pair in Pair.objects.filter(verdict=MERGED).whole()}
    assert set(merged) == {(one, two), (two, three)}
    carried_out(NOW + timedelta(minutes=122))
    actions.part_again(merged[two, three], seat=ana.seat)
    assert dict(Struggle.objects.values_list("pk", "merged_into")) == {one.pk: two.pk, two.pk: None, three.pk: None}


@pytest.mark.long
def test_killed_in_comparing_and_in_joining_nothing_is_lost_and_nothing_done_twice(tmp_path):
    found = on_file.run(Path(__file__).with_name("kill_rounds.py"), tmp_path, "6")
    assert found.pop("left") > 0, "no worker died before the work was done"
    assert found.pop("merged") > 0, "no pair was joined when the last one died"
    assert found == {"pairs": 8 * 6, "looked": 32, "wrong": 0, "public": 32, "found": 32}
