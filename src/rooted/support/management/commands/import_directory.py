"""`./rooted import-directory FILE`: bring in a list of groups that help, from another server's export."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.command import NamedCommand
from rooted.support.directory import MOST_BYTES
from rooted.support.importing import import_directory


class Command(NamedCommand):
    help = "Import groups that help others from a list another server exported. The same list twice adds nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file, for example rooted-directory.json")

    def handle(self, *, file, **options):
        try:
            with file.open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
        except OSError as error:
            raise CommandError(_("The file %(file)s cannot be read.") % {"file": file}) from error
        try:
            report = import_directory(content, today=timezone.now().date())
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write("\n".join([*report.faults, *report.sentences]))
