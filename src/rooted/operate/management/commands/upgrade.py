"""`./rooted upgrade`: copy the database, bring it up to this version, say how to go back."""

from django.conf import settings

from rooted.operate import folder, preparing
from rooted.operate.plain import PlainCommand

RUNNING = "The server runs at {address} Stop it, then upgrade."


class Command(PlainCommand):
    help = "After fetching a newer version: copy the database, then bring it up to date."

    def handle(self, **options):
        folder.harden()
        with folder.alone(RUNNING):
            copy = preparing.prepare(self.tell)
        self.tell("Everything is up to date. Start with ./rooted")
        if copy:
            self.tell(
                "To go back: fetch the version you had, then put the copy in the place of the database:",
                f'    rm -f "{settings.DATA}"/rooted.sqlite3-*; cp "{copy}" "{settings.DATA}/rooted.sqlite3"',
                "The copy is deleted after 35 days.",
            )
        elif settings.DATABASE:
            self.tell("PostgreSQL was not copied. Before the next upgrade: ./rooted backup FILE")
