"""Two groups that share one circle: asked for, agreed, written in, ended.

Each group has one holder in it, whose secret lies in the group's own circle, so that every member of both can read and
write. Whoever writes first shuts out the holders that somebody who left may know.
"""

import base64
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.circles.actions import (
    admit,
    checkpoint,
    drop_in,
    erase,
    expel,
    new_circle,
    new_holder,
    open_circle,
    rotate_some,
)
from rooted.circles.keys import OpenCircle
from rooted.circles.models import Circle, SealedItem
from rooted.groups.models import Group, Seat
from rooted.support.models import Pairing, PairingMessage, PairingSide
from rooted.support.sealed import ASK, KEY, MESSAGE, STEPS

KEPT_DAYS = 365
ENDED_DAYS = 30  # how long both read that it ended
MOST_OPEN = 20
MOST_SHOWN = 200


@transaction.atomic
def ask_to_stand_by(seat: Seat, standing: Group, *, text: str, byline: str, now: datetime) -> Pairing:
    """Ask `standing` to stand by the seat's group. `text` and a way into what the two will share are sealed to them."""
    _hold_groups(seat.group_id, standing.pk)
    standing = Group.objects.select_related("circle").get(pk=standing.pk)
    if standing.closed_on is not None or standing.circle is None or standing.pk == seat.group_id:
        raise ValidationError(_("This group cannot be asked. Choose another one."))
    if Pairing.objects.filter(asking=seat.group, ended_on=None).count() >= MOST_OPEN:
        raise ValidationError(_("Your group asked many groups already. End one of these first."))
    holder, secret = new_holder()
    keys = new_circle(holder, secret)
    others_holder, others_secret = new_holder()
    admit(keys, others_holder)
    ask_item = drop_in(standing.circle, ASK, {"text": text, "byline": byline, "at": now.isoformat()})
    pairing = Pairing(asking=seat.group, standing=standing, circle=keys.circle, ask_item=ask_item)
    pairing.asked_on = now.date()
    try:
        with transaction.atomic():
            pairing.save(force_insert=True)
    except IntegrityError as error:
        raise ValidationError(_("Your group asked this group already.")) from error
    _side(pairing, seat.group, holder, seat.keys.seal(KEY, _content(secret)))
    _side(pairing, standing, others_holder, drop_in(standing.circle, KEY, _content(others_secret)), renew=True)
    return pairing


def _hold_groups(*groups: UUID) -> None:
    """Always in one order, so that two who ask each other wait instead of locking each other out."""
    list(Group.objects.select_for_update(no_key=True).filter(pk__in=groups).order_by("pk"))


def _content(secret: bytes) -> dict[str, str]:
    return {"secret": base64.b64encode(secret).decode()}


def _side(pairing: Pairing, group: Group, holder: Any, item: SealedItem, *, renew: bool = False) -> PairingSide:
    epoch = 0 if renew else item.epoch
    return PairingSide.objects.create(pairing=pairing, group=group, holder=holder, key_item=item, epoch=epoch)


def open_pairing(pairing: Pairing, seat: Seat) -> OpenCircle:
    """What the two groups share, opened by a member of one; raises seal.Closed."""
    side = PairingSide.objects.select_related("holder", "key_item").filter(pairing=pairing, group=seat.group).first()
    if side is None or pairing.circle is None:
        raise seal.Closed
    return _open(side, pairing.circle, seat)


def _open(side: PairingSide, circle: Circle, seat: Seat) -> OpenCircle:
    secret = base64.b64decode(seat.keys.read(side.key_item, KEY)["secret"])
    return open_circle(circle, side.holder, secret)


