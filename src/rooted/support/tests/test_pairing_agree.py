"""Any member of the group that was asked says yes."""

from rooted.support.models import Pairing, PairingMessage
from rooted.support.tests import make


def agree(member, pairing):
    return member.client.post(make.at("support:pairing-agree", member, pairing.pk))


def page(member, pairing):
    return member.client.get(make.at("support:pairing-detail", member, pairing.pk)).content.decode()


def test_after_a_yes_every_member_of_both_reads_and_writes(ana, bo, cem):
    pairing = make.asked(cem, ana, text="Will you?", byline="Mo")
    agree(bo, pairing)
    assert [page(member, pairing).count("Will you?") for member in (ana, bo, cem)] == [1, 1, 1]
    assert "Mo of Depot" in page(ana, pairing)


def test_a_second_yes_changes_nothing(ana, bo, cem):
    pairing = make.asked(cem, ana)
    for member in (ana, bo):
        agree(member, pairing)
    assert PairingMessage.objects.count() == 1


def test_who_asked_cannot_say_yes_for_the_others(ana, cem):
    pairing = make.asked(cem, ana)
    assert "Only the group that was asked can say yes." in agree(cem, pairing).content.decode()
    assert Pairing.objects.get().agreed_on is None


def test_a_third_group_gets_404(ana, cem, newly_signed_up):
    third = make.third(newly_signed_up)
    pairing = make.asked(cem, ana)
    assert agree(third, pairing).status_code == 404
    assert Pairing.objects.get().agreed_on is None


def test_the_way_in_that_was_offered_is_changed_with_the_yes(ana, cem):
    """Whoever made it, and whatever was dropped in, knows it no longer."""
    pairing = make.asked(cem, ana)
    before = {side.group_id: (side.holder_id, side.key_item_id) for side in pairing.sides.all()}
    agree(ana, pairing)
    after = {side.group_id: (side.holder_id, side.key_item_id) for side in pairing.sides.all()}
    assert (before[ana.group.pk] == after[ana.group.pk], before[cem.group.pk] == after[cem.group.pk]) == (False, True)
