"""A stolen database, with all names known in advance, seats nobody in a group: not by value, order or length."""

import pytest
from django.db import connection

from conftest import found, newcomer
from tests.walk import dump
from tests.walk.report import none_wrong
from tests.walk.world import build

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(shared_db):
    """Six persons, two groups, letters, invitations; somebody was removed."""
    return build()


@pytest.fixture
def stolen(world, db):
    return world


def sqlite_only():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no rowid; what its heap hints at is said in docs/privacy.md")


def test_no_value_stands_both_with_a_person_and_with_a_group(stolen):
    none_wrong(dump.shared_values(*dump.tables()))


def test_no_two_sides_keep_an_order_to_be_matched(stolen):
    sqlite_only()
    people, others = dump.tables()
    speaking = [name for name in others if name.startswith(("groups_", "circles_", "intake_"))]
    persons, groups = dump.ordered_tables(people), dump.ordered_tables(speaking)
    none_wrong(persons + groups if persons and groups else [])


def test_persons_seats_and_all_that_is_sealed_keep_no_order(stolen):
    sqlite_only()
    names = ["people_person", "groups_seat", "groups_invitation", "intake_thread", "intake_message"]
    sealed = ["circles_holder", "circles_circle", "circles_circlekey", "circles_circlewrap", "circles_sealeditem"]
    none_wrong(dump.ordered_tables(names + sealed))


def test_a_person_without_group_looks_like_one_with_two(stolen):
    found(stolen.people["other"], "Second group of cem")
    none_wrong(dump.telling_lengths("people_person"))


def test_every_wrap_has_the_same_length(stolen):
    none_wrong(dump.telling_lengths("circles_circlewrap"))


def test_a_name_of_any_length_is_sealed_to_one_length(stolen):
    found(newcomer("a" * 60), "Long")
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT length(ciphertext) FROM circles_sealeditem WHERE kind = 'groups.seat'")
        assert len(cursor.fetchall()) == 1


def test_a_planted_foreign_key_is_found(stolen):
    person, seat = stolen.people["member"].person, stolen.people["member"].seat
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE groups_member (id bigint PRIMARY KEY, person_id bigint, seat_id bigint)")
        cursor.execute("INSERT INTO groups_member VALUES (1, %s, %s)", [person.pk, seat.pk])
    assert "people_person.id and groups_member.person_id hold the same value." in dump.shared_values(*dump.tables())


@pytest.mark.parametrize("shape", range(4))
def test_a_planted_copy_in_another_shape_is_found(stolen, shape):
    seat = stolen.people["member"].seat
    hidden = sorted(dump.shapes(seat.pk))[shape]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET keyring = %s", [b"before" + hidden + b"after"])
    assert "people_person.keyring and groups_seat.id hold the same value." in dump.shared_values(*dump.tables())


def test_a_planted_order_is_found(stolen):
    sqlite_only()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE people_visit (id char(32) PRIMARY KEY)")
        cursor.execute("INSERT INTO people_visit VALUES ('b'), ('a')")
    assert len(dump.ordered_tables(["people_visit", "people_person"])) == 1


def test_a_planted_length_is_found(stolen):
    person = stolen.people["member"].person
    type(person).objects.filter(pk=person.pk).update(keyring=b"short")
    assert len(dump.telling_lengths("people_person")) == 1
