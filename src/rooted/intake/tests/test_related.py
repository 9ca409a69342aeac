"""The way from a record of the chronicle to a question to its group."""

from datetime import date

import pytest
from django.urls import reverse

from rooted.groups.models import Group
from rooted.intake.models import Inbox
from rooted.intake.related import related
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests import make as chronicle

TODAY = date(2026, 11, 27)


@pytest.fixture
def record(ana):
    return chronicle.struggle(ana.group)


def offered(record):
    return [(part.name, part.url) for part in related(record, None)]


def test_a_record_that_stands_offers_a_page_that_opens(stranger, record):
    page = reverse("intake:struggle-ask", args=[record.public_id])
    assert offered(record) == [("Ask the authors", page)]
    assert stranger.get(page).status_code == 200


def test_of_an_imported_record_nobody_is_called_its_author(ana, record):
    batch = ImportBatch.objects.create(group=ana.group, source_set="list", imported_on=TODAY)
    Struggle.objects.filter(pk=record.pk).update(batch=batch)
    assert [name for name, _url in offered(Struggle.objects.get(pk=record.pk))] == [f"Ask {ana.group.name}"]


def test_its_own_members_are_not_sent_to_themselves_and_others_are(ana, cem, record):
    assert [len(related(record, seat)) for seat in (ana.seat, cem.seat)] == [0, 1]


def test_a_draft_and_other_things_offer_nothing(ana):
    assert [offered(one) for one in (chronicle.draft(ana.group), ana.group, "words")] == [[], [], []]


@pytest.mark.parametrize("change", [{"withdrawn_on": TODAY}, {"hidden_on": TODAY}], ids=str)
def test_a_record_that_does_not_stand_offers_nothing(record, change):
    Struggle.objects.filter(pk=record.pk).update(**change)
    assert offered(Struggle.objects.get(pk=record.pk)) == []


def test_a_record_that_another_took_up_offers_nothing(ana, record):
    other = chronicle.struggle(ana.group, title="The same again")
    Struggle.objects.filter(pk=record.pk).update(merged_into=other)
    assert offered(Struggle.objects.get(pk=record.pk)) == []


@pytest.mark.parametrize("change", [{"closed_on": TODAY}, {"hidden_on": TODAY}], ids=str)
def test_a_group_that_is_gone_is_not_asked(ana, record, change):
    Group.objects.filter(pk=ana.group.pk).update(**change)
    assert offered(Struggle.objects.get(pk=record.pk)) == []


def test_a_group_that_takes_no_letters_is_not_asked(ana, record):
    Inbox.objects.create(group=ana.group, shut_on=TODAY)
    assert offered(record) == []


def test_it_costs_two_queries(record, django_assert_num_queries):
    with django_assert_num_queries(2):  # the group, and what it decided about letters
        related(record, None)
