"""`./rooted founding-link`: a fresh link that lets somebody found a group on this server."""

from rooted.operate import folder, founding
from rooted.operate.plain import PlainCommand


class Command(PlainCommand):
    help = "Print a fresh link to found a group. It works once."

    def handle(self, **options):
        self.tell(founding.new_link(folder.running_at()))
