"""Mail servers that listen on this machine and behave well or badly; and things that are due."""

import socket
import threading
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.utils import timezone

from rooted.posters.actions import hang_poster

ADDRESS = "somebody@example.net"


def due_in(member, days):
    """Something of the member's group is due in so many days."""
    told = {"place": "Laundry", "kind": "poster-a4"}
    day = timezone.localdate() + timedelta(days=days)
    return hang_poster(member.seat, told=told, renew_on=day, now=timezone.now())


class Server:
    """One mail server. `fails` is the command at which it misbehaves, `how` in which way; `got` what it accepted."""

    def __init__(self, fails="", how=""):
        self.fails, self.how = fails, how
        self.got, self.said, self.visits = [], [], 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.listening.settimeout(30)
        self.port = self.listening.getsockname()[1]
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    def _listen(self):
        while not self.over.is_set():
            try:
                line, _from = self.listening.accept()
            except OSError:
                return
            self.visits += 1
            with line, suppress(OSError):
                self._talk(line)

    def _talk(self, line):
        line.settimeout(30)
        reader = line.makefile("rb")
        if self._misbehaves(line, "CONNECT"):
            return
        line.sendall(b"220 here\r\n")
        while command := reader.readline().decode().strip():
            self.said.append(command)
            verb = command.split()[0].upper().partition(":")[0]
            if self._misbehaves(line, verb):
                return
            if verb == "DATA":
                line.sendall(b"354 go on\r\n")
                letter = b"".join(iter(reader.readline, b".\r\n"))
                if self._misbehaves(line, "END"):
                    return
                self.got.append(letter)
                line.sendall(b"250 taken\r\n")
                if self._misbehaves(line, "AFTER"):
                    return
            elif verb == "QUIT":
                line.sendall(b"221 bye\r\n")
                return
            else:
                line.sendall(b"250 fine\r\n")

    def _misbehaves(self, line, verb):
        if verb != self.fails:
            return False
        if self.how == "hangs":
            self.over.wait(30)
        elif self.how == "drips":
            while not self.over.wait(0.2):
                line.sendall(b"2")
        elif self.how.isdigit():
            line.sendall(f"{self.how} no\r\n".encode())
        return True  # and the connection is closed

    def close(self):
        self.over.set()
        self.listening.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self.listening.close()
        self.thread.join(5)


@contextmanager
def mail_server(settings, fails="", how=""):
    """A server that takes this one's mail, while it lasts."""
    server = Server(fails, how)
    settings.SMTP = f"smtp://127.0.0.1:{server.port}"
    settings.MAIL_FROM, settings.ADDRESS = "reminders@example.org", "https://rooted.example.org"
    settings.ALLOWED_HOSTS = ["testserver"]
    try:
        yield server
    finally:
        server.close()
