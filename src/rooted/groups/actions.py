"""Founding, describing, leaving and closing a group. The ways in are in invitations.py, removal in removals.py."""

import secrets
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.converters import ALPHABET
from rooted.base.events import announce
from rooted.circles.actions import checkpoint, expel, new_circle, new_holder, open_circle
from rooted.circles.keys import OpenCircle
from rooted.groups.events import GroupClosed, GroupFounded, SeatLeft
from rooted.groups.models import FOUNDING_DAYS, FoundingLink, Group, Invitation, Newcomer, Seat
from rooted.groups.sealed import SEAT
from rooted.groups.small_circles import erase_circle, shut_out_everywhere
from rooted.groups.vouching import end_waiting
from rooted.people.keyring import Keyring

RANDOM_LETTERS = 20  # 100 bits: an unlisted group's address cannot be guessed
SLUG_LETTERS = 34  # leaves room for a number behind it


def new_founding_link(*, today: date | None = None) -> str:
    """The path of a link that lets one group be founded within seven days. Only a digest of its token is kept.

    The token stands in the path: it opens one act, once, and is shown in the operator's terminal.
    """
    token = secrets.token_hex(16)
    FoundingLink.objects.create(digest=_token_digest(token), expires_on=_day(today) + timedelta(days=FOUNDING_DAYS))
    return reverse("groups:found-invited", args=[token])


def _day(today: date | None) -> date:
    """The given day, or the server's."""
    return today or timezone.now().date()


def founding_link(token: str, *, today: date) -> FoundingLink | None:
    """The unused link with this token, if it has not ended."""
    return FoundingLink.objects.filter(digest=_token_digest(token), expires_on__gte=today).first()


def _token_digest(token: str) -> bytes:
    return seal.digest(b"founding|" + token.encode())


def random_address() -> str:
    """An address nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _letter in range(RANDOM_LETTERS))


def free_address(group: Group) -> str:
    """An address from the group's name in plain letters; a random one if the name has none, a number if it is taken.

    What the group itself has is not taken.
    """
    word = slugify(group.name)[:SLUG_LETTERS].strip("-_").replace("_", "-")
    if not word:
        return random_address()
    others = Group.objects.exclude(pk=group.pk).filter(address__startswith=word)
    taken = set(others.values_list("address", flat=True))
    numbered = (f"{word}-{number}" for number in range(2, len(taken) + 3))
    return next(address for address in (word, *numbered) if address not in taken)


@transaction.atomic
def found_group(
    keyring: Keyring,
    *,
    called: str,
    today: date,
    link: FoundingLink | None = None,
    only_first: bool = False,
    **public: Any,
) -> Seat:
    """Make a group with its circle and its first seat, and put the seat into `keyring`; a link is used up.

    With `only_first` it is refused if there is a group already, also one founded at this very moment.
    """
    if only_first:
        _be_the_first()
    if link is not None and not FoundingLink.objects.filter(pk=link.pk).delete()[0]:
        raise ValidationError(_("This founding link was used. Ask for a new one."))
    holder, secret = new_holder()
    keys = new_circle(holder, secret)
    group = Group(pk=uuid4(), circle=keys.circle, founded_month=today.replace(day=1))
    describe_group(group, **public)
    item = keys.seal(SEAT, {"name": called, "holds_recovery": keyring.recovery_kept})
    seat = Seat.objects.create(group=group, holder=holder, name_item=item)
    keyring.add_seat(seat.pk, group.pk, secret)
    transaction.on_commit(checkpoint)  # the log holds keyring and seat side by side
    announce(GroupFounded(group=group.pk, seat=seat.pk))
    return seat


def _be_the_first() -> None:
    """Inside a transaction. SQLite's writers come one after the other anyway; PostgreSQL's wait here."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE groups_group IN SHARE ROW EXCLUSIVE MODE")
    if Group.objects.filter(closed_on=None).exists():
        raise ValidationError(_("Somebody founded the first group here just now. Ask them for a founding link."))


def describe_group(group: Group, *, address: str = "", listed: bool = True, **public: Any) -> Group:
    """Set the public page: name, area, languages (codes with commas), kind, about, and what else is given.

    Without an address one is made from the name. An unlisted group gets a random one.
    """
    for field, value in public.items():
        setattr(group, field, value)
    if not listed:
        address = group.address if group.address and not group.listed else random_address()
    group.listed = listed
    group.address = address or free_address(group)
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError as error:
        raise ValidationError({"address": _("Another group has this address. Choose another one.")}) from error
    return group


