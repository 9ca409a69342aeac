"""A mapping is shared with all groups on this server, or no longer."""

from django.urls import reverse

from rooted.imports.access import mapping_called
from rooted.imports.sharing import save_mapping
from rooted.mappings.shape import Mapping


def url(saved):
    return reverse("imports:mapping-share", args=[saved.group.address, saved.pk])


def test_others_can_use_it_from_then_on_and_no_longer_after_it_ends(ana, docks, depot):
    saved = save_mapping(docks, Mapping("own-1", "Ours"))
    found = []
    for shared in ("yes", ""):
        ana.client.post(url(saved), {"shared": shared})
        found.append(mapping_called("Ours", depot) is not None)
    assert found == [True, False]


def test_others_and_plain_links_share_nothing(ana, cem, stranger, docks):
    saved = save_mapping(docks, Mapping("own-1", "Ours"))
    answers = [cem.client.post(url(saved), {"shared": "yes"}), stranger.post(url(saved)), ana.client.get(url(saved))]
    saved.refresh_from_db()
    assert ([answer.status_code for answer in answers], saved.shared_on) == ([404, 403, 405], None)
