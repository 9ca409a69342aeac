"""The whole import is taken back: erased before publication, withdrawn in the open after it."""

import pytest
from django.urls import reverse

from rooted.imports.actions import start_import
from rooted.imports.models import FilePart, ImportFile, ImportNote
from rooted.imports.tests import make
from rooted.struggles.actions import merge_struggles
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests import make as chronicle


def url(batch):
    return reverse("imports:import-undo", args=[batch.group.address, batch.pk])


def left():
    return [model.objects.count() for model in (ImportBatch, Struggle, ImportNote, ImportFile, FilePart)]


def test_before_publication_everything_is_erased(ana, docks):
    batch = make.batch(docks, make.entries(60, workers=0))
    answer = ana.client.post(url(batch))
    make.worker()
    assert (answer.status_code, left()) == (302, [0, 0, 0, 0, 0])


def test_an_import_in_the_making_is_called_off_and_leaves_nothing(ana, docks):
    batch = start_import(make.file(docks, make.entries(60)))
    ana.client.post(url(batch))
    make.worker()
    assert left() == [0, 0, 0, 0, 0]


@pytest.fixture
def published(docks):
    return make.imported(docks, make.entries(3))


def test_after_publication_each_page_says_that_it_no_longer_stands_and_why(ana, stranger, published):
    batch = published[0].batch
    ana.client.post(url(batch), {"why": "The columns were mixed up."})
    make.worker()
    batch.refresh_from_db()
    assert (Struggle.objects.public().count(), Struggle.objects.count(), bool(batch.undone_on)) == (0, 3, True)
    page = stranger.get(published[0].get_absolute_url()).content.decode()
    assert "The columns were mixed up." in page


def test_without_a_reason_nothing_public_is_taken_back(ana, published):
    page = ana.client.post(url(published[0].batch), {"why": ""}).content.decode()
    make.worker()
    assert ("Write something here." in page, Struggle.objects.public().count()) == (True, 3)


def test_what_was_merged_into_it_stands_for_itself_again(ana, docks, published):
    other = chronicle.struggle(docks)
    merge_struggles(other, into=published[0])
    ana.client.post(url(published[0].batch), {"why": "x"})
    make.worker()
    assert list(Struggle.objects.public()) == [other]


def test_afterwards_the_list_can_be_brought_in_again(ana, docks, published):
    ana.client.post(url(published[0].batch), {"why": "x"})
    make.worker()
    again = make.batch(docks, make.entries(3))
    assert (again.rows_added, again.rows_known) == (3, 0)


def test_others_take_nothing_back(cem, stranger, docks):
    batch = make.batch(docks, make.entries(1))
    assert [cem.client.post(url(batch)).status_code, stranger.post(url(batch)).status_code] == [404, 403]
    make.worker()
    assert Struggle.objects.count() == 1
