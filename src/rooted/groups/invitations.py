"""The way into a group: a link that anyone may see, and four words that are only said."""

import base64
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.events import announce
from rooted.base.fields import random_id
from rooted.base.words import fold_spoken
from rooted.circles.actions import admit_by_secrets, checkpoint, expel, new_holder, open_circle
from rooted.circles.keys import OpenCircle
from rooted.circles.models import Holder
from rooted.groups.access import open_seat
from rooted.groups.events import SeatJoined
from rooted.groups.models import INVITATION_HOURS, INVITATION_TRIES, Group, Invitation, Newcomer, Seat
from rooted.groups.sealed import SEAT
from rooted.groups.small_circles import shut_out_everywhere
from rooted.groups.vouching import end_waiting, first_voucher, needs_two, wait, waiting
from rooted.people.keyring import Keyring

MOST_OPEN = 20


class Gone(Exception):
    """There is no such invitation: never made, used, withdrawn, ended, or tried too often. Nobody learns which."""


class WrongWords(Exception):
    """These are not the invitation's words; it still stands."""


@dataclass(frozen=True)
class OpenInvitation:
    """An invitation whose words were given, with the circle's secret keys by epoch."""

    invitation: Invitation
    secrets: dict[int, bytes]
    voucher: bytes = b""  # instead of the secrets, where a second member has to agree


def make_invitation(seat: Seat, *, spoken: str, now: datetime, back_to: Seat | None = None) -> Invitation:
    """An invitation that opens with `spoken`, once, for 72 hours; `back_to` lets a member back to that seat.

    Derives a key: not in a transaction. Raises seal.Busy.
    """
    if back_to is not None and (back_to.group_id != seat.group_id or back_to.holder_id is None or back_to == seat):
        raise ValidationError(_("Choose another member of the group."))
    if Invitation.objects.filter(group=seat.group, expires_on__gte=now.date()).count() >= MOST_OPEN:
        raise ValidationError(_("Many invitations are open. Withdraw one first."))
    if Newcomer.objects.filter(group=seat.group).count() >= MOST_OPEN:
        raise ValidationError(_("Many newcomers wait for a second voucher. Decide about one first."))
    until = now + timedelta(hours=INVITATION_HOURS)
    invitation = Invitation(
        pk=random_id(), group=seat.group, made_by=seat, seat=back_to, salt=secrets.token_bytes(16),
        expires_on=until.date(),
    )  # fmt: skip
    key = seal.slow_key(fold_spoken(spoken), bytes(invitation.salt))
    with transaction.atomic():
        Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)  # the rule stays what it is meanwhile
        content = {"until": until.timestamp(), **_what_opens(seat, invitation)}
        invitation.secret = seal.encrypt(key, seal.pad(json.dumps(content).encode()), _context(invitation))
        invitation.save(force_insert=True)
    return invitation


def _what_opens(seat: Seat, invitation: Invitation) -> dict[str, Any]:
    """The circle's keys by epoch; where two members are needed, only what shows the second that one vouched."""
    seat.group.refresh_from_db(fields=["two_vouchers_on"])
    if needs_two(seat.group):
        invitation.voucher_item, voucher = first_voucher(seat)
        return {"keys": {}, "voucher": base64.b64encode(voucher).decode()}
    seat.keys.renew()
    return {"keys": {epoch: base64.b64encode(secret).decode() for epoch, secret in seat.keys.secrets.items()}}


def _context(invitation: Invitation) -> str:
    return f"v1|invitation|{invitation.pk}"


def standing(pk: int, *, now: datetime) -> Invitation:
    """The invitation that may still be open, with its group; raises Gone."""
    found = Invitation.objects.filter(
        pk=pk, expires_on__gte=now.date(), tries__lt=INVITATION_TRIES, group__closed_on=None
    )
    invitation = found.select_related("group__circle").first()
    if invitation is None:
        raise Gone
    return invitation


