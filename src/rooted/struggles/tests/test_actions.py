"""Two members release, in every order of acts; nothing half done."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from rooted.struggles import actions
from rooted.struggles.jobs import publish_due
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of
from rooted.struggles.tests import make
from rooted.struggles.tests.make import ANA, BO


@pytest.fixture
def owner(db):
    return make.group()


def test_one_record_is_released_by_two_members(owner):
    with pytest.raises(ValidationError):
        actions.publish_record(make.record(), group=owner, first=ANA, second=ANA)
    struggle = actions.publish_record(make.record(), group=owner, first=ANA, second=BO)
    assert (struggle.byline, Struggle.objects.public().count()) == ("Docks", 1)
    assert actions.found_by_words("canteen") == [struggle.pk]


def test_a_delayed_record_has_no_address_until_its_day(owner):
    later = make.TODAY + timedelta(days=7)
    struggle = actions.publish_record(make.record(), group=owner, first=ANA, second=BO, on=later, today=make.TODAY)
    assert (struggle.published_on, struggle.public_id, Struggle.objects.public().count()) == (None, None, 0)
    publish_due(datetime.combine(later - timedelta(days=1), time(12), UTC))
    assert Struggle.objects.public().count() == 0
    publish_due(datetime.combine(later, time(12), UTC))
    assert Struggle.objects.public().get().published_on == later


def test_a_record_is_withdrawn_once(owner):
    struggle = make.struggle(owner)
    actions.withdraw_struggle(struggle)
    with pytest.raises(ValidationError):
        actions.withdraw_struggle(struggle)
    assert actions.found_by_words("canteen") == []


def test_a_correction_replaces_what_was_said_and_says_so(owner):
    struggle = make.struggle(owner)
    better = make.record(title="Night porters stop work", account="Ninety sat down.")
    actions.correct_record(struggle, better, words="Ninety, not eighty.", first=BO, second=ANA, today=make.TODAY)
    assert record_of(struggle) == better
    assert (struggle.corrected_on, struggle.corrections.get().words) == (make.TODAY, "Ninety, not eighty.")
    assert (actions.found_by_words("canteen"), actions.found_by_words("ninety")) == ([], [struggle.pk])


def test_merging_copies_nothing_and_parting_brings_both_back(owner):
    one, two = make.struggles(owner, [make.record(1), make.record(2)])
    actions.merge_struggles(two, into=one)
    assert list(Struggle.objects.public()) == [one]
    with pytest.raises(ValidationError):
        actions.merge_struggles(one, into=two)
    actions.part_struggle(two)
    assert (Struggle.objects.public().count(), len(actions.found_by_words("canteen"))) == (2, 2)


def test_hiding_twice_keeps_the_first_day(owner):
    struggle = make.struggle(owner)
    actions.hide_struggle(struggle, today=make.TODAY)
    actions.hide_struggle(struggle)
    assert (struggle.hidden_on, actions.found_by_words("canteen")) == (make.TODAY, [])


@pytest.mark.parametrize(
    "wrong",
    [
        {"estimate_low": 0},
        {"estimate_low": 9, "estimate_high": 8},
        {"first_seat": None},
        {"cleared_seat": ANA},
        {"byline": ""},
        {"public_id": None},
        {"title": "x" * 201},
    ],
)
def test_the_database_refuses_what_is_never_true(owner, wrong):
    struggle = make.struggle(owner)
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        Struggle.objects.filter(pk=struggle.pk).update(**wrong)
