"""Filling the table of towns."""

import pytest

from rooted.places.actions import SHIPPED, load_towns
from rooted.places.models import Town, TownEdition, TownName
from rooted.places.tests.make import FEW, LEEDS, make_town, town_file

pytestmark = pytest.mark.django_db


def test_the_file_fills_the_table(tmp_path):
    assert load_towns(town_file(tmp_path)) == len(FEW)
    leeds = Town.objects.get(pk=2644688)
    assert (leeds.name, leeds.country, leeds.population, leeds.latitude, leeds.longitude) == (
        "Leeds",
        "GB",
        536280,
        53.796,
        -1.548,
    )
    assert sorted(leeds.names.values_list("folded", flat=True)) == ["leeds", "lids", "ليدز"]


def test_the_same_file_again_does_nothing(tmp_path):
    load_towns(town_file(tmp_path))
    TownName.objects.all().delete()
    assert (load_towns(town_file(tmp_path)), TownName.objects.count()) == (0, 0)


def test_a_newer_file_changes_rows_and_keeps_what_records_may_point_to(tmp_path):
    old = make_town(7, "Gone")
    load_towns(town_file(tmp_path))
    load_towns(town_file(tmp_path, [(*LEEDS[:5], "600000", *LEEDS[6:])]))
    assert Town.objects.get(pk=2644688).population == 600000
    assert (Town.objects.filter(pk=old.pk).count(), Town.objects.count(), TownName.objects.count()) == (1, 8, 3)
    assert TownEdition.objects.count() == 1


def test_the_shipped_file_loads_whole():
    assert load_towns(SHIPPED) == 69_410
    assert Town.objects.filter(name="Łódź").count() == 1