def _held(pairing: Pairing, seat: Seat) -> tuple[Pairing, OpenCircle]:
    """Inside a transaction: the pairing held, its circle open, and every holder that may be known outside shut out."""
    _hold_groups(pairing.asking_id, pairing.standing_id)  # nobody leaves either group meanwhile
    rows = Pairing.objects.select_for_update(of=("self",)).select_related("circle", "asking", "standing")
    held = rows.filter(pk=pairing.pk, ended_on=None).first()
    if held is None or held.circle is None:
        raise ValidationError(_("This has ended. Nothing was sent."))
    sides = list(held.sides.select_related("holder", "key_item", "group__circle"))
    own = next(side for side in sides if side.group_id == seat.group_id)
    keys = _open(own, held.circle, seat)
    for side in sides:
        if side.group.circle is not None and side.epoch < side.group.circle.epoch and _is_in_use(held, side, seat):
            keys = _renew(keys, side, seat)
    while rotate_some(keys):
        pass  # few messages; what is left of the old keys would open them
    return held, keys


def _is_in_use(pairing: Pairing, side: PairingSide, seat: Seat) -> bool:
    """The key a group was offered is renewed by that group itself, when it agrees."""
    return pairing.agreed_on is not None or side.group_id == seat.group_id


def _renew(keys: OpenCircle, side: PairingSide, seat: Seat) -> OpenCircle:
    """Give one group a new way in and shut the old one out: a new epoch. Returns the circle, open."""
    own, circle = side.group_id == seat.group_id, side.group.circle
    assert circle is not None  # the caller looked
    holder, secret = new_holder()
    old_holder, old_item = side.holder, side.key_item
    admit(keys, holder)
    expel(keys.circle, keys.secrets, old_holder)
    side.key_item = seat.keys.seal(KEY, _content(secret)) if own else drop_in(circle, KEY, _content(secret))
    side.holder, side.epoch = holder, side.key_item.epoch
    side.save(update_fields=["key_item", "holder", "epoch"])
    erase(SealedItem.objects.filter(pk=old_item.pk))
    old_holder.delete()
    if own:
        return open_circle(keys.circle, holder, secret)
    keys.renew()
    return keys


@transaction.atomic
def agree_to_stand_by(pairing: Pairing, seat: Seat, *, now: datetime) -> None:
    """Say yes, by any member of the group that was asked; what was asked becomes the first message. Twice: once."""
    held, keys = _held(pairing, seat)
    if held.standing_id != seat.group_id:
        raise ValidationError(_("Only the group that was asked can say yes."))
    if not Pairing.objects.filter(pk=held.pk, agreed_on=None).update(agreed_on=now.date()):
        return
    if held.ask_item is not None:
        content = seat.keys.read(held.ask_item, ASK)
        _add(held, keys, held.asking, text=content["text"], byline=content["byline"], at=content["at"])
        erase(SealedItem.objects.filter(pk=held.ask_item.pk))
    transaction.on_commit(checkpoint)


def _add(pairing: Pairing, keys: OpenCircle, group: Group, *, text: str, byline: str, at: str) -> None:
    day = datetime.fromisoformat(at).date()
    content = {"text": text, "byline": byline, "group": str(group.pk), "at": at}
    item = keys.seal(MESSAGE, content, day + timedelta(days=KEPT_DAYS))
    PairingMessage.objects.create(pairing=pairing, item=item)
    Pairing.objects.filter(pk=pairing.pk).update(last_by=group, last_on=day)


@transaction.atomic
def write_to_the_group(pairing: Pairing, seat: Seat, *, text: str, byline: str, now: datetime) -> None:
    """Write to both groups; the same text sent twice in a row arrives once. Nobody who left can read it."""
    held, keys = _held(pairing, seat)
    if held.agreed_on is None:
        raise ValidationError(_("The other group has not said yes yet."))
    last = read_messages(held, keys)[-1:]
    if last and last[0]["text"] == text and last[0]["group"] == str(seat.group_id):
        return
    _add(held, keys, seat.group, text=text, byline=byline, at=now.isoformat())


