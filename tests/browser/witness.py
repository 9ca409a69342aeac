"""What no page may ever do to anybody: ask another host, break, be blocked by its own rules, carry a telling title."""

import re

from playwright.sync_api import Page

AWAY = re.compile(r"https?://(?!127\.0\.0\.1[:/])")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Witness:
    """Listens to pages. `wrong` gathers what it saw, one line each."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.wrong: list[str] = []

    def watch(self, page: Page) -> None:
        page.on("console", lambda said: self.hear(page, said))
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("request", lambda asked: self.ask(page, asked.url))
        page.on("response", self.answer)

    def hear(self, page: Page, said) -> None:
        """Not meant: pages that answer 403 or 404; the icon this browser looks for on /leave/, which has none on
        purpose; powers it does not have and so cannot refuse."""
        meant = (page.url, self.address + "/favicon.ico")
        refused = said.text.startswith("Failed to load resource") and said.location["url"] in meant
        broken = said.type in {"error", "warning"} and not refused
        if broken and "Permissions-Policy header: Unrecognized feature" not in said.text:
            self.wrong.append(f"{page.url}: {said.type} {said.text}")

    def ask(self, page: Page, url: str) -> None:
        if AWAY.match(url):
            self.wrong.append(f"{page.url} asks another host: {url}")

    def answer(self, got) -> None:
        if got.status >= 500:
            self.wrong.append(f"{got.url} answers {got.status}")

    def look_over(self, page: Page) -> None:
        if page.title() != "Rooted" and not page.url.endswith("/leave/"):
            self.wrong.append(f"{page.url} is titled {page.title()}")
        sideways = page.evaluate(SIDEWAYS)
        if sideways > 0:
            self.wrong.append(f"{page.url} scrolls sideways by {sideways} px")
