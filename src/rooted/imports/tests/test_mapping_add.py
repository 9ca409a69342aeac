"""A mapping that somebody sent as a file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rooted.imports.models import SavedMapping
from rooted.mappings.shape import to_plain
from rooted.mappings.shipped import FMCS


def url(group):
    return reverse("imports:mapping-add", args=[group.address])


def send(member, content):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return member.client.post(url(member.group), {"file": SimpleUploadedFile("mapping.json", data)})


def test_it_is_kept_as_it_was(ana, docks):
    answer = send(ana, to_plain(FMCS))
    assert (answer.status_code, SavedMapping.objects.get().mapping) == (302, FMCS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no json", "This file is no mapping."),
        ({"format": "other"}, "Look at “format”."),
        (to_plain(FMCS) | {"rules": [{"column": "a", "field": "nothing such"}]}, "Look at “rules/0/field”."),
        (to_plain(FMCS) | {"fixed": {"form": "nothing such"}}, "Look at “fixed/form”."),
        (b"[" * 100_000, "This file is no mapping."),
        (b" " * 300_000, "This file is too large to be a mapping."),
    ],
)
def test_what_is_none_is_refused_and_says_where_to_look(ana, docks, content, said):
    page = send(ana, content).content.decode()
    assert (said in page, SavedMapping.objects.count()) == (True, 0)


def test_others_bring_none_in(cem, stranger, docks):
    assert [cem.client.get(url(docks)).status_code, stranger.get(url(docks)).status_code] == [404, 403]
