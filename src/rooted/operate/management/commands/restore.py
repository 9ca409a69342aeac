"""`./rooted restore FILE`: bring a backup back."""

import os
from getpass import getpass
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from rooted.operate import folder, restoring
from rooted.operate.plain import PlainCommand

RUNNING = "The server runs at {address} Stop it first, then restore."
FULL = (
    "There is a database in {data} already. Name an empty folder with ROOTED_DATA,"
    " or say --replace to set the old one aside."
)


class Command(PlainCommand):
    help = "Bring back what a backup holds."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--key", type=Path, help="the file of the secret key, for a backup made with --to")
        parser.add_argument("--replace", action="store_true", help="set what is here aside and restore in its place")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, file, key, replace, yes, **options):
        folder.harden()
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        with folder.alone(RUNNING):
            full = restoring.holds_something()
            if full and not replace:
                raise CommandError(restoring.STILL_FULL if settings.DATABASE else FULL.format(data=settings.DATA))
            if full:
                self.agree("What is here now will be set aside and replaced.", yes=yes)
            opener = {"identity": read_key(key)} if key else {"passphrase": ask_passphrase()}
            found = restoring.restore(file, replace=full, **opener)
        self.tell(f"Restored, as of {found['made_on']}: {', '.join(restoring.counts()) or 'an empty database'}.")
        if found["kept"]:
            self.tell(f"What was here before lies in {found['kept']}. Delete it when all is well.")


def ask_passphrase():
    """From ROOTED_BACKUP_PASSPHRASE, else typed."""
    return os.environ.get("ROOTED_BACKUP_PASSPHRASE", "") or getpass("The passphrase of the backup: ")


def read_key(path):
    """The secret key in a file of age-keygen, whose other lines are comments."""
    try:
        lines = path.read_text().split()
    except (OSError, UnicodeDecodeError):
        raise CommandError(f"The key file {path} cannot be read.") from None
    found = [word for word in lines if word.startswith("AGE-SECRET-KEY-1")]
    if not found:
        raise CommandError(f"There is no secret key in {path}. It starts with AGE-SECRET-KEY-1.")
    return found[0]
