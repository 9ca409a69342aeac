"""Leaving a group."""

from django.utils import timezone

from rooted.circles.models import Circle, CircleWrap, Holder, SealedItem
from rooted.groups.access import open_removal, open_seat, seat_names
from rooted.groups.actions import part_everywhere
from rooted.groups.models import Group, Invitation, Seat
from rooted.groups.tests.make import at, invitation, member
from rooted.people.keyring import Keyring
from rooted.people.models import Person


def kept(who):
    """The seats in the member's keyring as it stands in the database."""
    return Keyring(Person.objects.get(pk=who.person.pk), who.keyring.secret).seats


def test_the_page_says_what_happens_before_it_happens(ana, bo):
    assert "The others keep everything." in bo.client.get(at("groups:seat-part", bo)).content.decode()
    assert Seat.objects.taken().count() == 2


def test_whoever_leaves_opens_nothing_and_the_others_keep_everything(ana, bo):
    gone = bo.seat.pk
    bo.client.post(at("groups:seat-part", bo))
    assert bo.client.get(at("groups:seat-list", bo)).status_code == 404
    assert seat_names(ana.seat) == {ana.seat.pk: "Ana", gone: "a former member"}
    assert kept(bo) == []


def test_the_key_and_the_name_are_erased_and_a_new_key_begins(ana, bo):
    seat = bo.seat
    holder, name_item, epoch = seat.holder_id, seat.name_item_id, seat.group.circle.epoch
    bo.client.post(at("groups:seat-part", bo))
    assert Holder.objects.filter(pk=holder).count() == 0
    assert SealedItem.objects.filter(pk=name_item).count() == 0
    assert Circle.objects.get(pk=seat.group.circle.pk).epoch == epoch + 1
    assert Seat.objects.get(pk=seat.pk).left_on == timezone.now().date()


def test_open_invitations_end(ana, bo):
    invitation(bo)
    invitation(ana)
    bo.client.post(at("groups:seat-part", bo))
    assert Invitation.objects.count() == 0


def test_the_last_one_closes_the_group_and_everything_is_erased(ana):
    invitation(ana)
    assert "the group closes" in ana.client.get(at("groups:seat-part", ana)).content.decode()
    ana.client.post(at("groups:seat-part", ana))
    group = Group.objects.get()
    assert (group.closed_on, group.circle, group.about) == (timezone.now().date(), None, "")
    left = [model.objects.count() for model in (Seat, Invitation, Holder, Circle, CircleWrap, SealedItem)]
    assert left == [0, 0, 0, 0, 0, 0]
    assert kept(ana) == []


def test_a_removal_ends_when_whoever_proposed_it_leaves(ana, bo):
    third = member(ana, "dina")
    ana.client.post(at("groups:removal-propose", ana, third.seat.pk))
    ana.client.post(at("groups:seat-part", ana))
    assert open_removal(bo.group) is None
    assert third.client.get(at("groups:seat-list", third)).status_code == 200


def test_nobody_stays_shut_out_in_a_pair(ana, bo):
    third = member(ana, "dina")
    ana.client.post(at("groups:removal-propose", ana, third.seat.pk))
    bo.client.post(at("groups:seat-part", bo))
    assert third.seat.name == "Dina"


def test_leaving_the_server_leaves_every_group(ana, bo, cem):
    part_everywhere(bo.keyring, today=timezone.now().date())
    assert kept(bo) == []
    assert Seat.objects.taken().filter(group=ana.group).count() == 1
    assert open_seat(cem.keyring, Group.objects.get(pk=cem.group.pk)) is not None


def test_a_stale_key_of_a_seat_given_back_ends_nothing(ana, bo):
    stale = bo.keyring.seats[0]
    part_everywhere(bo.keyring, today=timezone.now().date())
    bo.keyring.add_seat(ana.seat.pk, ana.group.pk, stale.secret)
    part_everywhere(bo.keyring, today=timezone.now().date())
    assert ana.seat.name == "Ana"
