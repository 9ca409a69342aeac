"""Commands as people type them: `./rooted close-group`."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class NamedCommand(BaseCommand):
    """A command whose --help names it as people type it and speaks of nothing but itself; a refusal is one sentence."""

    requires_system_checks: list[str] = []
    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
    }  # fmt: skip

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.prog = f"./rooted {subcommand.replace('_', '-')}"
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; a refusal of what somebody typed ends with its sentence and exit code 1."""
        try:
            return super().execute(*args, **options)
        except CommandError as refusal:
            if not getattr(self, "_called_from_command_line", False) or options.get("traceback"):
                raise
            self.stderr.write(str(refusal))
            sys.exit(1)
