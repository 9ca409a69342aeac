"""Files on a shelf, through the page as a member puts them there, or straight through the action."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from rooted.base.uploads import Upload
from rooted.shelf.actions import put_on_shelf


def at(name, member, *more):
    """The address of a page of the shelf in the member's group."""
    return reverse(f"shelf:{name}", args=[member.group.address, *more])


def on_shelf(member, title="Rota", data=b"Monday: Bo", *, name="rota.txt", media_type="text/plain", keys=None):
    """One file, put there by `member`."""
    seat, upload = member.seat, Upload(name, media_type, data)
    (made,) = put_on_shelf(seat, keys=keys or seat.keys, title=title, uploads=[upload], now=timezone.now())
    return made


def add(member, *files, title="Rota", **fields):
    """Send (name, bytes) through the page; its answer."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return member.client.post(at("file-add", member), {"title": title, "files": sent, **fields})


def fetch(member, made):
    """What the download gives."""
    return member.client.get(at("file-download", member, made.pk)).getvalue()
