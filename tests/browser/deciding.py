"""Proposing, voting, reading the result and the register, step by step, by whoever is in front of a browser.

Fields, links and buttons are found by name and address, so that every language walks the same way.
"""

import io
from pathlib import Path

from pypdf import PdfReader

from tests.browser.checked import Checked
from tests.browser.profile import Profile
from tests.browser.thirty import PASSPHRASE


class Deciding(Checked):
    """`proposal`: the address of what is decided now."""

    proposal = ""

    @property
    def group(self) -> str:
        return self.board.removesuffix("board/")

    def member(self, number: int) -> Profile:
        """One of the thirty (thirty.py), signed in."""
        name = f"member{number:02}"
        if name in self.people:
            return self.people[name]
        who = self.person(name)
        who.open("/sign-in/")
        who.fill(name=name, passphrase=PASSPHRASE)
        who.press_main()
        self.board = who.page.url
        assert self.board.endswith("/g/docks/board/"), who.says()
        return who

    # The proposal

    def proposes(self, who: Profile, *, title: str, text: str, method: str = "", options: list[str] | None = None):
        """From the notice board to a proposal; without `method` as the group's rules say."""
        who.open(f"{self.group}proposals/")
        self.shot(who, "proposals")
        who.click("main a.main[href$='/proposals/add/']")
        who.fill(title=title, text=text, **({"options": "\n".join(options)} if options else {}))
        who.choose(burn_days="0", **({"method": method} if method else {}))
        self.shot(who, "propose")
        who.press_main()
        self.proposal = who.page.url
        self.shot(who, "proposed")

    def seconds(self, who: Profile) -> None:
        who.open(self.proposal)
        self.shot(who, "to-second")
        who.press_main()

    def opens(self, who: Profile, **typed: str) -> None:
        who.open(self.proposal)
        who.click("main a.main[href$='/open/']")
        who.fill(**typed)
        self.shot(who, "open")
        who.press_main()
        self.shot(who, "is-open")

    # The vote

    def starts_to_vote(self, who: Profile) -> None:
        """Found on the notice board, as whoever did not hear of it finds it."""
        who.open(self.board)
        who.click(f"main a[href$='{self.proposal.removeprefix(self.server.address)}']")
        who.click("main a.main[href$='/vote/']")

    def votes(self, who: Profile, choice: str, reason: str = "") -> None:
        self.starts_to_vote(who)
        who.choose(choice=choice)
        who.fill(reason=reason)
        self.shot(who, "vote")
        who.press_main()
        self.shot(who, "has-voted")

    def ranks(self, who: Profile, ranks: dict[int, int]) -> None:
        """`ranks`: number of the option, from 0, and what is written beside it."""
        self.starts_to_vote(who)
        who.fill(**{f"rank_{number}": str(rank) for number, rank in ranks.items()})
        self.shot(who, "ranks")
        who.press_main()

    def closes(self, who: Profile) -> str:
        """Returns what the result's page says."""
        who.open(self.proposal)
        self.shot(who, "to-close")
        who.click("main a.main[href$='/close/']")
        self.shot(who, "close")
        who.press_main()
        self.shot(who, "result")
        return who.says()

    def asks_again(self, who: Profile, *, text: str) -> None:
        who.open(self.proposal)
        who.open(who.page.url.rstrip("/") + "/again/")
        who.fill(text=text)
        self.shot(who, "ask-again")
        who.press_main()
        self.proposal = who.page.url

    # The register

    def numbers(self, who: Profile) -> list[str]:
        """The titles of the register, the newest first, with their numbers."""
        who.open(f"{self.group}register/")
        self.shot(who, "register")
        return who.find("main .rows h2").all_inner_texts()

    def minute_book(self, who: Profile) -> tuple[str, str]:
        """What stands on its one sheet of paper, and the head words. Read from the page as it prints: a PDF has
        Arabic in the order of its glyphs."""
        who.open(f"{self.group}register/")
        who.click("main a[href$='/register/book/']")
        self.shot(who, "minute-book")
        words = who.find("main h2 + .intro strong").inner_text()
        assert len(PdfReader(io.BytesIO(who.page.pdf(format="A4"))).pages) == 1
        who.page.emulate_media(media="print")
        paper = who.says()
        who.page.emulate_media(media="screen")
        return paper, words

    def saves_the_register(self, who: Profile, folder: Path) -> Path:
        who.open(f"{self.group}register/")
        who.click("main a[href$='/register/file/']")
        self.shot(who, "register-file")
        with who.page.expect_download() as sent:
            who.find("main form:has([name=texts]) button").click()
        sent.value.save_as(folder / "register.json")
        return folder / "register.json"
