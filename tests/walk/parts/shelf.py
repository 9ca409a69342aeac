"""What the walks know of the shelf."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from rooted.base.uploads import Upload
from rooted.shelf.actions import put_on_shelf
from tests.faults.typed import BAD, LINE, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

OBJECTS = {"shelf": "file"}
NOT_TYPED = {"shelf.file": {"seat", "at"}, "circles.file": {"media_type", "size", "key"}}


def make_objects(world) -> None:
    world.sealed["file"] = canary()
    for name, role, title in (("file", "member", world.sealed["file"]), ("foreign file", "other", "Depot")):
        seat, upload = world.people[role].seat, Upload(f"{title}.txt", "text/plain", title.encode())
        (world.objects[name],) = put_on_shelf(seat, keys=seat.keys, title=title, uploads=[upload], now=timezone.now())


@fills("shelf.file")
def put_it_on_the_shelf(journey) -> None:
    """Its content holds a canary too."""
    name, content = (journey.word(f"circles.file {field}") for field in ("name", "content"))
    file = SimpleUploadedFile(f"{name}.txt", content.encode())
    path = reverse("shelf:file-add", args=[journey.address])
    journey.send(journey.member, path, {"title": journey.word("shelf.file title"), "files": file})


@fills("circles.file")
def open_it_again(journey) -> None:
    """Filled with the title above."""
    page = journey.member.get(reverse("shelf:file-list", args=[journey.address])).content.decode()
    assert journey.words["shelf.file title"] in page


def file_asked_for(_form, response, _tables) -> bool:
    """A browser does not keep files: whatever else was typed comes back, and the page asks for the file."""
    return b"Choose a file." in response.content


FORMS = [
    TypedForm("shelf:file-add", "member", typed(title=LINE), {"title": BAD}, done=file_asked_for),
    TypedForm("shelf:file-rename", "member", typed(title=LINE), {"title": "x" * 121}),
]
BUTTONS = {"shelf:file-erase"}
READ_ONLY = {"shelf:file-list", "shelf:file-detail", "shelf:file-download"}
