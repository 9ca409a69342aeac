"""`manage.py count FILE`: as `./rooted count`, which starts rooted.counting by itself, without Django."""

import sys

from rooted.base.command import NamedCommand
from rooted.counting.__main__ import main


class Command(NamedCommand):
    help = "Count a file of ballots, stage by stage."

    def run_from_argv(self, argv):
        """Everything that is typed is the counting's own."""
        sys.exit(main(argv[2:]))

    def handle(self, *words, **options):
        main(words)
