from datetime import date

import pytest
from django.db import connection, transaction

from rooted.base import seal
from rooted.circles import actions
from rooted.circles.kinds import SealedKind
from rooted.circles.models import CircleKey, CircleWrap, SealedItem
from rooted.circles.tests import make

pytestmark = pytest.mark.django_db


def test_everyone_in_the_circle_reads_what_a_member_sealed():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    item = keys.seal(make.NOTE, {"text": "Tide Laundry, six o'clock"})
    assert bo.open(keys.circle).read(item) == {"text": "Tide Laundry, six o'clock"}


def test_an_outsider_cannot_open_the_circle():
    keys, cem = make.circle(make.key()), make.key()
    with pytest.raises(seal.Closed):
        cem.open(keys.circle)


def test_a_letter_is_dropped_in_without_a_key_and_read_by_a_member():
    ana = make.key()
    circle = make.circle(ana).circle
    item = actions.drop_in(circle, make.LETTER, {"text": "They kept my deposit"}, expires_on=date(2027, 1, 1))
    assert ana.open(circle).read(item) == {"text": "They kept my deposit"}


def test_only_kinds_that_say_so_can_be_dropped_in():
    with pytest.raises(ValueError, match="sealed by members only"):
        actions.drop_in(make.circle(make.key()).circle, make.NOTE, {"text": "forged"})


def test_whoever_may_write_to_the_database_cannot_forge_a_members_note():
    ana = make.key()
    circle = make.circle(ana).circle
    forged = actions.drop_in(circle, make.LETTER, {"text": "forged"})
    forged.kind = make.NOTE.name
    with pytest.raises(seal.Closed):
        ana.open(circle).read(forged)


def test_content_has_exactly_the_fields_of_its_kind():
    keys = make.circle(make.key())
    with pytest.raises(ValueError, match="holds"):
        keys.seal(make.NOTE, {"text": "x", "name": "y"})


def test_what_was_sealed_before_its_kind_had_a_field_is_read_with_what_it_says_then():
    keys = make.circle(make.key())
    item = keys.seal(SealedKind("test.grown", ("text",)), {"text": "x"})
    SealedKind("test.grown", ("text", "place"), added={"place": ""})
    assert keys.read(item) == {"text": "x", "place": ""}


def test_content_without_a_field_that_its_kind_always_had_stays_closed():
    keys = make.circle(make.key())
    item = keys.seal(SealedKind("test.grown", ("text",)), {"text": "x"})
    SealedKind("test.grown", ("text", "place"))
    with pytest.raises(seal.Closed):
        keys.read(item)


def test_who_is_shut_out_reads_nothing_new_and_the_rest_reads_everything():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    old = keys.seal(make.NOTE, {"text": "old"})
    actions.expel(keys.circle, keys.secrets, bo.holder)
    new = ana.open(keys.circle).seal(make.NOTE, {"text": "new"})
    with pytest.raises(seal.Closed):
        bo.open(keys.circle)
    opened = ana.open(keys.circle)
    assert [opened.read(item) for item in (old, new)] == [{"text": "old"}, {"text": "new"}]


def test_keys_opened_before_a_removal_cannot_write_for_the_removed_one():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    bos = bo.open(keys.circle)
    actions.expel(keys.circle, keys.secrets, bo.holder)
    with pytest.raises(seal.Closed):
        bos.seal(make.NOTE, {"text": "late"})


def test_keys_opened_before_a_removal_keep_up_for_the_rest():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    early = ana.open(keys.circle)
    actions.expel(keys.circle, keys.secrets, bo.holder)
    assert early.seal(make.NOTE, {"text": "x"}).epoch == 2


def test_rotation_leaves_no_old_key_and_everything_readable():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    items = [keys.seal(make.NOTE, {"text": str(number)}) for number in range(45)]
    items.append(actions.drop_in(keys.circle, make.LETTER, {"text": "45"}))
    before = list(SealedItem.objects.order_by("pk").values_list("ciphertext", flat=True))
    actions.expel(keys.circle, keys.secrets, bo.holder)
    while actions.rotate_some(ana.open(keys.circle)):
        pass
    opened = ana.open(keys.circle)
    assert sorted(opened.read(item)["text"] for item in SealedItem.objects.all()) == sorted(map(str, range(46)))
    assert list(SealedItem.objects.order_by("pk").values_list("ciphertext", flat=True)) == before
    assert set(CircleWrap.objects.values_list("epoch", flat=True)) == {2}
    assert set(CircleKey.objects.values_list("epoch", flat=True)) == {2}


def test_a_rotation_left_half_done_is_taken_up_by_another_member():
    ana, bo, cem = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo, cem)
    item = keys.seal(make.NOTE, {"text": "half"})
    actions.expel(keys.circle, keys.secrets, cem.holder)
    assert actions.left_to_rotate(keys.circle) == 1
    assert bo.open(keys.circle).read(item) == {"text": "half"}
    assert actions.rotate_some(bo.open(keys.circle)) == 0
    assert ana.open(keys.circle).read(SealedItem.objects.get()) == {"text": "half"}


