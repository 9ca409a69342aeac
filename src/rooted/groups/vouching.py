"""Two vouchers: one member invites, another hears the newcomer and lets them in. Until then they have no key at all."""

import base64
import secrets
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rooted.base import seal, words
from rooted.base.events import announce
from rooted.base.words import fold_spoken
from rooted.circles.actions import admit, checkpoint, drop_in, expel, new_holder
from rooted.circles.models import Holder, SealedItem
from rooted.groups.events import SeatJoined
from rooted.groups.models import Group, Invitation, Newcomer, Seat
from rooted.groups.sealed import NEWCOMER, SEAT, VOUCHER
from rooted.groups.small_circles import shut_out_everywhere
from rooted.people.keyring import Keyring

WAITING_DAYS = 14
FEWEST = 2  # alone, nobody else could vouch


def needs_two(group: Group) -> bool:
    """Whether a newcomer needs two members here. Whoever is left alone lets others in alone."""
    return group.two_vouchers_on is not None and Seat.objects.taken().filter(group=group).count() >= FEWEST


def first_voucher(seat: Seat) -> tuple[SealedItem, bytes]:
    """What the first voucher leaves for the second: a sealed key that only a member can have made, and that key."""
    key = secrets.token_bytes(32)
    return seat.keys.seal(VOUCHER, {"key": base64.b64encode(key).decode(), "by": seat.pk}), key


def _proof(key: bytes, holder: Holder) -> bytes:
    return seal.digest(b"newcomer|" + bytes(holder.public_key), key=key)


def wait(invitation: Invitation, key: bytes, keyring: Keyring, *, called: str, today: date) -> Newcomer:
    """Inside a transaction that used `invitation` up: a key pair of the newcomer's own, which opens nothing yet.

    Their keyring knows already which seat it will be.
    """
    group = invitation.group
    if group.circle is None or invitation.voucher_item is None:
        raise ValidationError(_("This invitation is no longer open."))
    holder, secret = new_holder()
    newcomer = Newcomer.objects.create(
        group=group, holder=holder, seat=invitation.seat, vouched_by=invitation.made_by,
        name_item=drop_in(group.circle, NEWCOMER, {"name": called}), voucher_item=invitation.voucher_item,
        proof=_proof(key, holder), expires_on=today + timedelta(days=WAITING_DAYS),
    )  # fmt: skip
    keyring.add_seat(newcomer.seat_id or newcomer.pk, group.pk, secret)
    transaction.on_commit(checkpoint)  # the log holds keyring and newcomer side by side
    return newcomer


def waiting(keyring: Keyring | None, group: Group | str) -> Newcomer | None:
    """This person, waiting to be let into the group (or the group at this address)."""
    if keyring is None:
        return None
    publics = {seal.public_of(key.secret) for key in keyring.seats}
    there = Q(group__address=group) if isinstance(group, str) else Q(group=group)
    rows = Newcomer.objects.filter(there, group__closed_on=None).select_related("group", "holder")
    return rows.filter(holder__public_key__in=publics).first()


def spoken_words(newcomer: Newcomer) -> str:
    """The four words of the newcomer's key: shown on their page alone, said by voice, typed by the second voucher."""
    return words.fingerprint(seal.digest(bytes(newcomer.holder.public_key)), newcomer.group.first_language)


def newcomer_name(seat: Seat, newcomer: Newcomer) -> str:
    """What they want to be called, as they wrote it without any key of the group."""
    return seat.keys.read(newcomer.name_item, NEWCOMER)["name"]


def may_vouch(seat: Seat, newcomer: Newcomer) -> bool:
    """Whether this seat is another one than the first voucher's."""
    return seat.pk not in (newcomer.vouched_by_id, newcomer.seat_id)


@transaction.atomic
def vouch(seat: Seat, pk: int, *, said: str, today: date) -> Seat:
    """The second voucher, who heard the four words: only this makes the key that opens the group."""
    group = Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    rows = Newcomer.objects.filter(pk=pk, group=group, expires_on__gte=today)
    newcomer = rows.select_related("holder", "name_item", "voucher_item", "vouched_by", "seat").first()
    inside = Seat.objects.active().filter(group=group)
    if newcomer is None or not inside.filter(pk=seat.pk).exists():
        raise ValidationError(_("Nobody waits here any more."))
    newcomer.group = group
    if not may_vouch(seat, newcomer):
        raise ValidationError(_("You vouched first. Another member has to be the second."))
    if not inside.filter(pk=newcomer.vouched_by_id).exists() or not _is_vouched(seat, newcomer):
        raise ValidationError(_("The first voucher no longer counts. Refuse, and invite them anew."))
    if fold_spoken(said) != fold_spoken(spoken_words(newcomer)):
        raise ValidationError({"said": _("These are other words. Listen once more. If they stay different, refuse.")})
    name = newcomer_name(seat, newcomer)
    if not rows.delete()[0]:  # refused or withdrawn at this very moment
        raise ValidationError(_("Nobody waits here any more."))
    made = _back_to(seat, newcomer, today=today) if newcomer.seat is not None else _new_seat(newcomer)
    seat.keys.renew()
    admit(seat.keys, newcomer.holder)
    made.name_item = _named(seat, made, name)
    made.save()
    SealedItem.objects.filter(pk__in=[newcomer.name_item_id, newcomer.voucher_item_id]).delete()
    if newcomer.seat is None:
        announce(SeatJoined(group=group.pk, seat=made.pk))
    return made


