"""`./rooted hide ADDRESS`: take a public page or record out of sight, without reading anything sealed."""

from django.core.management.base import CommandError

from rooted.groups.actions import hide_group, show_group
from rooted.operate import folder, naming
from rooted.operate.plain import PlainCommand
from rooted.struggles.actions import hide_struggle, show_struggle


class Command(PlainCommand):
    help = "Hide the public page of a group, or a record of the chronicle; with --undo strangers see it again."

    def add_arguments(self, parser):
        parser.add_argument("address", help="the link of the page, or the short address of a group")
        parser.add_argument("--undo", action="store_true", help="let strangers see it again")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, address, yes, undo=False, **options):
        folder.harden()
        if naming.is_record(address):
            page, hide, show, name = naming.record_named(address), hide_struggle, show_struggle, "this record"
        else:
            page, hide, show = naming.group_named(address), hide_group, show_group
            name = f"the page of {page.name}"
        if undo:
            show(page)
            self.tell(f"Strangers see it again: {name}.")
            return
        if page.hidden_on:
            raise CommandError(f"It has been hidden since {page.hidden_on}.")
        self.agree(f"Strangers will no longer see {name}.", yes=yes)
        hide(page)
        self.tell(f"Hidden: {name}.")
