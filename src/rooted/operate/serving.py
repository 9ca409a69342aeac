"""The server: waitress with 16 threads and the job worker, in one process, stopped cleanly by a signal."""

import errno
import signal
import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import waitress
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from rooted.operate.receiving import LARGEST, LARGEST_READ, Channel

THREADS = 16
FINISH_WITHIN = 10.0  # seconds a running request gets to end after a signal


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to host and port.

    Raises CommandError when the port is taken, not ours to open, or no port at all.
    """
    if not 0 < port < 65536:
        raise CommandError("A port is a number from 1 to 65535, for example --port 8123")
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as fault:
        listener.close()
        raise CommandError(_why_no_port(fault, host, port)) from None
    return listener


def _why_no_port(fault: OSError, host: str, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return f"Port {port} is taken by another program. Choose another one: ./rooted serve --port {other}"
    if fault.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Choose one above 1023: ./rooted serve --port 8000"
    return f"{host} is no address of this machine. Leave --host out to serve on 127.0.0.1."


def make_server(application: Callable[..., Any], listener: socket.socket) -> Any:
    """The waitress server. Nothing is spooled to disk: bodies and answers stay in memory whatever their size."""
    server = waitress.create_server(
        application,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        # Whoever stands before us speaks https when the address says so; no header needs to be believed.
        url_scheme="https" if settings.ADDRESS.startswith("https://") else "http",
        clear_untrusted_proxy_headers=True,
        max_request_header_size=32 * 1024,
        max_request_body_size=LARGEST_READ,
        inbuf_overflow=2 * LARGEST,  # above it a request would be written to the disk
        outbuf_high_watermark=LARGEST,
        outbuf_overflow=4 * LARGEST,
        connection_limit=500,
        cleanup_interval=5,
        channel_timeout=60,
        asyncore_use_poll=True,
    )
    server.channel_class = Channel
    return server


def run(server: Any, stop: threading.Event) -> None:
    """Serve until `stop` is set; then take no new connection and let running requests end, for at most 10 seconds."""
    while not stop.is_set():
        _turn(server, 1.0)
    server.accepting = False
    deadline = time.monotonic() + FINISH_WITHIN
    while time.monotonic() < deadline and any(_is_busy(channel) for channel in list(server.active_channels.values())):
        _turn(server, 0.05)
    server.task_dispatcher.shutdown(timeout=1)
    server.close()


def _turn(server: Any, seconds: float) -> None:
    server.asyncore.loop(timeout=seconds, map=server._map, use_poll=True, count=1)


def _is_busy(channel: Any) -> bool:
    return bool(channel.requests or channel.total_outbufs_len)


def stop_on_signal(server: Any, stop: threading.Event) -> None:
    """SIGTERM, SIGINT and SIGHUP end the server; a second signal ends it at once."""

    def stopping(number: int, _frame: object) -> None:
        if stop.is_set():
            raise SystemExit(128 + number)
        stop.set()
        server.pull_trigger()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stopping)


def checkpoint() -> None:
    """Move what the write-ahead log still holds into the database and empty it; nothing erased stays behind in it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
