"""The onion recipe as far as a machine without Tor can try it: a real server behind a proxy that sends its Host."""

import http.client
import re
import subprocess
import threading
from contextlib import contextmanager
from html import unescape
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlencode

import pytest
from django.conf import settings

from rooted.operate.tests.machine import MANAGE, free_port, prepared, server, surroundings

NAME = "a" * 56 + ".onion"
ADDRESS = f"http://{NAME}"
pytestmark = pytest.mark.long


@contextmanager
def served(data, **more):
    """`./rooted serve` on a folder with one group; its port."""
    here = {"PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    prepared(data)
    env = surroundings(data, DJANGO_SETTINGS_MODULE="rooted.config.settings", **here, **more)
    seed = [MANAGE[0], "-m", "tests.faults.seed", "1"]
    subprocess.run(seed, env=env, cwd=settings.SOURCE, check=True, capture_output=True, timeout=180)
    port = free_port()
    with server(data, port, ROOTED_LETTER_SECONDS="0", **more):
        yield port


@contextmanager
def onion(port):
    """What a tor process does for its service: passes on what comes for the name, byte by byte, Host included."""

    class Passing(BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            inner = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            inner.request(self.command, self.path, body, dict(self.headers))
            answer = inner.getresponse()
            content = answer.read()
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                if name.lower() not in {"transfer-encoding", "connection"}:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
            inner.close()

        do_POST = do_GET

        def log_message(self, *words):
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield proxy.server_port
    finally:
        proxy.shutdown()
        proxy.server_close()


class Visitor:
    """A browser at an onion address that keeps no Secure cookie on http, as those beside Tor Browser do."""

    def __init__(self, port, host=NAME):
        self.port, self.host, self.cookies = port, host, {}

    def ask(self, path, fields=None):
        headers = {"Host": self.host, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if fields is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET" if fields is None else "POST", path, urlencode(fields or {}), headers)
        answer = connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                if not morsel["secure"] and not name.startswith("__"):
                    self.cookies[name] = morsel.value
        text = answer.read().decode()
        connection.close()
        return answer, text

    def hidden(self, html, action):
        part = html[html.index(f'action="{action}"') :].split("</form>")[0]
        found = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', part)
        return {name: unescape(value) for name, value in found}


def test_a_letter_goes_out_and_is_found_again_at_an_onion_address_in_any_browser(tmp_path):
    with served(tmp_path / "data", ROOTED_ADDRESS=ADDRESS) as port, onion(port) as proxy:
        visitor = Visitor(proxy)
        _answer, page = visitor.ask("/g/docks/letter/")
        typed = {"brings": "trouble", "text": "No pay since May", "way": "words", "date": "", "reach": ""}
        _answer, sent = visitor.ask("/g/docks/letter/", visitor.hidden(page, "/g/docks/letter/") | typed)
        words = " ".join(re.findall(r"<li>(\w+)</li>", sent.split('class="words"')[1].split("</ol>")[0]))
        _answer, back = visitor.ask("/letters/back/")
        answer, found = visitor.ask("/letters/back/", visitor.hidden(back, "/letters/back/") | {"receipt": words})
        assert (answer.status, "No pay since May" in found, len(words.split())) == (200, True, 5)
        assert answer.headers["Strict-Transport-Security"] is None


def test_the_name_of_another_host_is_refused(tmp_path):
    with served(tmp_path / "data", ROOTED_ADDRESS=ADDRESS) as port, onion(port) as proxy:
        assert Visitor(proxy, host="b" * 56 + ".onion").ask("/")[0].status == 400


def test_an_onion_beside_a_clear_address_answers_too(tmp_path):
    clear = {"ROOTED_ADDRESS": "https://rooted.example.org", "ROOTED_ONION": ADDRESS}
    with served(tmp_path / "data", **clear) as port, onion(port) as proxy:
        assert Visitor(proxy).ask("/g/docks/letter/")[0].status == 200
