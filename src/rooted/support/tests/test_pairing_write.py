"""Writing between two groups; nobody who left reads what comes later."""

import base64
import itertools

import pytest
from django.utils import timezone

from rooted.base import seal
from rooted.circles.actions import open_circle
from rooted.circles.keys import OpenCircle
from rooted.circles.models import CircleWrap
from rooted.groups.actions import part
from rooted.groups.removals import confirm_removal, propose_removal
from rooted.groups.tests.make import member as one_more
from rooted.support.models import PairingMessage, PairingSide
from rooted.support.pairings import open_pairing, read_messages, write_to_the_group
from rooted.support.sealed import KEY, MESSAGE
from rooted.support.tests import make


def write(member, pairing, text="When do you talk?", **fields):
    return member.client.post(make.at("support:pairing-write", member, pairing.pk), {"text": text, **fields})


def texts(member, pairing):
    return [one["text"] for one in read_messages(pairing, open_pairing(pairing, member.seat))]


def test_both_groups_read_it_and_only_the_groups_name_stands_there(ana, bo, cem):
    pairing = make.paired(cem, ana)
    write(bo, pairing, "Tuesdays.")
    html = cem.client.get(make.at("support:pairing-detail", cem, pairing.pk)).content.decode()
    assert "<p>Tuesdays.</p>" in html
    assert "<h2><bdi>Docks</bdi></h2>" in html
    assert "Bo of" not in html


def test_whoever_wants_a_name_there_writes_one(ana, cem):
    pairing = make.paired(cem, ana)
    write(ana, pairing, "Tuesdays.", byline="An <old> hand")
    html = cem.client.get(make.at("support:pairing-detail", cem, pairing.pk)).content.decode()
    assert "An &lt;old&gt; hand of Docks" in html


def test_hostile_text_is_shown_as_text(ana, cem):
    pairing = make.paired(cem, ana)
    write(ana, pairing, "<script>x</script> **bold** [x](javascript:y)")
    html = cem.client.get(make.at("support:pairing-detail", cem, pairing.pk)).content.decode()
    assert "<strong>bold</strong>" in html
    assert ("<script>x" in html, 'href="javascript' in html) == (False, False)


def test_the_same_text_sent_twice_arrives_once(ana, cem):
    pairing = make.paired(cem, ana)
    for _ in range(2):
        write(ana, pairing)
    assert PairingMessage.objects.count() == 2  # with the question


def test_before_a_yes_nothing_is_sent(ana, cem):
    pairing = make.asked(cem, ana)
    write(cem, pairing)
    assert PairingMessage.objects.count() == 0


def test_a_third_group_writes_nothing(ana, cem, newly_signed_up):
    pairing = make.paired(cem, ana)
    assert write(make.third(newly_signed_up), pairing).status_code == 404
    assert PairingMessage.objects.count() == 1


class Kept:
    """What a removed member may have kept: a copy of the database and every key they could open."""

    def __init__(self, member, pairing):
        seat = member.seat
        keys = open_pairing(pairing, seat)
        side = PairingSide.objects.select_related("holder", "key_item").get(pairing=pairing, group=seat.group)
        self.circle, self.secrets = keys.circle, dict(keys.secrets)
        self.holder, self.holder_secret = side.holder, base64.b64decode(seat.keys.read(side.key_item, KEY)["secret"])
        self.seat_keys = seat.keys

    def read(self, item):
        """The item with the keys kept, without asking anybody; raises seal.Closed."""
        keys = OpenCircle.__new__(OpenCircle)
        keys.circle, keys.secrets, keys._publics = self.circle, dict(self.secrets), {}
        keys.renew = lambda: None
        return keys.read(item, MESSAGE)

    def opens(self, pairing):
        """Whether any way in of today still opens with what was kept."""
        for side in PairingSide.objects.filter(pairing=pairing).select_related("holder", "key_item"):
            for secret in (self.holder_secret, self._from(side)):
                wraps = CircleWrap.objects.filter(circle=self.circle, holder=side.holder)
                if secret and any(self._unwraps(secret, wrap) for wrap in wraps):
                    return True
        return False

    def _from(self, side):
        try:
            keys = self.seat_keys
            keys.renew = lambda: None
            return base64.b64decode(keys.read(side.key_item, KEY)["secret"])
        except seal.Closed:
            return None

    def _unwraps(self, secret, wrap):
        try:
            return bool(seal.open_sealed(secret, bytes(wrap.wrap)))
        except seal.Closed:
            return False


