"""Changing the public page: any member can."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse

from rooted.groups.board import lines
from rooted.groups.forms import language_choices
from rooted.groups.models import Group
from rooted.groups.tests.make import GROUP, at, member

WAYS = {"phone": "555 100", "hour_text": "Thursdays", "promised_hours": "72", "outlook": "Us."}
EDIT = {**GROUP, **WAYS, "address": "docks"}


def test_a_member_who_did_not_found_it_changes_everything(ana, bo):
    answer = bo.client.post(at("groups:group-edit", bo), EDIT)
    group = Group.objects.get(pk=ana.group.pk)
    assert answer.url == group.get_absolute_url()
    assert (group.name, group.phone, group.hour_text) == ("Northfold Tenants", "555 100", "Thursdays")
    assert (group.promised_hours, group.outlook, group.languages, group.address) == (72, "Us.", "en,pl", "docks")


def test_the_page_shows_what_stands_there_now(ana):
    page = ana.client.get(at("groups:group-edit", ana)).content.decode()
    assert "We meet on Thursdays." in page
    assert 'value="docks"' in page


def test_a_group_can_say_that_it_talks_in_every_language_of_its_posters():
    choices = language_choices()
    assert [choice for choice in settings.LANGUAGES if choice not in choices] == []


def test_a_page_no_longer_listed_gets_an_address_nobody_can_guess_and_keeps_it(ana):
    ana.client.post(at("groups:group-edit", ana), {**EDIT, "listed": "no"})
    first = Group.objects.get().address
    ana.group.refresh_from_db()
    ana.client.post(at("groups:group-edit", ana), {**EDIT, "listed": "no", "address": ""})
    assert (len(first), Group.objects.get().address) == (20, first)


def test_an_address_another_group_has_is_refused_and_nothing_is_lost(ana, cem):
    answer = ana.client.post(at("groups:group-edit", ana), {**EDIT, "address": "depot"}).content.decode()
    assert "We keep each other housed." in answer
    assert Group.objects.get(pk=ana.group.pk).name == "Docks"


def test_an_address_left_empty_is_made_from_the_name_and_stays_what_it_was(ana):
    for _twice in range(2):
        ana.client.post(at("groups:group-edit", ana), {**EDIT, "group_name": "Docks", "address": ""})
        assert Group.objects.get().address == "docks"


def test_an_address_made_from_the_name_counts_on_only_where_another_group_has_it(ana, cem):
    for _twice in range(2):
        ana.client.post(at("groups:group-edit", ana), {**EDIT, "group_name": "Depot", "address": ""})
        ana.group.refresh_from_db()
        assert ana.group.address == "depot-2"


def test_only_active_members_change_it(ana, bo, cem, stranger, locked):
    third = member(ana, "dina")
    ana.client.post(at("groups:removal-propose", ana, third.keyring.seats[0].seat))
    outside = (third.client, cem.client, stranger, locked)
    statuses = [who.post(at("groups:group-edit", ana), EDIT).status_code for who in outside]
    assert statuses == [404, 404, 403, 403]
    assert Group.objects.get(pk=ana.group.pk).name == "Docks"


def test_a_group_that_does_not_exist_says_the_same(ana, cem):
    absent = cem.client.get(reverse("groups:group-edit", args=["nowhere"]))
    theirs = cem.client.get(at("groups:group-edit", ana))
    assert (absent.status_code, theirs.status_code) == (404, 404)
    said = [answer.content.split(b"<main")[1].split(b"</main>")[0] for answer in (absent, theirs)]
    assert said[0] == said[1]


def test_the_board_says_for_two_weeks_who_changed_the_outlook_and_when(ana, bo):
    bo.client.post(at("groups:group-edit", bo), EDIT)
    bo.client.post(at("groups:group-edit", bo), {**EDIT, "phone": "555 200"})
    group = Group.objects.get()
    for who in (ana, bo):
        who.group.refresh_from_db()
        (line,) = lines(who.seat)
        assert (line.title, line.who) == ("What we agree with was changed", "Bo changed it.")
        assert (line.when, line.url) == (group.outlook_changed_on, group.get_absolute_url())
    Group.objects.update(outlook_changed_on=group.outlook_changed_on - timedelta(days=15))
    assert lines(ana.seat) == []


def test_any_other_change_is_not_announced(ana):
    ana.client.post(at("groups:group-edit", ana), {**EDIT, "outlook": ""})
    assert lines(ana.seat) == []
