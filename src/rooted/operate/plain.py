"""Commands for whoever runs a server: every failure is one sentence that says what to do."""

import errno
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import DatabaseError

from rooted.base.command import NamedCommand

DISK_FULL = "The disk is full. Free some space where {data} lies, then run this again. Nothing that was saved is lost."
NOT_WRITABLE = (
    "Rooted may not write to {name}. Make it yours, or name another folder: ROOTED_DATA=/some/folder ./rooted"
)
NOT_STARTED = "There is no database here yet. Start ./rooted once, then run this again."
NO_DATABASE = "The database of ROOTED_DATABASE does not answer. Start it, or correct the address, then run this again."
BROKEN = "{data}/rooted.sqlite3 is damaged. Move it away and bring a backup back: ./rooted restore FILE"


def in_words(fault: Exception) -> str:
    """One sentence for a fault of the machine; empty for a fault of ours, which should show where it came from."""
    text = str(fault).lower()
    kind = fault.errno if isinstance(fault, OSError) else None
    if kind in (errno.ENOSPC, errno.EDQUOT) or "is full" in text or "no space left" in text:
        return DISK_FULL.format(data=settings.DATA)
    if kind in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NOT_WRITABLE.format(name=getattr(fault, "filename", None) or settings.DATA)
    return _of_database(text) if isinstance(fault, DatabaseError) else ""


def _of_database(text: str) -> str:
    if "readonly" in text or "unable to open" in text:
        return NOT_WRITABLE.format(name=settings.DATA)
    if "no such table" in text or ("relation" in text and "column" not in text and "does not exist" in text):
        return NOT_STARTED
    if "malformed" in text or "not a database" in text:
        return BROKEN.format(data=settings.DATA)
    return NO_DATABASE if settings.DATABASE and "connect" in text else ""


class PlainCommand(NamedCommand):
    """A command that answers in sentences."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; a refusal or a fault of the machine ends with its sentence and exit code 1."""
        try:
            return super().execute(*args, **options)
        except (CommandError, OSError, DatabaseError) as fault:
            sentence = str(fault) if isinstance(fault, CommandError) else in_words(fault)
            if not sentence or options.get("traceback"):
                raise
            if not getattr(self, "_called_from_command_line", False):
                raise CommandError(sentence) from fault
            self.stderr.write(sentence)
            sys.exit(1)
        except KeyboardInterrupt:
            self.stderr.write("Stopped. Nothing was changed after that.")
            sys.exit(130)

    def tell(self, *lines: str) -> None:
        """Print lines at once, also into a pipe."""
        for line in lines:
            self.stdout.write(line)
        self.stdout.flush()

    def agree(self, question: str, *, yes: bool, word: str = "yes") -> None:
        """Go on only when the person types `word` (or gave --yes).

        Raises CommandError otherwise.
        """
        if yes:
            return
        try:
            typed = input(f"{question}\nType {word} to go on: ")
        except EOFError:
            typed = ""
        if typed.strip().lower() != word:
            raise CommandError("Nothing was changed.")
