"""A paused import reads on where it stopped."""

from django.urls import reverse

from rooted.base.models import Job
from rooted.imports.actions import READ, pause_import, start_import
from rooted.imports.tests import make
from rooted.struggles.models import Struggle


def url(batch):
    return reverse("imports:import-resume", args=[batch.group.address, batch.pk])


def paused(docks):
    batch = start_import(make.file(docks, make.entries(3)))
    pause_import(batch)
    return batch


def test_it_goes_on_and_is_written_down_once_however_often_it_is_pressed(ana, docks):
    batch = paused(docks)
    for _ in range(3):
        ana.client.post(url(batch))
    assert Job.objects.filter(name=READ).count() == 1
    make.worker()
    assert Struggle.objects.count() == 3


def test_a_worker_that_died_is_replaced_by_pressing_again(ana, docks):
    batch = paused(docks)
    Job.objects.all().delete()
    ana.client.post(url(batch))
    make.worker()
    assert Struggle.objects.count() == 3


def test_others_and_plain_links_start_nothing(ana, cem, stranger, docks):
    batch = paused(docks)
    answers = [cem.client.post(url(batch)), stranger.post(url(batch)), ana.client.get(url(batch))]
    batch.refresh_from_db()
    assert ([answer.status_code for answer in answers], batch.paused_on is None) == ([404, 403, 405], False)
