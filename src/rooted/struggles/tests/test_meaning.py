"""Records that tell of something alike: with the extra across languages, without it nothing happens."""

import pytest

from rooted.base.models import Job
from rooted.struggles import meaning
from rooted.struggles.actions import correct_record, withdraw_struggle
from rooted.struggles.candidates import TOLD_ALIKE, candidates
from rooted.struggles.jobs import understand_records
from rooted.struggles.meaning import understand_some
from rooted.struggles.models import Akin, Meaning
from rooted.struggles.tests import make

with_the_extra = pytest.mark.skipif(not meaning.installed(), reason="the extra `meaning` is not installed")

TOLD = {
    "en": ("Night cleaners stop work", "Cleaners sat down in the canteen because the rota was cut."),
    "es": ("Las limpiadoras paran", "Las limpiadoras se sentaron en el comedor porque recortaron el turno."),
    "ports": ("Dockers hold the quay", "No ship was unloaded for nine weeks, and soup came from the town."),
}


@pytest.fixture
def told(db):
    records = [make.record(title=title, account=account) for title, account in TOLD.values()]
    return dict(zip(TOLD, make.struggles(make.group(), records), strict=True))


def akin_to(struggle):
    found = candidates(struggle.pk, struggle.countries, [], [])
    return [pk for kind, _closeness, pk, *_rest in found if kind == TOLD_ALIKE]


def test_without_the_extra_nothing_happens(told, monkeypatch):
    monkeypatch.setattr(meaning, "PACKAGE", "no_such_package")
    understand_records()
    assert (Meaning.objects.count(), Akin.objects.count(), Job.objects.filter(name="struggles-meaning").count()) == (
        0,
        0,
        0,
    )


@with_the_extra
def test_the_same_told_in_two_languages_is_found_and_nothing_else(told):
    understand_records()
    assert akin_to(told["en"]) == [told["es"].pk]
    assert akin_to(told["es"]) == [told["en"].pk]
    assert akin_to(told["ports"]) == []


@with_the_extra
def test_twice_is_once(told):
    assert (understand_some(), understand_some()) == (False, False)
    assert (Meaning.objects.count(), Akin.objects.count()) == (3, 1)


@with_the_extra
def test_short_entries_drafts_and_withdrawn_records_are_not_read(told):
    owner = told["en"].group
    make.struggle(owner, account="")
    make.draft(owner)
    withdraw_struggle(told["ports"])
    understand_records()
    assert set(Meaning.objects.values_list("pk", flat=True)) == {told["en"].pk, told["es"].pk}


@with_the_extra
def test_more_than_one_job_can_read_is_read_by_the_next(told, monkeypatch):
    monkeypatch.setattr(meaning, "AT_ONCE", 2)
    understand_records()
    assert (Meaning.objects.count(), Job.objects.filter(name="struggles-meaning").count()) == (2, 1)


def test_a_corrected_record_is_read_anew(told):
    one, two = told["en"], told["es"]
    Meaning.objects.bulk_create(Meaning(struggle=struggle, vector=bytes(512)) for struggle in (one, two))
    Akin.objects.create(struggle=two, other=one, closeness=60)
    correct_record(one, make.record(account="Other words."), words="Better.", first=make.BO, second=make.ANA)
    assert (list(Meaning.objects.all()), Akin.objects.count()) == ([Meaning(pk=two.pk)], 0)
