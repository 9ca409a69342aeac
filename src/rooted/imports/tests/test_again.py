"""A list nobody prepared for comes again: the same file, another edition, the list of another year."""

import pytest

from rooted.imports.models import SavedMapping
from rooted.imports.tests import make
from rooted.struggles.models import Struggle

FIRST = "Lp.;Data;Firma;Typ\n1;3.5.2019;Stocznia;strajk\n2;4.6.2019;Huta;strajk\n"
NEWER = FIRST + "3;1.5.2022;Port;strajk\n"
OTHER_YEAR = "Lp.;Data;Firma;Typ\n1;7.1.2020;Kolej;strajk\n2;8.2.2020;Poczta;strajk\n"


def brought(owner, content, name="a.csv"):
    one = make.batch(owner, content, name=name)
    return one.rows_added, one.rows_known


def test_the_same_file_again_adds_nothing_for_any_group(docks, depot):
    assert [brought(docks, FIRST), brought(docks, FIRST, "b.csv"), brought(depot, FIRST)] == [(2, 0), (0, 2), (0, 2)]


def test_a_newer_edition_adds_what_is_new(docks):
    assert [brought(docks, FIRST), brought(docks, NEWER, "newer.csv")] == [(2, 0), (1, 2)]


def test_the_list_of_another_year_with_numbers_of_its_own_is_another_list(docks):
    assert [brought(docks, FIRST, "2019.csv"), brought(docks, OTHER_YEAR, "2020.csv")] == [(2, 0), (2, 0)]
    assert set(Struggle.objects.values_list("batch__set_name", flat=True)) == {"2019", "2020"}


@pytest.mark.parametrize("name", ["a.csv", "b.csv"])
def test_how_a_list_was_read_is_kept_once_and_never_in_the_place_of_another(docks, name):
    brought(docks, FIRST)
    brought(docks, "Datum;Betrieb\n3.5.2019;Werft\n", name)
    assert SavedMapping.objects.get(name="a").mapping.column_of("employer") == "Firma"
    assert SavedMapping.objects.count() == (1 if name == "a.csv" else 2)
