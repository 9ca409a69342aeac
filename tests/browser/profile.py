"""One person in front of one browser: what they can do, and what no page may ever do to them."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.browser.chromium import PATIENCE

SCREENS = Path(__file__).parent / "screens"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AWAY = re.compile(r"https?://(?!127\.0\.0\.1[:/])")


class Profile:
    """A fresh browser profile. `wrong` gathers what went wrong on any page it opened."""

    def __init__(
        self, browser: Browser, address: str, *, name: str = "", width: int = 320, script: bool = True, language="en"
    ) -> None:
        self.name, self.address, self.language = name, address, language
        self.context = browser.new_context(
            viewport={"width": width, "height": 640 if width < 600 else 800},
            java_script_enabled=script,
            locale=language,
            service_workers="block",
        )
        self.context.set_default_timeout(PATIENCE)
        self.wrong: list[str] = []
        self.page = self.context.new_page()
        self.watch(self.page)
        self.shots = 0

    def watch(self, page: Page) -> None:
        page.on("console", lambda said: self.hear(page, said))
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("request", lambda asked: self.ask(page, asked.url))
        page.on("response", lambda got: self.answer(page, got))

    def hear(self, page: Page, said) -> None:
        """Not meant: pages that answer 403 or 404; the icon this browser looks for on /leave/, which has none on
        purpose; powers it does not have and so cannot refuse."""
        meant = (page.url, self.address + "/favicon.ico")
        refused = said.text.startswith("Failed to load resource") and said.location["url"] in meant
        if not refused and "Permissions-Policy header: Unrecognized feature" not in said.text:
            self.wrong.append(f"{page.url}: {said.type} {said.text}")

    def ask(self, page: Page, url: str) -> None:
        if AWAY.match(url):
            self.wrong.append(f"{page.url} asks another host: {url}")

    def answer(self, page: Page, got) -> None:
        if got.status >= 500:
            self.wrong.append(f"{got.url} answers {got.status}")

    def open(self, path: str) -> None:
        """Type an address, whole or from the root of the server."""
        self.page.goto(path if path.startswith("http") else self.address + path)

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def click(self, selector: str) -> None:
        self.find(selector).first.click()

    def press_main(self) -> None:
        """The one red button of the page."""
        self.click("main button.main")

    def fill(self, form: str = "main form", **values: str) -> None:
        for name, value in values.items():
            self.find(f"{form} [name={name}]").first.fill(value)

    def choose(self, **values: str) -> None:
        """A radio button or a tick, by its field and value; its whole row can be touched."""
        for name, value in values.items():
            self.find(f"[name={name}][value='{value}']").check()

    def words(self) -> list[str]:
        return [word.strip() for word in self.find("main .words li").all_inner_texts()]

    def says(self) -> str:
        """All that stands in the page, typed text included."""
        typed = [field.input_value() for field in self.find("main textarea").all()]
        return "\n".join([self.find("main").inner_text(), *typed])

    def shot(self, folder: str, name: str) -> None:
        """A picture of the whole page, and the rules that hold on every page."""
        self.shots += 1
        path = SCREENS / folder / f"{self.name}-{self.shots:02d}-{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)
        self.look_over()

    def look_over(self) -> None:
        if self.page.title() != "Rooted" and not self.page.url.endswith("/leave/"):
            self.wrong.append(f"{self.page.url} is titled {self.page.title()}")
        sideways = self.page.evaluate(SIDEWAYS)
        if sideways > 0:
            self.wrong.append(f"{self.page.url} scrolls sideways by {sideways} px")