def change_page(seat: Seat, *, today: date, **public: Any) -> Group:
    """Change the public page; when the outlook is another one, the notice board says who changed it."""
    group = seat.group
    if "outlook" in public and public["outlook"] != group.outlook:
        public |= {"outlook_changed_on": today, "outlook_changed_by": seat}
    return describe_group(group, **public)


def rename_seat(seat: Seat, *, name: str) -> None:
    """The group calls this member by another name from now on."""
    _reseal(seat, name=name)


def say_recovery_is_kept(seat: Seat, *, kept: bool) -> None:
    """Tell the group whether this member holds a recovery code; said with the next thing they do here."""
    _reseal(seat, holds_recovery=kept)


def _reseal(seat: Seat, **changed: Any) -> None:
    assert seat.name_item is not None  # an open seat has a name
    content = {**seat.keys.read(seat.name_item, SEAT), **changed}
    seat.keys.rewrite(seat.name_item, content)
    seat.__dict__.pop("sealed", None)
    seat.__dict__.pop("names", None)


@transaction.atomic
def part(seat: Seat, *, today: date) -> None:
    """Leave at once, alone. The others get a new key; when nobody is left the group closes and is erased."""
    group = Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    others = Seat.objects.taken().filter(group=group).exclude(pk=seat.pk)
    if others.exists():
        empty_seat(seat, seat.keys, today=today)
        others.filter(paused_by=seat).update(paused_on=None, paused_by=None)
        if others.count() < 3:  # in a pair there is no removal
            others.update(paused_on=None, paused_by=None)
    else:
        close_group(group, today=today)
    seat.keyring.drop_seat(seat.pk)
    transaction.on_commit(checkpoint)


def part_everywhere(keyring: Keyring, *, today: date) -> None:
    """Leave every group of this person, before the account is erased."""
    publics = [seal.public_of(key.secret) for key in keyring.seats]
    end_waiting(Newcomer.objects.filter(holder__public_key__in=publics))
    for key in keyring.seats:
        seats = Seat.objects.taken().filter(pk=key.seat, group_id=key.group)
        seat = seats.select_related("holder", "group__circle").first()
        if (
            seat is None
            or seat.holder is None
            or seat.group.circle is None
            or not seal.equal(bytes(seat.holder.public_key), seal.public_of(key.secret))
        ):
            continue  # removed, or the seat was given back with a new key
        seat.keyring = keyring
        seat.keys = open_circle(seat.group.circle, seat.holder, key.secret)
        part(seat, today=today)


def empty_seat(seat: Seat, keys: OpenCircle, *, today: date) -> None:
    """Inside a transaction: take key and name from a seat, void every invitation, start a new key for the rest.

    `keys`: the circle as whoever does it has opened it.
    """
    seat = Seat.objects.select_related("group__circle", "holder", "name_item").get(pk=seat.pk)
    if seat.holder is None or seat.group.circle is None:
        return
    holder, name_item = seat.holder, seat.name_item
    Invitation.objects.filter(group=seat.group).delete()  # whoever leaves may know the words of one
    end_waiting(Newcomer.objects.filter(Q(vouched_by=seat) | Q(seat=seat)))
    shut_out_everywhere(seat.group_id, holder, keys, today=today)
    keys.renew()  # somebody else may have left since the page began
    expel(keys.circle, keys.secrets, holder)
    seat.holder, seat.name_item, seat.left_on, seat.paused_on, seat.paused_by = None, None, today, None, None
    seat.save()
    holder.delete()
    if name_item is not None:
        name_item.delete()
    announce(SeatLeft(group=seat.group_id, seat=seat.pk))


@transaction.atomic
def close_group(group: Group, *, today: date | None = None) -> None:
    """End a group and erase all that is sealed to it; its name stays for what it published. Twice does no harm."""
    if not Group.objects.filter(pk=group.pk, closed_on=None).update(closed_on=_day(today)):
        return
    announce(GroupClosed(group=group.pk))
    group.refresh_from_db()
    circle, holders = group.circle, [seat.holder for seat in group.seats.select_related("holder") if seat.holder]
    for small in group.small_circles.select_related("circle"):
        erase_circle(small)
    end_waiting(group.newcomers.all())
    group.invitations.all().delete()
    group.seats.all().delete()
    group.circle, group.about, group.outlook, group.phone, group.hour_text = None, "", "", "", ""
    group.save()
    for holder in holders:
        holder.delete()
    if circle is not None:
        circle.delete()


def hide_group(group: Group, *, today: date | None = None) -> None:
    """Strangers no longer see the group's page; its members go on as before."""
    Group.objects.filter(pk=group.pk, hidden_on=None).update(hidden_on=_day(today))


def show_group(group: Group) -> None:
    """Strangers see the group's page again."""
    Group.objects.filter(pk=group.pk).update(hidden_on=None)
