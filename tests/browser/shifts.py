"""A night shift of 900 decides in three sittings, step by step: Ana and Bo have the group's page, two tellers have a
phone each, without an account, and a printed sheet.
"""

import re

from tests.browser.meeting import NAMES, Meeting
from tests.browser.profile import Profile

TITLE = "We stay outside from Monday on"
TEXT = "From Monday on nobody of the night shift goes in.\n\nWe go back in together."
OFFER = "They offer 40 more a month from May on. We go back in on that."


class Shifts(Meeting):
    """`proposal`: the address of what is decided now."""

    proposal = ""

    def at(self, who: Profile, path: str = "") -> None:
        who.open(self.proposal + path)

    # The proposal

    def ana_proposes_and_bo_seconds(self) -> None:
        ana, bo = self.person("ana"), self.person("bo")
        ana.open(self.assembly)
        ana.click("main a[href*='/proposals/add/?assembly=']")
        ana.fill(title=TITLE, text=TEXT)
        ana.choose(method="majority", burn_days="7")
        self.shot(ana, "propose")
        ana.press_main()
        self.proposal = ana.page.url
        bo.open(self.board)
        bo.click(f"main a[href$='{self.proposal.removeprefix(self.server.address)}']")
        self.shot(bo, "to-second")
        bo.press_main()
        self.shot(bo, "seconded")

    def ana_opens_it_to_hands(self) -> None:
        """The sittings stand in the form already; no figures before the last has counted."""
        ana = self.person("ana")
        self.at(ana, "open/")
        assert ana.find("main [name=sittings]").input_value().split("\n") == NAMES
        ana.choose(mode="hands")
        ana.find("main form summary").first.click()
        ana.find("main [name=closed_until_last]").check()
        assert ana.find("main [name=minutes_burn]").is_checked()
        self.shot(ana, "open")
        ana.press_main()
        self.shot(ana, "is-open")

    # The tellers

    def sheets(self) -> list[list[str]]:
        """Both codes of each sitting, as they stand on the sheets that Bo prints."""
        bo, found = self.person("bo"), []
        for place in range(1, len(NAMES) + 1):
            self.at(bo, f"codes/?sitting={place}")
            found.append([code.strip() for code in bo.find("main .facts dd strong").all_inner_texts()])
        assert self.on_paper(bo, "sheet") == 2, "one for each teller"
        self.at(bo, "codes/?show=slips")
        assert self.on_paper(bo, "slips") == 1
        return found

    def types_in(self, who: Profile, code: str, figures: tuple[int, ...]) -> None:
        who.open(f"{self.group}count/")
        self.shot(who, "count")
        who.fill(code=code)
        who.press_main()
        names = ("present", "hands_yes", "hands_no", "hands_abstain")
        who.fill(**{name: str(number) for name, number in zip(names, figures, strict=True)})
        self.shot(who, "figures")
        who.press_main()

    def both_type(self, codes: list[str], figures: tuple[int, ...]) -> None:
        for name, code in zip(("one", "two"), codes, strict=True):
            self.types_in(self.person(name), code, figures)
        self.shot(self.person("two"), "figures-are-in")

    def tellers_count(self, counted: list[tuple[int, ...]]) -> None:
        for codes, figures in zip(self.sheets(), counted, strict=True):
            self.both_type(codes, figures)

    def tellers_count_until_the_last(self, counted: list[tuple[int, ...]]) -> None:
        """While one sitting is out, nobody of the group reads what the others counted."""
        *before, last = zip(self.sheets(), counted, strict=True)
        for codes, figures in before:
            self.both_type(codes, figures)
        ana = self.person("ana")
        self.at(ana)
        self.shot(ana, "one-is-out")
        said = ana.find("main").inner_text()
        assert [number for _codes, figures in before for number in figures[:2] if str(number) in said] == []
        self.both_type(*last)

    def tellers_disagree_first(self, right: tuple[int, ...], wrong: tuple[int, ...]) -> None:
        """On the last sitting: both are told, neither what the other typed."""
        first, second = self.sheets()[-1]
        self.types_in(self.person("one"), first, right)
        self.types_in(self.person("two"), second, wrong)
        two = self.person("two")
        assert (str(right[2]) in two.says(), two.find("main .urgent").count()) == (False, 1)
        self.shot(two, "differ")

    # The result, and the offer

    def bo_closes(self) -> str:
        bo = self.person("bo")
        self.at(bo)
        bo.click("main a.main[href$='/close/']")
        self.shot(bo, "close")
        bo.press_main()
        assert self.on_paper(bo, "result") <= 3, "with the picture, the text, and each time it was asked"
        return bo.says()

    def ana_asks_again(self) -> None:
        ana = self.person("ana")
        self.at(ana, "again/")
        ana.fill(text=OFFER)
        self.shot(ana, "ask-again")
        ana.press_main()
        self.proposal = ana.page.url

    def ana_reads_the_minute_book(self) -> str:
        ana = self.person("ana")
        ana.open(f"{self.group}register/book/")
        assert self.on_paper(ana, "minute-book") <= 2
        return ana.says()


def first_figures(page: str) -> list[str]:
    """Yes, no and abstained of the first sentence after the title."""
    return list(re.search(r"(\d+)\D+?(\d+)\D+?(\d+)", page.split(TITLE, 1)[1]).groups())