@pytest.fixture
def removed(ana, bo, cem):
    """Eva was in Docks, which stands by Depot, and kept everything; then she was removed."""
    eva = one_more(ana, "eva")
    pairing = make.paired(cem, ana)
    write(eva, pairing, "Eva was here.")
    kept = Kept(eva, pairing)
    propose_removal(ana.seat, eva.seat.pk, today=timezone.now().date())
    confirm_removal(bo.seat, seat_of(eva), today=timezone.now().date())
    return pairing, kept


def seat_of(member):
    return member.keyring.seat_in(member.group.pk).seat


@pytest.mark.parametrize("writer", ["ana", "cem"])
def test_a_removed_member_with_a_copy_and_all_old_keys_reads_nothing_that_comes_later(removed, writer, request):
    pairing, kept = removed
    assert kept.opens(pairing)
    known = set(PairingMessage.objects.values_list("item", flat=True))
    write(request.getfixturevalue(writer), pairing, "Only for those who stayed.")
    (new,) = [row.item for row in PairingMessage.objects.select_related("item") if row.item_id not in known]
    with pytest.raises(seal.Closed):
        kept.read(new)
    with pytest.raises(seal.Closed):
        open_circle(kept.circle, kept.holder, kept.holder_secret)
    assert not kept.opens(pairing)


@pytest.mark.parametrize("writer", ["ana", "cem"])
def test_everyone_who_stayed_reads_everything_after_that(removed, writer, request, ana, bo, cem):
    pairing, _kept = removed
    write(request.getfixturevalue(writer), pairing, "Only for those who stayed.")
    expected = ["Will you stand by us?", "Eva was here.", "Only for those who stayed."]
    assert [texts(member, pairing) for member in (ana, bo, cem)] == [expected] * 3


def test_the_key_is_changed_once_for_one_who_left(removed, ana, cem):
    pairing, _kept = removed
    holders = set()
    for number, writer in zip(range(3), itertools.cycle([cem, ana]), strict=False):
        write(writer, pairing, f"Message {number}")
        holders.add(frozenset(pairing.sides.values_list("holder", flat=True)))
    assert len(holders) == 1


def test_who_parts_alone_is_shut_out_as_well(ana, bo, cem):
    pairing = make.paired(cem, ana)
    kept = Kept(bo, pairing)
    part(bo.seat, today=timezone.now().date())
    write(cem, pairing, "After Bo.")
    assert not kept.opens(pairing)
    assert texts(ana, pairing) == ["Will you stand by us?", "After Bo."]


def test_when_members_of_both_groups_left_both_keys_are_changed(ana, bo, cem):
    dara, pairing = one_more(cem, "dara"), make.paired(cem, ana)
    kept = [Kept(member, pairing) for member in (bo, dara)]
    for member in (bo, dara):
        part(member.seat, today=timezone.now().date())
    write(ana, pairing, "After both.")
    assert [one.opens(pairing) for one in kept] == [False, False]
    assert texts(cem, pairing) == texts(ana, pairing) == ["Will you stand by us?", "After both."]


def test_a_message_is_sealed_and_ends_after_a_year(ana, cem):
    pairing = make.paired(cem, ana)
    write_to_the_group(pairing, ana.seat, text="secretword", byline="", now=timezone.now())
    items = [row.item for row in PairingMessage.objects.select_related("item")]
    assert not any(b"secretword" in bytes(item.ciphertext) for item in items)
    assert {(item.expires_on - item.day).days for item in items} == {365}