def test_somebody_admitted_in_the_middle_of_a_rotation_reads_old_and_new():
    ana, bo, cem = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo)
    old = keys.seal(make.NOTE, {"text": "old"})
    actions.expel(keys.circle, keys.secrets, bo.holder)
    actions.admit(ana.open(keys.circle), cem.holder)
    assert cem.open(keys.circle).read(old) == {"text": "old"}


def test_secrets_given_out_before_a_change_of_keys_let_nobody_in():
    ana, bo, cem = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo)
    secrets = dict(keys.secrets)
    actions.expel(keys.circle, keys.secrets, bo.holder)
    with pytest.raises(seal.Closed):
        actions.admit_by_secrets(keys.circle, secrets, cem.holder)


def test_a_member_who_leaves_cannot_read_on():
    ana, bo = make.key(), make.key()
    keys = make.circle(ana, bo)
    circle = keys.circle
    actions.expel(circle, keys.secrets, ana.holder)
    with pytest.raises(seal.Closed):
        ana.open(circle)
    assert bo.open(circle).seal(make.NOTE, {"text": "on"}).epoch == 2


def test_who_writes_a_row_for_themselves_into_the_database_gets_no_later_key():
    """A thief who may write, and holds no key, plants a holder and waits for the next change of keys."""
    ana, bo, thief = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo)
    copied = CircleWrap.objects.get(holder=ana.holder)
    CircleWrap.objects.create(circle=keys.circle, epoch=1, holder=thief.holder, wrap=copied.wrap, proof=copied.proof)
    actions.expel(keys.circle, keys.secrets, bo.holder)
    keys.circle.refresh_from_db()
    assert [wrap.holder for wrap in CircleWrap.objects.filter(epoch=2)] == [ana.holder]


def test_who_puts_their_public_key_in_the_place_of_anothers_gets_no_later_key():
    ana, bo, cem, thief = make.key(), make.key(), make.key(), make.key()
    keys = make.circle(ana, bo, cem)
    type(bo.holder).objects.filter(pk=bo.holder.pk).update(public_key=thief.holder.public_key)
    actions.expel(keys.circle, keys.secrets, cem.holder)
    assert [wrap.holder for wrap in CircleWrap.objects.filter(epoch=2)] == [ana.holder]


def test_keys_from_before_a_change_change_nothing():
    ana, bo, cem = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo, cem)
    secrets = dict(keys.secrets)
    actions.expel(keys.circle, secrets, cem.holder)
    with pytest.raises(seal.Closed):
        actions.expel(keys.circle, secrets, bo.holder)


def test_rewriting_replaces_the_content_and_its_bytes():
    keys = make.circle(make.key())
    item = keys.seal(make.NOTE, {"text": "first"})
    before = item.ciphertext
    keys.rewrite(item, {"text": "second"})
    assert keys.read(SealedItem.objects.get()) == {"text": "second"}
    assert SealedItem.objects.get().ciphertext != before


@pytest.mark.django_db(transaction=True)
def test_erased_bytes_are_gone_from_every_file_after_the_checkpoint(settings):
    if connection.vendor != "sqlite" or "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("needs an SQLite file")
    keys = make.circle(make.key())
    with transaction.atomic():
        item = keys.seal(make.NOTE, {"text": "secret"})
    assert actions.erase(SealedItem.objects.filter(pk=item.pk)) == 1
    assert actions.checkpoint()


def test_somebody_shut_out_by_outsiders_reads_nothing_and_those_inside_begin_a_new_key():
    ana, bo, cem = make.key(), make.key(), make.key()
    keys = make.circle(ana, bo, cem)
    bos = bo.open(keys.circle)
    actions.shut_out(keys.circle, cem.holder)
    with pytest.raises(seal.Closed):
        cem.open(keys.circle)
    actions.change_key(bos)
    assert ana.open(keys.circle).epoch == 2
    assert actions.holders_in(ana.open(keys.circle)) == {ana.holder.pk, bo.holder.pk}


def test_a_new_key_goes_to_nobody_whom_no_one_inside_let_in():
    ana, thief = make.key(), make.key()
    keys = make.circle(ana)
    CircleWrap.objects.create(
        circle=keys.circle, epoch=1, holder=thief.holder, wrap=seal.seal_to(bytes(thief.holder.public_key), bytes(32)),
        proof=bytes(32),
    )  # fmt: skip
    actions.change_key(keys)
    assert set(CircleWrap.objects.filter(epoch=2).values_list("holder", flat=True)) == {ana.holder.pk}


def test_a_second_circle_of_the_same_holder_opens_from_wraps_read_already(django_assert_num_queries):
    ana = make.key()
    keys = make.circle(ana)
    second = actions.new_circle_beside(keys)
    wraps = list(CircleWrap.objects.filter(circle=second.circle))
    with django_assert_num_queries(0):
        assert keys.beside(second.circle, wraps).secrets == second.secrets
    with pytest.raises(seal.Closed):
        keys.beside(second.circle, [])
