"""A mapping nobody needs is erased."""

from django.urls import reverse

from rooted.imports.models import SavedMapping
from rooted.imports.sharing import save_mapping
from rooted.mappings.shape import Mapping


def url(saved):
    return reverse("imports:mapping-erase", args=[saved.group.address, saved.pk])


def test_it_is_erased(ana, docks):
    ana.client.post(url(save_mapping(docks, Mapping("own-1", "Ours"))))
    assert SavedMapping.objects.count() == 0


def test_others_and_plain_links_erase_nothing(ana, cem, stranger, docks):
    saved = save_mapping(docks, Mapping("own-1", "Ours"))
    answers = [cem.client.post(url(saved)), stranger.post(url(saved)), ana.client.get(url(saved))]
    assert ([answer.status_code for answer in answers], SavedMapping.objects.count()) == ([404, 403, 405], 1)
