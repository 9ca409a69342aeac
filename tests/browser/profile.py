"""One person in front of one browser, and what they can do there."""

from pathlib import Path

from playwright.sync_api import Browser, Locator

from tests.browser.chromium import PATIENCE
from tests.browser.witness import Witness

SCREENS = Path(__file__).parent / "screens"


class Profile:
    """A fresh browser profile, with a witness beside it."""

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
        self.page = self.context.new_page()
        self.witness = Witness(address)
        self.witness.watch(self.page)
        self.shots = 0

    def open(self, path: str) -> None:
        """Type an address, whole or from the root of the server."""
        self.page.goto(path if path.startswith("http") else self.address + path)

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def click(self, selector: str) -> None:
        """A link or a button that leads to another page; goes on when that page is there, however busy the machine."""
        with self.page.expect_navigation():
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
        self.witness.look_over(self.page)
