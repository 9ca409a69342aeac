"""A list nobody prepared for comes again: the same file, another edition, the list of another year."""

from dataclasses import replace

import pytest

from rooted.imports.models import SavedMapping
from rooted.imports.sharing import save_mapping, share_mapping
from rooted.imports.tests import make
from rooted.struggles.models import ImportBatch, Struggle

FIRST = "Lp.;Data;Firma;Typ\n1;3.5.2019;Stocznia;strajk\n2;4.6.2019;Huta;strajk\n"
NEWER = FIRST + "3;1.5.2022;Port;strajk\n"
OTHER_YEAR = "Lp.;Data;Firma;Typ\n1;7.1.2020;Kolej;strajk\n2;8.2.2020;Poczta;strajk\n"


def brought(owner, content, name="a.csv"):
    one = make.batch(owner, content, name=name)
    return one.rows_added, one.rows_known


def test_the_same_file_again_adds_nothing_once_it_is_public_for_any_group(docks, depot):
    assert [brought(docks, FIRST), brought(docks, FIRST, "b.csv")] == [(2, 0), (0, 2)]
    ImportBatch.objects.update(published_on=make.TODAY)
    assert brought(depot, FIRST) == (0, 2)


def test_what_a_group_did_not_publish_yet_is_not_known_to_another_with_the_same_file(docks, depot):
    brought(docks, FIRST, "ours.csv")
    assert brought(depot, FIRST, "theirs.csv") == (2, 0)
    assert set(ImportBatch.objects.filter(group=depot).values_list("set_name", flat=True)) == {"theirs"}


def test_a_newer_edition_adds_what_is_new(docks):
    assert [brought(docks, FIRST), brought(docks, NEWER, "newer.csv")] == [(2, 0), (1, 2)]


def test_the_list_of_another_year_with_numbers_of_its_own_is_another_list(docks):
    assert [brought(docks, FIRST, "2019.csv"), brought(docks, OTHER_YEAR, "2020.csv")] == [(2, 0), (2, 0)]
    assert set(Struggle.objects.values_list("batch__set_name", flat=True)) == {"2019", "2020"}


def test_of_two_lists_with_the_same_columns_a_newer_edition_adds_to_the_one_whose_rows_it_has(docks):
    brought(docks, FIRST, "2019.csv")
    brought(docks, OTHER_YEAR, "2020.csv")
    assert brought(docks, OTHER_YEAR, "again.csv") == (0, 2)
    assert brought(docks, OTHER_YEAR + "3;9.9.2020;Port;strajk\n", "newer.csv") == (1, 2)


def test_a_list_without_numbers_is_the_same_only_where_some_of_its_rows_are_known(docks):
    first = "Data;Firma;Typ\n3.5.2019;Stocznia;strajk\n"
    brought(docks, first, "ours.csv")
    assert brought(docks, first + "4.5.2019;Port;strajk\n", "newer.csv") == (1, 1)
    brought(docks, "Data;Firma;Typ\n3.5.1999;Huta;strajk\n", "theirs.csv")
    assert set(Struggle.objects.values_list("batch__set_name", flat=True)) == {"ours", "theirs"}


def test_what_another_group_shares_is_not_taken_for_another_list_with_the_same_columns(docks, depot):
    brought(docks, FIRST)
    share_mapping(save_mapping(docks, replace(SavedMapping.objects.get().mapping, cite="Docks")), shared=True)
    plans = [make.file(depot, content, name="b.csv").plan for content in (NEWER, OTHER_YEAR)]
    assert [(plan.name, plan.cite) for plan in plans] == [("a", "Docks"), ("b", "")]


@pytest.mark.parametrize("name", ["a.csv", "b.csv"])
def test_how_a_list_was_read_is_kept_once_and_never_in_the_place_of_another(docks, name):
    brought(docks, FIRST)
    brought(docks, "Datum;Betrieb\n3.5.2019;Werft\n", name)
    assert SavedMapping.objects.get(name="a").mapping.column_of("employer") == "Firma"
    assert SavedMapping.objects.count() == (1 if name == "a.csv" else 2)
