"""Commands as people type them: `./rooted close-group`."""

from typing import Any

from django.core.management.base import BaseCommand


class NamedCommand(BaseCommand):
    """A command whose --help names it as people type it and speaks of nothing but itself."""

    requires_system_checks: list[str] = []
    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
    }  # fmt: skip

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.prog = f"./rooted {subcommand.replace('_', '-')}"
        return parser
