"""A person's browser without Django: one connection per request, so that a killed server shows at once."""

import html
import http.client
import re
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

TOKEN = "f" * 32  # the form's token and its cookie: whoever sets both is the same browser
PATIENCE = 30.0  # seconds


@dataclass
class Answer:
    """What came back. `status` is 0 when the server died before it answered."""

    status: int
    text: str = ""
    location: str = ""
    seconds: float = 0.0
    sent_at: float = 0.0  # when the last byte of the request had left; 0: it never did
    cookies: str = ""  # those it sets, as one line

    @property
    def plain(self) -> str:
        return html.unescape(self.text)


@dataclass
class Browser:
    """Somebody at a port of this machine, with their cookies as one line."""

    port: int
    cookies: str = ""
    patience: float = PATIENCE
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str) -> Answer:
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": TOKEN, **fields}))

    def send(self, path: str, body: bytes, kind: str) -> Answer:
        """Post a body of another kind than plain fields: with files."""
        return self._ask("POST", path, body, {"Content-Type": kind})

    def _ask(self, method: str, path: str, body: str | bytes | None, more: dict[str, str] | None = None) -> Answer:
        cookies = "; ".join(filter(None, [self.cookies, f"__Host-c={TOKEN}"]))
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        headers |= {**self.headers, **(more or {})}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        started, sent_at = time.monotonic(), 0.0
        try:
            connection.request(method, path, body, headers)
            sent_at = time.monotonic()
            response = connection.getresponse()
            text = response.read().decode()
        except (OSError, http.client.HTTPException):
            return Answer(0, seconds=time.monotonic() - started, sent_at=sent_at)
        finally:
            connection.close()
        location = response.headers.get("Location", "")
        given = "; ".join(line.split(";")[0] for line in response.headers.get_all("Set-Cookie") or [])
        return Answer(response.status, text, location, time.monotonic() - started, sent_at, given)


def words_on(page: Answer) -> str:
    """The words a page shows to be kept."""
    shown = re.search(r'<ol class="words">(.*?)</ol>', page.text, re.DOTALL)
    return " ".join(re.findall(r"<li[^>]*>(?:<bdi>|\s)*(.*?)(?:</bdi>|\s)*</li>", shown[1])) if shown else ""


def secret_text(what: str) -> str:
    """Something to write that stands nowhere else and must stand nowhere in clear."""
    return f"zqcanary {what} {secrets.token_hex(8)}"
