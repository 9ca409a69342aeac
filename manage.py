#!/usr/bin/env python
"""What `./rooted` does not do itself comes here: `./rooted import-struggles` runs the command `import_struggles`."""

import os
import sys
from pathlib import Path

from django.core.management import ManagementUtility, get_commands
from django.db import DatabaseError

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")


class Commands(ManagementUtility):
    """Django's, with one line for a command there is not."""

    def fetch_command(self, subcommand):
        if subcommand not in get_commands():
            sys.exit(f"There is no ./rooted {subcommand.replace('_', '-')}. What there is: ./rooted --help")
        return super().fetch_command(subcommand)


def main() -> None:
    """Run the command; a full disk and the like end any of them with one sentence."""
    try:
        Commands([sys.argv[0], *(word.replace("-", "_") for word in sys.argv[1:2]), *sys.argv[2:]]).execute()
    except (OSError, DatabaseError) as fault:
        from rooted.operate.plain import in_words  # noqa: PLC0415 - stands in the folder named above

        sentence = in_words(fault)
        if not sentence:
            raise
        sys.exit(sentence)


if __name__ == "__main__":
    main()
