"""Proposing to remove a member."""

from rooted.groups.access import open_removal
from rooted.groups.models import Invitation, Seat
from rooted.groups.tests.make import at, invitation, member


def test_access_pauses_at_once_as_if_the_group_were_absent(ana, bo):
    third = member(ana, "dina")
    answer = ana.client.post(at("groups:removal-propose", ana, third.seat.pk))
    target = open_removal(ana.group)
    assert answer.url == at("groups:removal-confirm", ana, target.pk)
    assert (target.paused_by_id, third.client.get(at("groups:seat-list", third)).status_code) == (ana.seat.pk, 404)


def test_in_a_pair_there_is_no_removal(ana, bo):
    assert "In a pair" in ana.client.get(at("groups:removal-propose", ana, bo.seat.pk)).content.decode()
    assert "In a pair" in ana.client.post(at("groups:removal-propose", ana, bo.seat.pk)).content.decode()
    assert bo.client.get(at("groups:seat-list", bo)).status_code == 200


def test_one_member_cannot_pause_two(ana, bo):
    dina, elif_ = member(ana, "dina"), member(ana, "elif")
    ana.client.post(at("groups:removal-propose", ana, dina.seat.pk))
    ana.client.post(at("groups:removal-propose", ana, elif_.seat.pk))
    assert Seat.objects.exclude(paused_on=None).count() == 1
    assert elif_.client.get(at("groups:seat-list", elif_)).status_code == 200


def test_nobody_proposes_themselves_or_a_seat_of_another_group(ana, bo, cem):
    member(ana, "dina")
    assert ana.client.post(at("groups:removal-propose", ana, ana.seat.pk)).status_code == 404
    assert ana.client.post(at("groups:removal-propose", ana, cem.seat.pk)).status_code == 404
    assert cem.client.post(at("groups:removal-propose", ana, bo.seat.pk)).status_code == 404


def test_open_invitations_end(ana, bo):
    third = member(ana, "dina")
    invitation(third)
    ana.client.post(at("groups:removal-propose", ana, third.seat.pk))
    assert Invitation.objects.count() == 0


def test_looking_changes_nothing(ana, bo):
    third = member(ana, "dina")
    assert "14 days" in ana.client.get(at("groups:removal-propose", ana, third.seat.pk)).content.decode()
    assert third.seat.name == "Dina"
