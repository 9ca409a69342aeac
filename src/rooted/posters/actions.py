"""Writing down where posters hang."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.posters.models import KEPT_DAYS, Poster
from rooted.posters.sealed import POSTER


@transaction.atomic
def hang_poster(seat: Seat, *, told: Mapping[str, str], renew_on: date, now: datetime) -> Poster:
    """Keep where a poster hangs. `told`: place, text, language, kind, note."""
    content: dict[str, Any] = {name: told.get(name, "") for name in ("place", "text", "language", "kind", "note")}
    content |= {"seat": seat.pk, "at": now.isoformat()}
    return Poster.objects.create(group=seat.group, item=seat.keys.seal(POSTER, content), renew_on=renew_on)


def renew_poster(poster: Poster, *, renew_on: date) -> None:
    """Say that it was hung anew; refused when it was taken down meanwhile."""
    if not Poster.objects.hanging().filter(pk=poster.pk).update(renew_on=renew_on):
        raise ValidationError(_("This poster was taken down meanwhile. If it hangs again, write it down anew."))


@transaction.atomic
def take_poster_down(poster: Poster, *, today: date) -> None:
    """Say that it no longer hangs; a second call does nothing. After 60 days it is erased."""
    if Poster.objects.hanging().filter(pk=poster.pk).update(down_on=today):
        SealedItem.objects.filter(poster=poster.pk).update(expires_on=today + timedelta(days=KEPT_DAYS))


def erase_expired(today: date) -> int:
    """Erase posters that were taken down 60 days ago; returns how many."""
    with transaction.atomic():
        gone = Poster.objects.filter(down_on__lte=today - timedelta(days=KEPT_DAYS))
        items = list(gone.values_list("item", flat=True)[:500])
        erase(SealedItem.objects.filter(pk__in=items))
    if items:
        transaction.on_commit(checkpoint)
    return len(items)
