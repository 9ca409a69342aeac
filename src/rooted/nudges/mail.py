"""One mail by SMTP: within a time limit, and sure to be either sent or not, or said to be unsure."""

import re
import smtplib
import ssl
import threading
import time
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from socket import SHUT_RDWR
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext, override

SECONDS = 20.0  # for one mail from the first byte to the last
CUT_EVERY = 0.5
REST = 60.0  # after a failure nobody knocks at that server again so soon
GO_ON = 354
HERE = {"localhost", "127.0.0.1", "::1"}
_rest = {"until": 0.0}


class NotSent(Exception):
    """The mail surely did not go out: try again later."""


class Refused(Exception):
    """The server will not take mail for this address."""


class Unsure(Exception):
    """The connection ended after all was said: it may have gone out."""


def is_set_up() -> bool:
    """Whether whoever runs this server has named a mail server, a sender, and the address to look at."""
    return bool(settings.SMTP and settings.MAIL_FROM and settings.ADDRESS)


def message(address: str, language: str) -> EmailMessage:
    """The one mail there is: always the same words."""
    with override(language):
        subject, words = gettext("A reminder"), gettext("Something is due. Open the page when you can:")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = settings.MAIL_FROM, address, subject
    mail["Date"], mail["Message-ID"] = formatdate(), make_msgid(domain=_domain())
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(f"{words}\n\n{settings.ADDRESS}/\n")
    return mail


def _domain() -> str:
    return settings.MAIL_FROM.rpartition("@")[2].rstrip(">") or "localhost"


def send(address: str, language: str) -> None:
    """Send it. Raises NotSent, Refused or Unsure."""
    if time.monotonic() < _rest["until"]:
        raise NotSent
    server = _line()
    over = threading.Event()
    threading.Thread(target=_cut_at_the_end, args=[server, over], daemon=True).start()
    try:
        _knock(server)
        _hand_over(server, message(address, language), address)
    except OSError:  # smtplib's errors are among them; their words may hold the address: they go nowhere
        _rest["until"] = time.monotonic() + REST
        raise NotSent from None
    finally:
        over.set()
        _part(server)


def _line() -> smtplib.SMTP:
    """What will talk to the server; not connected yet."""
    if urlsplit(settings.SMTP).scheme == "smtps":
        return smtplib.SMTP_SSL(timeout=SECONDS, local_hostname=_domain(), context=ssl.create_default_context())
    return smtplib.SMTP(timeout=SECONDS, local_hostname=_domain())


def _knock(server: smtplib.SMTP) -> None:
    place = urlsplit(settings.SMTP)
    host, safe = place.hostname or "localhost", place.scheme == "smtps"
    server._host = host  # type: ignore[attr-defined]  # whom the certificate must name; connect() leaves it out
    code, _words = server.connect(host, place.port or (465 if safe else 587))
    _accepted((code, b""))
    server.ehlo_or_helo_if_needed()
    if not safe and server.has_extn("starttls"):
        server.starttls(context=ssl.create_default_context())
    elif not safe and host not in HERE:
        raise smtplib.SMTPException  # neither a password nor an address goes out in the open
    if place.username:
        server.login(unquote(place.username), unquote(place.password or ""))


def _hand_over(server: smtplib.SMTP, mail: EmailMessage, address: str) -> None:
    _accepted(server.mail(settings.MAIL_FROM.rpartition("<")[2].rstrip(">")))
    code, _words = server.rcpt(address)
    if 550 <= code <= 554:
        raise Refused
    _accepted((code, b""))
    code, _words = server.docmd("DATA")
    if code != GO_ON:
        raise smtplib.SMTPException
    words = re.sub(rb"(?m)^\.", b"..", mail.as_bytes(policy=SMTP))  # a point alone on its line ends a mail
    try:
        server.send(words + b"\r\n.\r\n")
        answer = server.getreply()
    except OSError:
        raise Unsure from None
    _accepted(answer)


def _accepted(answer: tuple[int, bytes]) -> None:
    if not 200 <= answer[0] < 300:
        raise smtplib.SMTPException


def _cut_at_the_end(server: smtplib.SMTP, over: threading.Event) -> None:
    """Cut the line unless it is `over` in time: a server that sends a byte now and then never meets a timeout.

    Again and again: a line that is just being made, or made safe, cannot be cut yet.
    """
    over.wait(SECONDS)
    while not over.wait(CUT_EVERY):
        with suppress(OSError, AttributeError):
            server.sock.shutdown(SHUT_RDWR)  # type: ignore[union-attr]


def _part(server: smtplib.SMTP) -> None:
    """Good-bye; whatever is answered, nothing changes."""
    with suppress(OSError, AttributeError):
        server.sock.settimeout(1.0)  # type: ignore[union-attr]
        server.quit()
    with suppress(OSError):
        server.close()


def forget_failures() -> None:
    """The next mail knocks at once (tests begin like this)."""
    _rest["until"] = 0.0
