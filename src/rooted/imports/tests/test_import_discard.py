"""A file that nobody wants to bring in after all."""

from datetime import timedelta

from django.urls import reverse

from rooted.imports.actions import forget_files
from rooted.imports.models import FilePart, ImportFile
from rooted.imports.tests import make


def url(file):
    return reverse("imports:import-discard", args=[file.group.address, file.pk])


def left():
    return ImportFile.objects.count(), FilePart.objects.count()


def test_it_is_erased_with_all_its_parts(ana, docks):
    answer = ana.client.post(url(make.file(docks, make.entries(1))))
    assert (answer.status_code, left()) == (302, (0, 0))


def test_others_and_plain_links_erase_nothing(ana, cem, stranger, docks):
    file = make.file(docks, make.entries(1))
    answers = [cem.client.post(url(file)), stranger.post(url(file)), ana.client.get(url(file))]
    assert ([answer.status_code for answer in answers], left()) == ([404, 403, 405], (1, 1))


def test_after_30_days_the_worker_erases_it(docks):
    file = make.file(docks, make.entries(1))
    assert [forget_files(file.came_on + timedelta(days=days)) for days in (30, 31, 31)] == [0, 1, 0]
    assert left() == (0, 0)
