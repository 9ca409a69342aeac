"""What the walks know of files that come with letters and answers."""

from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from rooted.base.uploads import Upload
from rooted.intake.actions import write_more
from rooted.intake.conversation import open_thread
from rooted.intake.files import send_with_files
from rooted.intake.models import SentFile
from rooted.intake.receipts import keys_of
from tests.faults.typed import TypedForm, letter_shown, typed
from tests.walk.journey import fills
from tests.walk.world import RECEIPT, canary

OBJECTS = {"intake:letter-file": "letter file"}
NOT_TYPED = {"circles.dropped_file": {"media_type", "size", "key"}}


def make_objects(world) -> None:
    """A further letter with a file in each group."""
    world.sealed["letter file"] = canary()
    for name, receipt in (("letter file", RECEIPT), ("foreign letter file", RECEIPT + " two")):
        opened = open_thread(keys_of(receipt))
        thread, sent = opened.thread, [Upload(f"{world.sealed['letter file']}.txt", "text/plain", b"Monday")]
        more = {"text": "With a file.", "token": canary(), "language": "en", "now": timezone.now()}
        send_with_files(sent, thread.group, thread.messages.all(), partial(write_more, opened, **more))
        world.objects[name] = SentFile.objects.get(message__thread=thread)


@fills("circles.dropped_file")
def drop_a_file(journey) -> None:
    """A second stranger, with a letter that is a file above all; its content holds a canary too."""
    name, content = (journey.word(f"circles.dropped_file {field}") for field in ("name", "content"))
    file = SimpleUploadedFile(f"{name}.txt", content.encode())
    fields = {"brings": "news", "text": "See the file.", "way": "words", "files": file}
    journey.send(journey.stranger, f"/g/{journey.address}/letter/", fields)


FORMS = [
    TypedForm(
        "intake:answer-file", "stranger", typed(receipt=RECEIPT), {"receipt": "no such words at all"}, slow=True,
        done=letter_shown,
    ),
]  # fmt: skip
READ_ONLY = {"intake:letter-file"}
