"""A walk whose every pictured page is asked by axe-core too, in a browser with scripts or without."""

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Route

from tests.browser.axe import findings
from tests.browser.first_thread import Walk
from tests.browser.profile import Profile


@dataclass
class Checked(Walk):
    """axe-core is a script: what stands in a browser without them is shown to a twin of it, as it was received.

    `axe`: whether it is asked at all; a walk of every run leaves that to the long ones.
    """

    axe: bool = True
    broken: tuple[str, ...] = ()
    twin: BrowserContext | None = None

    def shot(self, who: Profile, name: str) -> None:
        super().shot(who, name)
        if not self.axe:
            return
        lines = findings(who.page) if self.script else self.seen_by_the_twin(who)
        self.broken += tuple(f"{who.name}, {name}: {line}" for line in lines)

    def seen_by_the_twin(self, who: Profile) -> list[str]:
        if self.twin is None:
            self.twin = self.browser.new_context(viewport=who.page.viewport_size, service_workers="block")
        page, html = self.twin.new_page(), who.page.content()

        def answer(route: Route) -> None:
            if route.request.is_navigation_request():
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
            else:
                route.continue_()

        page.route("**/*", answer)
        page.goto(who.page.url)
        lines = findings(page)
        page.close()
        return lines

    def wrong(self) -> list[str]:
        return [*super().wrong(), *self.broken]
