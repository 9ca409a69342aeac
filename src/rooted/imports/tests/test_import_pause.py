"""Reading pauses after the rows that are being written."""

from django.urls import reverse

from rooted.imports.actions import start_import
from rooted.imports.tests import make
from rooted.struggles.models import Struggle


def url(batch):
    return reverse("imports:import-pause", args=[batch.group.address, batch.pk])


def test_a_paused_import_reads_no_further_and_the_page_says_so(ana, docks):
    batch = start_import(make.file(docks, make.entries(3)))
    answer = ana.client.post(url(batch))
    make.worker()
    assert (answer.status_code, Struggle.objects.count()) == (302, 0)
    page = ana.client.get(make.page(batch)).content.decode()
    assert ("Paused." in page, "Go on" in page) == (True, True)


def test_what_is_finished_cannot_be_paused(ana, docks):
    batch = make.batch(docks, make.entries(1))
    ana.client.post(url(batch))
    batch.refresh_from_db()
    assert batch.paused_on is None


def test_others_and_plain_links_pause_nothing(ana, cem, stranger, docks):
    batch = start_import(make.file(docks, make.entries(3)))
    answers = [cem.client.post(url(batch)), stranger.post(url(batch)), ana.client.get(url(batch))]
    batch.refresh_from_db()
    assert ([answer.status_code for answer in answers], batch.paused_on) == ([404, 403, 405], None)
