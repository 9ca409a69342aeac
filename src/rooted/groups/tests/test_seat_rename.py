"""Another name for oneself."""

from rooted.groups.access import seat_names
from rooted.groups.tests.make import at


def test_a_member_changes_what_the_group_calls_them(ana, bo):
    assert bo.client.post(at("groups:seat-rename", bo), {"called": "Heron"}).url == at("groups:seat-list", bo)
    assert sorted(seat_names(ana.seat).values()) == ["Ana", "Heron"]


def test_an_empty_name_is_refused(bo):
    assert bo.client.post(at("groups:seat-rename", bo), {"called": " "}).status_code == 200
    assert bo.seat.name == "Bo"


def test_nobody_renames_in_another_group(ana, cem):
    assert cem.client.post(at("groups:seat-rename", ana), {"called": "Heron"}).status_code == 404
    assert ana.seat.name == "Ana"
