"""Founding with a link from whoever runs the server."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from rooted.groups.actions import found_group, founding_link, new_founding_link
from rooted.groups.models import FoundingLink, Group
from rooted.groups.tests.make import GROUP, PERSON
from rooted.people.models import Person

TODAY = timezone.now().date()


def test_a_link_founds_one_group(stranger, client, db):
    path = new_founding_link(today=TODAY)
    assert path == reverse("groups:found-invited", args=[path.split("/")[2]])
    assert stranger.get(path).status_code == 200
    assert stranger.post(path, {**GROUP, **PERSON}).url == reverse("people:recovery")
    assert client.get(path).status_code == 404
    assert client.post(path, {**GROUP, **PERSON, "name": "second"}).status_code == 404
    assert Group.objects.count() == 1


def test_looking_at_a_link_does_not_use_it_up(stranger, db):
    path = new_founding_link(today=TODAY)
    stranger.get(path)
    stranger.post(path, {**GROUP, "area": ""})
    assert stranger.get(path).status_code == 200


def test_a_link_ends_after_seven_days(stranger, db):
    assert stranger.get(new_founding_link(today=TODAY - timedelta(days=8))).status_code == 404
    assert stranger.get(new_founding_link(today=TODAY - timedelta(days=7))).status_code == 200


def test_a_guessed_link_says_the_same_as_a_used_one(stranger, db):
    assert stranger.get(reverse("groups:found-invited", args=["0" * 32])).status_code == 404


def test_the_token_is_stored_only_as_a_digest(db):
    token = new_founding_link().split("/")[2]
    (row,) = FoundingLink.objects.values_list("digest", flat=True)
    assert (len(token), len(bytes(row))) == (32, 32)
    assert bytes(row) not in (token.encode(), bytes.fromhex(token) * 2)


def test_of_two_who_use_a_link_at_once_the_late_one_keeps_no_account(newly_signed_up, stranger, monkeypatch):
    path = new_founding_link(today=TODAY)
    link = founding_link(path.split("/")[2], today=TODAY)
    public = {"name": "One", "area": "x", "languages": "en", "kind": "other", "about": "y"}
    found_group(newly_signed_up.keyring, called="Dina", today=TODAY, link=link, **public)
    with pytest.raises(ValidationError):
        found_group(newly_signed_up.keyring, called="Dina", today=TODAY, link=link, **public)
    monkeypatch.setattr("rooted.groups.views.founding.actions.founding_link", lambda token, today: link)
    assert stranger.post(path, {**GROUP, **PERSON}).status_code == 200
    assert (Group.objects.count(), Person.objects.count()) == (1, 1)
