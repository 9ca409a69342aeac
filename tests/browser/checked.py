"""A walk whose every pictured page is asked by axe-core too."""

from dataclasses import dataclass

from tests.browser.axe import findings
from tests.browser.first_thread import Walk
from tests.browser.profile import Profile


@dataclass
class Checked(Walk):
    """axe-core is a script: a browser without them is not asked. It gets the same pages: no answer depends on it.

    `axe`: whether it is asked at all; a walk of every run leaves that to the long ones.
    """

    axe: bool = True
    broken: tuple[str, ...] = ()

    def shot(self, who: Profile, name: str) -> None:
        super().shot(who, name)
        if self.axe and self.script:
            self.broken += tuple(f"{who.name}, {name}: {line}" for line in findings(who.page))

    def wrong(self) -> list[str]:
        return [*super().wrong(), *self.broken]
