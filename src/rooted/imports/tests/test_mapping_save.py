"""The mapping of a file is kept under the list's name."""

from django.urls import reverse

from rooted.imports.models import SavedMapping
from rooted.imports.tests import make
from rooted.imports.tests.test_import_map import SPANISH, typed


def url(file):
    return reverse("imports:mapping-save", args=[file.group.address, file.pk])


def test_what_was_adjusted_is_kept_and_a_second_time_replaces_it(ana, docks):
    file = make.file(docks, SPANISH)
    for country in ("ES", "MX"):
        ana.client.post(url(file), typed(file, name="Huelgas", **{"fixed-country": country}))
    (saved,) = SavedMapping.objects.all()
    assert (saved.name, dict(saved.mapping.fixed)["country"], saved.shared_on) == ("Huelgas", "MX", None)


def test_what_is_wrong_keeps_nothing(ana, docks):
    file = make.file(docks, SPANISH)
    answer = ana.client.post(url(file), typed(file, name=""))
    assert (answer.status_code, SavedMapping.objects.count()) == (200, 0)


def test_others_and_plain_links_keep_nothing(ana, cem, stranger, docks):
    file = make.file(docks, SPANISH)
    answers = [cem.client.post(url(file)), stranger.post(url(file)), ana.client.get(url(file))]
    assert ([answer.status_code for answer in answers], SavedMapping.objects.count()) == ([404, 403, 405], 0)
