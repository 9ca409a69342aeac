"""What members do with their area. The area's row is held first, then its circle, as in every app."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.areas.bounds import Bounds
from rooted.areas.models import Area, Piece, PublicArea
from rooted.areas.reading import text_in
from rooted.areas.sealed import BOUNDS, FORWARD, TEXT
from rooted.base import seal
from rooted.circles.actions import checkpoint, erase
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.struggles.actions import refuse_unless_second

CHANGED = gettext_lazy("Somebody changed this meanwhile. Read it again, then do it if you still want to.")


@transaction.atomic
def save_bounds(seat: Seat, bounds: Bounds, *, seen: int, now: datetime) -> Area:
    """Say which area is the group's, if nobody else did since the writer saw number `seen`; else "overtaken"."""
    area, piece = _held_piece(seat, Piece.Name.BOUNDS, seen, now)
    _put(area, Piece.Name.BOUNDS, piece, seat, BOUNDS, bounds.plain, now)
    return area


@transaction.atomic
def save_text(seat: Seat, name: str, text: str, *, seen: int, now: datetime) -> Area:
    """Write one of the texts, if nobody else did since the writer saw number `seen` (0: nothing); else "overtaken".

    What stood there stays beside it until the next saving.
    """
    area, piece = _held_piece(seat, name, seen, now)
    before = text_in(seat, area, piece) if piece is not None else ""
    _put(area, name, piece, seat, TEXT, {"name": name, "text": text, "before": [before]}, now)
    return area


def _held_piece(seat: Seat, name: str, seen: int, now: datetime) -> tuple[Area, Piece | None]:
    """The area, made if there is none and held until the transaction ends, with its piece as the writer saw it."""
    day = now.date()
    area, _made = Area.objects.get_or_create(group=seat.group, defaults={"changed_on": day})
    Area.objects.filter(pk=area.pk).update(number=F("number") + 1, changed_on=day)
    piece = Piece.objects.filter(area=area, name=name).select_related("item").first()
    if (piece.number if piece is not None else 0) != seen:
        raise ValidationError(_("Somebody saved this while you wrote."), code="overtaken")
    _forget_forward(area)
    return area, piece


def _put(
    area: Area, name: str, piece: Piece | None, seat: Seat, kind: SealedKind, said: Mapping[str, Any], now: datetime
) -> None:
    number = piece.number + 1 if piece is not None else 1
    content = {"area": area.pk, "number": number, "seat": seat.pk, "at": now.isoformat(), **said}
    if piece is None:
        Piece.objects.create(area=area, name=name, number=number, item=seat.keys.seal(kind, content))
        return
    seat.keys.rewrite(piece.item, content)
    Piece.objects.filter(pk=piece.pk).update(number=number)
    transaction.on_commit(checkpoint)


def _forget_forward(area: Area) -> None:
    """The row is held already."""
    keys = list(SealedItem.objects.filter(forward_of_an_area=area).values_list("pk", flat=True))
    Area.objects.filter(pk=area.pk).update(forward=None, forward_on=None)
    erase(SealedItem.objects.filter(pk__in=keys))


@transaction.atomic
def put_forward(area: Area, *, seat: Seat, seen: int, now: datetime) -> None:
    """The first of two yes, to what stands there at number `seen`."""
    rows = Area.objects.select_for_update(no_key=True).filter(pk=area.pk, number=seen, forward=None)
    if not list(rows):
        raise ValidationError(CHANGED, code="overtaken")
    if PublicArea.objects.filter(group=area.group_id, number=seen).exists():
        raise ValidationError(_("Strangers read exactly this already."))
    content = {"area": area.pk, "number": seen, "seat": seat.pk, "at": now.isoformat()}
    item = seat.keys.seal(FORWARD, content)
    Area.objects.filter(pk=area.pk).update(forward=item, forward_on=now.date())


@transaction.atomic
def publish_area(
    area: Area, *, seat: Seat, seen: int, bounds: Bounds, texts: Mapping[str, str], today: date
) -> PublicArea:
    """The second yes, by another member: a copy of what stands at number `seen` is read by strangers from now on.

    `bounds` and `texts` are what that member was shown, which is what the first one agreed to.
    """
    rows = Area.objects.select_for_update(no_key=True).filter(pk=area.pk, number=seen, forward__isnull=False)
    held = next(iter(rows), None)
    if held is None:
        raise ValidationError(CHANGED, code="overtaken")
    refuse_unless_second(put_forward_by(held, seat), seat.pk)
    content = json.dumps(bounds.plain | {"texts": dict(texts)}, ensure_ascii=False)
    values = {"number": seen, "content": content, "written_on": held.changed_on, "published_on": today}
    published, _made = PublicArea.objects.update_or_create(group_id=held.group_id, defaults=values)
    _forget_forward(held)
    return published


def put_forward_by(area: Area, seat: Seat) -> int | None:
    """The id of the seat that put forward what stands there now; None where nobody did."""
    if area.forward is None:
        return None
    try:
        said = seat.keys.read(area.forward, FORWARD)
    except seal.Closed:
        return None
    return said["seat"] if (said["area"], said["number"]) == (area.pk, area.number) else None


@transaction.atomic
def take_back(group: Group) -> None:
    """Let strangers read nothing, and put nothing forward, by any member; a second call does nothing."""
    for area in Area.objects.select_for_update(no_key=True).filter(group=group):
        _forget_forward(area)
    PublicArea.objects.filter(group=group).delete()
    transaction.on_commit(checkpoint)


def erase_all_of(group: UUID) -> None:
    """Erase everything this app keeps of a group, by its id."""
    Area.objects.filter(group=group).delete()
    PublicArea.objects.filter(group=group).delete()
