"""Reading begins: what was adjusted is kept first, the worker does the rest."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.imports.actions import start_import
from rooted.imports.importing import run
from rooted.imports.models import ImportFile
from rooted.imports.tests import make
from rooted.imports.tests.test_import_map import SPANISH, typed
from rooted.struggles.models import ImportBatch, Struggle


def url(file):
    return reverse("imports:import-start", args=[file.group.address, file.pk])


@pytest.fixture
def file(docks):
    return make.file(docks, SPANISH, name="Huelgas.csv")


def test_the_worker_reads_it_as_it_was_adjusted(ana, file):
    answer = ana.client.post(url(file), typed(file, **{"fixed-country": "ES"}))
    batch = ImportBatch.objects.get()
    assert (answer.url, batch.rows_total, batch.rows_done) == (make.page(batch), 3, 0)
    make.worker()
    batch.refresh_from_db()
    assert (batch.rows_added, batch.rows_unclear, bool(batch.finished_on)) == (3, 1, True)
    assert set(Struggle.objects.values_list("countries", flat=True)) == {"ES"}


def test_the_file_is_erased_when_all_is_read(ana, file):
    ana.client.post(url(file), typed(file))
    make.worker()
    assert ImportFile.objects.count() == 0


def test_a_file_read_in_many_slices_is_opened_no_more_often_than_in_two(docks):
    """Once for the numbers that repeat, once for the rows; each slice goes on where the last one left off."""
    asked = []
    for rows in (60, 300):
        batch = start_import(make.file(docks, make.entries(rows), name="x"), at_once=False)
        with CaptureQueriesContext(connection) as queries:
            while not run(batch, seconds=0):
                pass
        asked.append(sum("imports_filepart" in query["sql"] for query in queries))
    assert (asked[0], asked[1] - asked[0], Struggle.objects.count()) == (4, 0, 300)


def test_without_a_first_day_nothing_begins_and_the_page_says_why(ana, file):
    page = ana.client.post(url(file), typed(file, **{"field-0": ""})).content.decode()
    assert ("No column is the first day yet." in page, ImportBatch.objects.count()) == (True, 0)


def test_a_second_press_starts_nothing_again(ana, file):
    sent = typed(file)
    assert [ana.client.post(url(file), sent).status_code for _ in range(2)] == [302, 404]
    assert ImportBatch.objects.count() == 1


def test_the_same_list_twice_at_a_time_is_refused(ana, docks):
    first, second = (make.file(docks, make.entries(number)) for number in (1, 2))
    ana.client.post(url(first), typed(first))
    page = ana.client.post(url(second), typed(second)).content.decode()
    assert ("An import of this list is not finished." in page, ImportBatch.objects.count()) == (True, 1)


def test_others_and_plain_links_start_nothing(ana, cem, stranger, file):
    answers = [cem.client.post(url(file)), stranger.post(url(file)), ana.client.get(url(file))]
    assert ([answer.status_code for answer in answers], ImportBatch.objects.count()) == ([404, 403, 405], 0)


def test_sqlite_has_more_room_until_the_last_slice_is_read(docks):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has room of its own")
    batch = start_import(make.file(docks, make.entries(60)), at_once=False)
    seen = []
    while not run(batch, seconds=0):
        seen.append(room())
    assert (set(seen), room()) == ({-32 * 1024}, -2_000)


def room():
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA cache_size").fetchone()[0]
