"""The group's rule: how many members vouch for a newcomer."""

from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Invitation
from rooted.groups.sealed import VOUCHER
from rooted.groups.tests.make import at, invitation


def test_any_member_asks_for_two_and_open_invitations_end(ana, bo):
    invitation(ana)
    page = at("groups:vouchers", bo)
    assert "One is enough now" in bo.client.get(page).content.decode()
    bo.client.post(page)
    assert (Group.objects.get().two_vouchers_on is not None, Invitation.objects.count()) == (True, 0)
    assert "Two members vouch for every newcomer" in ana.client.get(page).content.decode()


def test_from_then_on_an_invitation_holds_no_key_of_the_group(ana, bo):
    bo.client.post(at("groups:vouchers", bo))
    made = invitation(ana)
    assert SealedItem.objects.get(pk=made.voucher_item_id).kind == VOUCHER.name
    page = ana.client.get(at("groups:invite", ana)).content.decode()
    assert "Then a second member has to hear them." in page


def test_whoever_is_left_alone_lets_others_in_alone(ana):
    ana.client.post(at("groups:vouchers", ana))
    assert invitation(ana).voucher_item is None


def test_nobody_else_changes_the_rule(ana, cem, stranger):
    assert stranger.post(at("groups:vouchers", ana)).status_code == 403
    assert cem.client.post(at("groups:vouchers", ana)).status_code == 404
    assert Group.objects.get(pk=ana.group.pk).two_vouchers_on is None
