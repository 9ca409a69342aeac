"""`./rooted serve`: prepare, then serve pages and do the jobs, until stopped."""

import threading

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.db import connections
from django.urls import get_resolver

from rooted.base import jobs
from rooted.operate import folder, founding, preparing, serving
from rooted.operate import options as options_set
from rooted.operate.plain import PlainCommand

RUNNING = "Rooted already runs from this folder, at {address} Stop it first, or name another folder with ROOTED_DATA."


class Command(PlainCommand):
    help = "Start the server: pages and jobs in one process."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="the port on this machine (8000)")
        parser.add_argument("--host", default="127.0.0.1", help="another address only inside a container (127.0.0.1)")
        parser.add_argument("--address", help="the address people use, as in --address https://rooted.example.org")

    def handle(self, *, port, host, **options):
        if options["address"] and options["address"].rstrip("/") != settings.ADDRESS:
            raise CommandError(f"Start with ./rooted, or set ROOTED_ADDRESS={options['address']}")
        options_set.check()
        folder.harden()
        with folder.alone(RUNNING) as lock, serving.listen(host, port) as listener:
            address = settings.ADDRESS or f"http://127.0.0.1:{port}"
            folder.write_address(lock, address)
            preparing.prepare(self.tell)
            if settings.DEMO and not preparing.has_groups() and "demo" in get_commands():
                call_command("demo")
            self.serve(listener, address)

    def serve(self, listener, address):
        from rooted.config.wsgi import application  # noqa: PLC0415 - not before the static files are in place

        get_resolver().url_patterns  # noqa: B018 - a page that cannot be loaded shows now, not to the first visitor
        stop = threading.Event()
        server = serving.make_server(application, listener)
        serving.stop_on_signal(server, stop)
        worker = threading.Thread(target=jobs.work, args=(stop,), name="jobs")
        worker.start()
        self.tell(f"Rooted runs at {address}/", *founding.first_lines(address), "Stop it with Ctrl+C.")
        connections.close_all()
        serving.run(server, stop)
        stop.set()
        worker.join(timeout=serving.FINISH_WITHIN)
        serving.checkpoint()
        self.tell("Rooted has stopped.")
