"""`./rooted delete-everything`: the end of a server."""

from django.conf import settings

from rooted.operate import erasing, folder, restoring
from rooted.operate.plain import PlainCommand

RUNNING = "The server runs at {address} Stop it first."


class Command(PlainCommand):
    help = "Delete the database, the keys and all files of this server."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, yes, **options):
        folder.harden()
        with folder.alone(RUNNING):
            held = ", ".join(restoring.counts()) or "nothing yet"
            self.tell(
                f"This deletes all of {settings.DATA}: the database ({held}), the keys, the files, the copies made",
                "before upgrades. Nobody can bring it back. Backups you keep elsewhere are not touched.",
            )
            self.agree("Are you sure?", yes=yes, word="delete everything")
            erasing.erase_everything()
        self.tell("Everything is deleted.", *([erasing.POSTGRES] if settings.DATABASE else []))
