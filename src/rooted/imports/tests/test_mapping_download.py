"""A mapping as a small file that another server can take in."""

import json

from django.urls import reverse

from rooted.imports.sharing import save_mapping, share_mapping
from rooted.mappings.shape import from_plain
from rooted.mappings.shipped import FMCS


def url(saved, group):
    return reverse("imports:mapping-download", args=[group.address, saved.pk])


def test_what_was_downloaded_can_be_taken_in_and_is_the_same(ana, docks):
    answer = ana.client.get(url(save_mapping(docks, FMCS), docks))
    assert (from_plain(json.loads(answer.content)), "attachment" in answer["Content-Disposition"]) == (FMCS, True)


def test_one_of_another_group_only_while_it_is_shared(cem, docks, depot):
    saved = save_mapping(docks, FMCS)
    before = cem.client.get(url(saved, depot)).status_code
    share_mapping(saved, shared=True)
    assert (before, cem.client.get(url(saved, depot)).status_code) == (404, 200)


def test_others_get_nothing(cem, stranger, docks):
    saved = save_mapping(docks, FMCS)
    assert [cem.client.get(url(saved, docks)).status_code, stranger.get(url(saved, docks)).status_code] == [404, 403]
