"""Putting files on the shelf, giving them another title, erasing them. Looking at the files happens before, outside."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.uploads import Upload
from rooted.circles.actions import checkpoint, erase
from rooted.circles.files import store
from rooted.circles.keys import OpenCircle
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.shelf.models import ShelfFile
from rooted.shelf.sealed import SHELF_FILE


def put_on_shelf(seat: Seat, *, keys: OpenCircle, title: str, uploads: list[Upload], now: datetime) -> list[ShelfFile]:
    """Seal all `uploads` to the circle of `keys`, or none; several get the title with a number."""
    try:
        with transaction.atomic():
            return [
                _put(seat, keys, one_title, upload, now)
                for one_title, upload in zip(_titles(title, len(uploads)), uploads, strict=True)
            ]
    except seal.Closed:
        raise ValidationError(_("You are no longer among those who can read this. Nothing was kept.")) from None


def _titles(title: str, count: int) -> Iterable[str]:
    return [title] if count == 1 else [f"{title} {number}" for number in range(1, count + 1)]


def _put(seat: Seat, keys: OpenCircle, title: str, upload: Upload, now: datetime) -> ShelfFile:
    file = store(keys, upload.name, upload.media_type, upload.data)
    item = keys.seal(SHELF_FILE, {"title": title, "seat": seat.pk, "at": now.isoformat()})
    return ShelfFile.objects.create(group=seat.group, item=item, file=file)


@transaction.atomic
def rename_file(on_shelf: ShelfFile, *, keys: OpenCircle, title: str) -> None:
    """Give a file another title; refused when somebody erased it meanwhile."""
    item = SealedItem.objects.select_for_update().filter(pk=on_shelf.item_id).first()
    if item is None:
        raise ValidationError(_("This file has been erased. Nothing was changed."))
    keys.rewrite(item, keys.read(item, SHELF_FILE) | {"title": title})


def erase_file(on_shelf: ShelfFile) -> None:
    """Erase a file at once, for everyone; the bytes are wiped from SQLite's file. A second call does nothing."""
    with transaction.atomic():
        erase(SealedItem.objects.filter(pk__in=[on_shelf.item_id, on_shelf.file.item_id]))
    transaction.on_commit(checkpoint)
