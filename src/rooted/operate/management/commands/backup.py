"""`./rooted backup FILE`: an encrypted copy of database, keys and files; works while the server runs."""

import os
from getpass import getpass
from pathlib import Path

from django.core.management.base import CommandError

from rooted.operate import backups, folder
from rooted.operate.plain import PlainCommand


class Command(PlainCommand):
    help = "Write an encrypted copy of everything to FILE."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--to", default="", help="a public key (age1…) instead of a passphrase")

    def handle(self, *, file, to, **options):
        folder.harden()
        if file.exists():
            raise CommandError(f"{file} exists already, and a backup never overwrites. Choose another name.")
        backups.write(file, to=to, passphrase="" if to else ask_new_passphrase())
        size = file.stat().st_size
        self.tell(
            f"Everything is in {file} ({size // 1024 + 1} kB). Keep it on another machine.",
            "Delete backups older than 35 days: what people erased here is still in them.",
        )


def ask_new_passphrase():
    """From ROOTED_BACKUP_PASSPHRASE, else typed twice."""
    given = os.environ.get("ROOTED_BACKUP_PASSPHRASE", "")
    passphrase = given or getpass("A passphrase for the backup, 12 characters or more: ")
    if len(passphrase) < backups.PASSPHRASE_LENGTH:
        raise CommandError("The passphrase is too short: 12 characters or more. Nothing was written.")
    if not given and getpass("Once more: ") != passphrase:
        raise CommandError("The two passphrases differ. Nothing was written.")
    return passphrase