def open_invitation(pk: int, *, spoken: str, now: datetime) -> OpenInvitation:
    """Open an invitation by its words. Five wrong tries void it, counted before they are checked.

    Derives a key: not in a transaction. Raises Gone, WrongWords, seal.Busy.
    """
    invitation = standing(pk, now=now)
    row = Invitation.objects.filter(pk=pk)
    if not row.filter(tries__lt=INVITATION_TRIES).update(tries=F("tries") + 1):
        raise Gone
    try:
        content = _content(invitation, spoken)
    except seal.Busy:
        row.update(tries=F("tries") - 1)
        raise
    except seal.Closed as error:
        if row.filter(tries__gte=INVITATION_TRIES).delete()[0]:
            raise Gone from error
        raise WrongWords from error
    row.update(tries=F("tries") - 1)
    if now.timestamp() > content["until"]:
        row.delete()
        raise Gone
    keys = {int(epoch): base64.b64decode(secret) for epoch, secret in content["keys"].items()}
    return OpenInvitation(invitation, keys, base64.b64decode(content.get("voucher", "")))


def _content(invitation: Invitation, spoken: str) -> dict:
    key = seal.slow_key(fold_spoken(spoken), bytes(invitation.salt))
    return json.loads(seal.unpad(seal.decrypt(key, bytes(invitation.secret), _context(invitation))))


@transaction.atomic
def accept_invitation(opened: OpenInvitation, keyring: Keyring, *, called: str) -> Seat | Newcomer:
    """Use the invitation up: a seat (or the seat it leads back to) that opens everything at once. Raises Gone.

    Where two vouchers are needed: a newcomer who waits for the second.
    """
    invitation = opened.invitation
    group = Group.objects.select_for_update(no_key=True).filter(pk=invitation.group_id, closed_on=None).first()
    if group is None or group.circle is None or not Invitation.objects.filter(pk=invitation.pk).delete()[0]:
        raise Gone
    _refuse_second_seat(keyring, group)
    if opened.voucher:
        return wait(invitation, opened.voucher, keyring, called=called, today=timezone.now().date())
    return take_seat(group, opened.secrets, keyring, called=called, back_by=invitation)


def take_seat(
    group: Group, secrets: dict[int, bytes], keyring: Keyring, *, called: str, back_by: Invitation | None = None
) -> Seat:
    """A seat that opens everything at once, with the circle's secret keys by epoch; the one `back_by` leads back to.

    In a transaction. Raises Gone if the keys are not the circle's.
    """
    assert group.circle is not None
    holder, secret = new_holder()
    try:
        admit_by_secrets(group.circle, secrets, holder)
    except seal.Closed as error:
        raise Gone from error
    keys = open_circle(group.circle, holder, secret)
    content = {"name": called, "holds_recovery": keyring.recovery_kept}
    if back_by is None or back_by.seat_id is None:
        seat = Seat.objects.create(group=group, holder=holder, name_item=keys.seal(SEAT, content))
        announce(SeatJoined(group=group.pk, seat=seat.pk))
    else:
        seat = _give_back(back_by, holder, keys)
        keys.renew()
        if seat.name_item is not None:
            keys.rewrite(seat.name_item, content)
    keyring.add_seat(seat.pk, group.pk, secret)
    transaction.on_commit(checkpoint)  # the log holds keyring and seat side by side
    return seat


def _refuse_second_seat(keyring: Keyring, group: Group) -> None:
    if open_seat(keyring, group) is not None:
        raise ValidationError(_("You are a member of this group already. Whoever comes signs in as themselves."))
    older = waiting(keyring, group)
    if older is not None:
        end_waiting(Newcomer.objects.filter(pk=older.pk))
    for key in keyring.seats:
        if key.group == group.pk:
            keyring.drop_seat(key.seat)


def _give_back(invitation: Invitation, holder: Holder, keys: OpenCircle) -> Seat:
    """Put a new key in the place of a seat's lost one; the lost one opens nothing that is written from now on."""
    seat = Seat.objects.active().filter(pk=invitation.seat_id).select_related("holder", "name_item").first()
    if seat is None or seat.holder is None:
        raise Gone
    lost = seat.holder
    Invitation.objects.filter(group=seat.group_id).delete()
    today = timezone.now().date()
    shut_out_everywhere(seat.group_id, lost, None, today=today)
    expel(keys.circle, keys.secrets, lost)
    seat.holder, seat.back_on, seat.back_by = holder, today, invitation.made_by
    seat.save(update_fields=["holder", "back_on", "back_by"])
    lost.delete()
    return seat


def withdraw_invitation(seat: Seat, pk: int) -> None:
    """Any member can end an invitation of the group; ending it twice does no harm."""
    Invitation.objects.filter(group=seat.group, pk=pk).delete()
