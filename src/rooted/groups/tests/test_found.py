"""Founding where the server is open to it."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.groups.tests.make import GROUP, PERSON
from rooted.groups.views import founding
from rooted.people.models import Person

PAGE = reverse("groups:found")


@pytest.fixture
def anyone(settings):
    settings.FOUNDING = "anyone"


def test_by_default_a_link_is_needed(stranger, db):
    assert stranger.get(PAGE).status_code == 403
    assert stranger.post(PAGE, {**GROUP, **PERSON}).status_code == 403
    assert Group.objects.count() == 0


def test_a_newcomer_founds_a_group_and_comes_to_the_board_past_the_recovery_code(stranger, db, anyone):
    answer = stranger.post(PAGE, {**GROUP, **PERSON})
    assert answer.url == reverse("people:recovery")
    group = Group.objects.get()
    assert (group.address, group.languages, group.kind) == ("northfold-tenants", "en,pl", "tenants")
    assert stranger.get(reverse("groups:seat-list", args=[group.address])).status_code == 200


def test_a_newcomers_session_does_not_say_into_which_group_they_came(stranger, db, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON})
    assert set(stranger.session.keys()) == {"person", "until", "stay", "seen", "h", "k"}


def test_the_founder_is_called_by_the_sign_in_name_if_they_leave_it_empty(stranger, db, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON, "called": ""})
    answer = stranger.get(reverse("groups:seat-list", args=["northfold-tenants"])).content.decode()
    assert "<h2>newt</h2>" in answer


def test_somebody_signed_in_founds_another_group_without_a_new_account(ana, anyone):
    people = Person.objects.count()
    answer = ana.client.post(PAGE, {**GROUP, "called": "Ana of the north"})
    assert answer.url == Group.objects.get(address="northfold-tenants").board_url
    assert Person.objects.count() == people


def test_somebody_locked_is_asked_for_the_passphrase_first(locked, anyone):
    answer = locked.post(PAGE, {**GROUP, **PERSON})
    assert answer.status_code == 403
    assert "Northfold Tenants" in answer.content.decode()
    assert Group.objects.filter(address="northfold-tenants").count() == 0


def test_what_was_typed_comes_back_with_the_errors(stranger, db, anyone):
    answer = stranger.post(PAGE, {**GROUP, **PERSON, "passphrase_again": "another", "area": ""}).content.decode()
    assert "We keep each other housed." in answer
    assert Group.objects.count() == 0
    assert Person.objects.count() == 0


def test_the_address_is_made_from_the_name_with_a_number_where_it_is_taken(stranger, docks, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON, "group_name": "Docks"})
    assert sorted(Group.objects.values_list("address", flat=True)) == ["docks", "docks-2"]


def test_a_name_in_another_script_gets_a_random_address(stranger, db, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON, "group_name": "عمال الميناء"})
    assert len(Group.objects.get().address) == 20


def test_an_unlisted_group_gets_a_random_address_whatever_was_asked(stranger, db, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON, "listed": "no", "address": "north"})
    assert len(Group.objects.get().address) == 20


def test_a_sign_in_name_that_is_taken_leaves_no_group_behind(stranger, ana, anyone):
    assert stranger.post(PAGE, {**GROUP, **PERSON, "name": "ana"}).status_code == 200
    assert Group.objects.count() == 1


def test_only_the_first_may_found_where_the_server_says_so(stranger, cem, settings):
    settings.FOUNDING = "first"
    assert stranger.get(PAGE).status_code == 403
    Group.objects.all().update(closed_on="2026-01-01")
    assert stranger.get(PAGE).status_code == 200


def test_the_name_of_the_founder_stands_nowhere_in_clear(stranger, db, anyone):
    stranger.post(PAGE, {**GROUP, **PERSON, "called": "Quillfeather"})
    rows = [*SealedItem.objects.values_list(), *Seat.objects.values_list(), *Person.objects.values_list()]
    assert "Quillfeather" not in repr(rows)
    assert len(rows) == 3


def test_hostile_input_is_refused_or_kept_whole(stranger, db, anyone):
    for bad in ("\x00name", "n" * 500):
        assert stranger.post(PAGE, {**GROUP, **PERSON, "group_name": bad}).status_code == 200
    assert Group.objects.count() == 0
    stranger.post(PAGE, {**GROUP, **PERSON, "group_name": "<script>عمّال 🌱"})
    assert Group.objects.get().name == "<script>عمّال 🌱"


def test_an_outlook_is_suggested_and_kept_as_it_was_edited(stranger, db, anyone):
    assert "We decide together." in stranger.get(PAGE).content.decode()
    stranger.post(PAGE, {**GROUP, **PERSON, "outlook": "We share what we have."})
    assert Group.objects.get().outlook == "We share what we have."


def test_of_two_who_found_the_first_group_at_once_the_late_one_is_told(stranger, db, settings, monkeypatch):
    settings.FOUNDING = "first"
    stranger.post(PAGE, {**GROUP, **PERSON})
    monkeypatch.setattr(founding, "may_found", lambda: True)  # their page began before the first group stood there
    page = Client().post(PAGE, {**GROUP, **PERSON, "name": "late"}).content.decode()
    assert "Somebody founded the first group here just now." in page
    assert (Group.objects.count(), Person.objects.count()) == (1, 1)


def test_a_name_with_a_hidden_turn_of_the_writing_is_refused(stranger, db, anyone):
    page = stranger.post(PAGE, {**GROUP, **PERSON, "called": "\u202eana"}).content.decode()
    assert "There is a hidden character here" in page
    stranger.post(PAGE, {**GROUP, **PERSON, "group_name": "Docks\u2066"})
    assert Group.objects.count() == 0


def test_the_words_offered_as_a_passphrase_stay_after_a_mistake(stranger, db, anyone):
    offered = re.search(r'name="offered" value="([^"]+)"', stranger.get(PAGE).content.decode())[1]
    page = stranger.post(PAGE, {**GROUP, **PERSON, "area": "", "offered": offered}).content.decode()
    assert page.count(offered) == 2
    page = stranger.post(PAGE, {**GROUP, **PERSON, "area": "", "offered": "<b>"}).content.decode()
    assert "<b>" not in page