def read_messages(pairing: Pairing, keys: OpenCircle) -> list[dict[str, Any]]:
    """The newest messages, oldest first: text, byline, group, at, when. What cannot be opened has no text."""
    rows = pairing.messages.select_related("item").order_by("-item__day", "-pk")[:MOST_SHOWN]
    said = [_read(row.item, keys) for row in rows]
    return sorted((one | {"when": datetime.fromisoformat(one["at"])} for one in said), key=lambda one: one["at"])


def _read(item: SealedItem, keys: OpenCircle) -> dict[str, Any]:
    try:
        return keys.read(item, MESSAGE)
    except seal.Closed:
        return {"text": "", "byline": "", "group": "", "at": f"{item.day.isoformat()}T00:00:00+00:00", "lost": True}


@transaction.atomic
def show_steps(pairing: Pairing, seat: Seat, *, steps: list[dict[str, Any]], now: datetime) -> None:
    """Let the other group see how far the first weeks are: a copy as of now."""
    held, keys = _held(pairing, seat)
    if held.agreed_on is None:
        raise ValidationError(_("The other group has not said yes yet."))
    side = held.sides.select_related("steps_item").get(group=seat.group)
    content = {"steps": steps, "at": now.isoformat()}
    if side.steps_item is not None:
        keys.rewrite(side.steps_item, content)
        return
    side.steps_item = keys.seal(STEPS, content)
    side.save(update_fields=["steps_item"])


def hide_steps(pairing: Pairing, group: Group) -> None:
    """Take the copy of the steps away again; a second call does nothing."""
    items = SealedItem.objects.filter(pairing_steps__pairing=pairing, pairing_steps__group=group)
    if erase(items):
        transaction.on_commit(checkpoint)


def shown_steps(pairing: Pairing, keys: OpenCircle) -> dict[str, Any]:
    """The copy of the asking group's steps: {"steps": [...], "when": datetime}; empty if they show none."""
    side = pairing.sides.filter(group=pairing.asking_id).exclude(steps_item=None).select_related("steps_item").first()
    if side is None or side.steps_item is None:
        return {}
    try:
        content = keys.read(side.steps_item, STEPS)
    except seal.Closed:
        return {}
    return content | {"when": datetime.fromisoformat(content["at"])}


def set_call(pairing: Pairing, day: date | None) -> None:
    """Write down the day of the next call; both boards show it. None: there is none."""
    if not Pairing.objects.filter(pk=pairing.pk, ended_on=None).exclude(agreed_on=None).update(call_on=day):
        raise ValidationError(_("This has ended. Nothing was changed."))


@transaction.atomic
def end_pairing(pairing: Pairing, *, today: date) -> None:
    """End it, from either side, or before it began: all that the two shared is erased. A second call does nothing."""
    if not Pairing.objects.filter(pk=pairing.pk, ended_on=None).update(ended_on=today, call_on=None):
        return
    pairing = Pairing.objects.get(pk=pairing.pk)
    sides = list(pairing.sides.select_related("holder"))
    erase(SealedItem.objects.filter(Q(pairing_side__pairing=pairing) | Q(pk=pairing.ask_item_id)))  # takes sides along
    for side in sides:
        side.holder.delete()
    if pairing.circle_id is not None:
        Circle.objects.get(pk=pairing.circle_id).delete()
    transaction.on_commit(checkpoint)


def end_all(group: UUID, *, today: date) -> None:
    """A group closes: nothing it shared stays."""
    for pairing in Pairing.objects.filter(Q(asking=group) | Q(standing=group), ended_on=None):
        end_pairing(pairing, today=today)


def tidy(today: date) -> int:
    """Erase messages whose day has come and pairings that ended long ago; returns how many."""
    old = SealedItem.objects.filter(pairing_message__isnull=False, expires_on__lte=today)
    erased = erase(old) + Pairing.objects.filter(ended_on__lte=today - timedelta(days=ENDED_DAYS)).delete()[0]
    if erased:
        transaction.on_commit(checkpoint)
    return erased