def _is_vouched(seat: Seat, newcomer: Newcomer) -> bool:
    """Whether the first voucher's key, which only members can seal, was in the hands of this newcomer."""
    try:
        left = seat.keys.read(newcomer.voucher_item, VOUCHER)
    except seal.Closed:
        return False
    proof = _proof(base64.b64decode(left["key"]), newcomer.holder)
    return left["by"] == newcomer.vouched_by_id and seal.equal(proof, bytes(newcomer.proof))


def _new_seat(newcomer: Newcomer) -> Seat:
    return Seat.objects.create(pk=newcomer.pk, group=newcomer.group, holder=newcomer.holder)


def _back_to(seat: Seat, newcomer: Newcomer, *, today: date) -> Seat:
    """Take the lost key from the seat they come back to."""
    back = Seat.objects.active().filter(pk=newcomer.seat_id).select_related("holder", "name_item").first()
    if back is None or back.holder is None:
        raise ValidationError(_("Nobody waits here any more."))
    lost = back.holder
    Invitation.objects.filter(group=newcomer.group).delete()
    shut_out_everywhere(newcomer.group_id, lost, None, today=today)
    seat.keys.renew()
    expel(seat.keys.circle, seat.keys.secrets, lost)
    back.holder, back.back_on, back.back_by = newcomer.holder, today, newcomer.vouched_by
    back.save()
    lost.delete()
    return back


def _named(seat: Seat, made: Seat, name: str) -> SealedItem:
    content = {"name": name, "holds_recovery": False}
    if made.name_item is None:
        return seat.keys.seal(SEAT, content)
    return seat.keys.rewrite(made.name_item, content)


def refuse(seat: Seat, pk: int) -> None:
    """Any member can end somebody's waiting; ending it twice does no harm."""
    end_waiting(Newcomer.objects.filter(group=seat.group_id, pk=pk))


@transaction.atomic
def withdraw_waiting(keyring: Keyring, newcomer: Newcomer) -> None:
    """The newcomer no longer wants to come in."""
    if end_waiting(Newcomer.objects.filter(pk=newcomer.pk)):
        keyring.drop_seat(newcomer.seat_id or newcomer.pk)
        transaction.on_commit(checkpoint)


@transaction.atomic
def end_waiting(rows: models.QuerySet[Newcomer]) -> int:
    """Erase these newcomers with the keys that open nothing; returns how many."""
    ended = 0
    for newcomer in rows.select_related("holder"):
        if Newcomer.objects.filter(pk=newcomer.pk).delete()[0]:  # another may have let them in just now
            SealedItem.objects.filter(pk__in=[newcomer.name_item_id, newcomer.voucher_item_id]).delete()
            newcomer.holder.delete()
            ended += 1
    return ended


def left_over() -> models.QuerySet[SealedItem]:
    """What first vouchers left for invitations that ended without anybody coming."""
    used = [*Invitation.objects.exclude(voucher_item=None).values_list("voucher_item", flat=True)]
    used += Newcomer.objects.values_list("voucher_item", flat=True)
    return SealedItem.objects.filter(kind=VOUCHER.name).exclude(pk__in=used)


@transaction.atomic
def ask_for_two(seat: Seat, *, today: date) -> None:
    """From now on a newcomer needs two members. Open invitations end: they hold the keys already."""
    group = Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    if group.two_vouchers_on is None:
        Invitation.objects.filter(group=group).delete()
        Group.objects.filter(pk=group.pk).update(two_vouchers_on=today, one_voucher_by=None)


@transaction.atomic
def ask_for_one(seat: Seat) -> bool:
    """One voucher shall be enough again: two members must want it; True when it is so now."""
    group = Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    others = Seat.objects.taken().filter(group=group).exclude(pk=seat.pk)
    wanted = group.one_voucher_by_id
    agreed = wanted is not None and others.active().filter(pk=wanted).exists()
    if agreed or not others.exists():
        Group.objects.filter(pk=group.pk).update(two_vouchers_on=None, one_voucher_by=None)
        return True
    Group.objects.filter(pk=group.pk).exclude(two_vouchers_on=None).update(one_voucher_by=seat.pk)
    return False


def keep_two(seat: Seat) -> None:
    """Any member can end the wish for one voucher."""
    Group.objects.filter(pk=seat.group_id).update(one_voucher_by=None)
