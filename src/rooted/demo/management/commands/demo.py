"""`./rooted demo` fills its throw-away server with this; a server in use is left alone."""

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from rooted.demo import filling, invented
from rooted.operate import preparing
from rooted.operate.plain import PlainCommand


class Command(PlainCommand):
    help = "Fill an empty server with an invented neighbourhood."

    def handle(self, **options):
        if preparing.has_groups():
            raise CommandError("Here are groups already. The demo runs on a server of its own: ./rooted demo")
        if not settings.DEMO:
            raise CommandError("The demo says on every page that all is invented. Start it with ./rooted demo")
        receipt = filling.fill(now=timezone.now())
        self.tell(
            "Everything here is invented, and gone when you stop it.",
            "Sign in as ana or bo (Docks), cem, dara or ela (Depot), fay or idris (Merrow Flats).",
            f"The passphrase of them all: {invented.PASSPHRASE}",
            f"Or come back as the stranger who wrote to Docks, with these words: {receipt}",
        )
