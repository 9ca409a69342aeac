"""`./rooted close-group ADDRESS`: end a group on this server, without reading anything of it."""

from django.core.management.base import CommandError

from rooted.groups.actions import close_group
from rooted.operate import folder, naming
from rooted.operate.plain import PlainCommand


class Command(PlainCommand):
    help = "Close a group: its page goes, and everything sealed in it is erased."

    def add_arguments(self, parser):
        parser.add_argument("address", help="docks, or the link of its page")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, address, yes, **options):
        folder.harden()
        group = naming.group_named(address)
        if group.closed_on:
            raise CommandError(f"{group.name} was closed on {group.closed_on}.")
        self.agree(f"This closes {group.name} for good. Its members can no longer open what is in it.", yes=yes)
        close_group(group)
        self.tell(f"{group.name} is closed.")
