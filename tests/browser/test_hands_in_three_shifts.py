"""900 of a night shift decide a walk-out in three sittings: hands, printed sheets, two phones; then they ask again."""

import re

import pytest

from tests.browser.chromium import MARKS
from tests.browser.first_thread import Walk
from tests.browser.profile import Profile
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]

TITLE = "We stay outside from Monday on"
TEXT = "From Monday on nobody of the night shift goes in.\n\nWe go back in together."
OFFER = "They offer 40 more a month from May on. We go back in on that."
SITTINGS = ["Loading bay", "Sorting hall", "Cleaners and canteen"]
# present, yes, no, abstain; 900 in all, the third sitting against it
FOR_IT = [(412, 380, 22, 6), (397, 350, 31, 9), (91, 20, 66, 2)]
ON_THE_OFFER = [(412, 31, 370, 5), (397, 40, 350, 4), (91, 60, 25, 3)]


class Shifts(Walk):
    """Ana and Bo have the group's page; two tellers have a phone each and a half of a printed sheet."""

    proposal = ""

    def at(self, who: Profile, path: str = "") -> None:
        who.open(self.proposal + path)

    def ana_proposes_and_bo_seconds(self) -> None:
        ana, bo = self.person("ana"), self.person("bo")
        ana.open(f"{self.board.removesuffix('board/')}proposals/add/")
        ana.fill(title=TITLE, text=TEXT)
        ana.choose(method="majority", burn_days="7")
        self.shot(ana, "propose")
        ana.press_main()
        self.proposal = ana.page.url
        self.at(bo)
        bo.press_main()

    def ana_opens_it_to_hands(self) -> None:
        ana = self.person("ana")
        self.at(ana, "open/")
        ana.choose(mode="hands")
        ana.fill(sittings="\n".join(SITTINGS))
        self.shot(ana, "open")
        ana.press_main()

    def sheets(self) -> list[list[str]]:
        """Both codes of each sitting, as they stand on the sheets that Bo prints."""
        bo, found = self.person("bo"), []
        for place in range(1, len(SITTINGS) + 1):
            self.at(bo, f"codes/?sitting={place}")
            found.append([code.strip() for code in bo.find("main .facts dd strong").all_inner_texts()])
        self.shot(bo, "sheet")
        return found

    def types_in(self, who: Profile, code: str, figures: tuple[int, ...]) -> None:
        group = self.proposal.split("/proposals/")[0]
        who.open(f"{group}/count/")
        who.fill(code=code)
        who.press_main()
        names = ("present", "hands_yes", "hands_no", "hands_abstain")
        who.fill(**{name: str(number) for name, number in zip(names, figures, strict=True)})
        self.shot(who, "figures")
        who.press_main()

    def tellers_count(self, counted: list[tuple[int, ...]]) -> None:
        one, two = self.person("one"), self.person("two")
        for (first, second), figures in zip(self.sheets(), counted, strict=True):
            self.types_in(one, first, figures)
            self.types_in(two, second, figures)
        self.shot(two, "figures-are-in")

    def tellers_disagree_first(self) -> None:
        """On the last sitting: both are told, neither what the other typed."""
        first, second = self.sheets()[-1]
        self.types_in(self.person("one"), first, (91, 20, 66, 2))
        self.types_in(self.person("two"), second, (91, 26, 60, 2))
        two = self.person("two")
        assert ("66" in two.says(), two.find("main .urgent").count()) == (False, 1)
        self.shot(two, "differ")

    def bo_closes(self) -> str:
        bo = self.person("bo")
        self.at(bo, "close/")
        bo.press_main()
        self.shot(bo, "result")
        return bo.says()

    def ana_asks_again(self) -> None:
        ana = self.person("ana")
        self.at(ana, "again/")
        ana.fill(text=OFFER)
        self.shot(ana, "ask-again")
        ana.press_main()
        self.proposal = ana.page.url


def first_figures(page: str) -> list[str]:
    """Yes, no and abstained of the first sentence."""
    sentence = re.search(r"(\d+)\D+?(\d+)\D+?(\d+)", page)
    return list(sentence.groups())


@pytest.mark.parametrize(("width", "script", "language"), [(320, False, "en"), (1200, True, "ar")])
def test_a_night_shift_decides_by_hands_and_asks_again(browser, server, width, script, language):
    walk = Shifts(browser, server, width, script, language)
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.ana_proposes_and_bo_seconds()
    walk.ana_opens_it_to_hands()
    walk.tellers_disagree_first()
    walk.tellers_count(FOR_IT)
    page = walk.bo_closes()
    assert first_figures(page.split(TITLE, 1)[1]) == ["750", "119", "17"]
    assert page.count(SITTINGS[2]) >= 2, "the third sitting's No is said, and stands in the table"
    walk.ana_asks_again()
    walk.tellers_count(ON_THE_OFFER)
    assert first_figures(walk.bo_closes().split(TITLE, 1)[1]) == ["131", "745", "12"]
    none_wrong(walk.wrong() + server.errors())
