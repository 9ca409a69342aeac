"""An assembly in three sittings, step by step: called, on the wall, its sheets typed back in by two, its end.

Fields, links and buttons are found by name and address, so that every language walks the same way.
"""

import io
from datetime import timedelta

from django.utils import timezone
from pypdf import PdfReader

from tests.browser.camera import photograph
from tests.browser.checked import Checked
from tests.browser.profile import SCREENS, Profile

ABOUT = "The night shift and the new rota"
POINT = "What we answer on Monday"
MINUTES, TASK = "We speak with both gatekeepers first.", "Ring the gatekeepers"
# in how many days, and at what hour, each part of the night shift meets
SITTINGS = {"Loading bay": (3, "21:30"), "Sorting hall": (3, "23:00"), "Cleaners and canteen": (4, "05:30")}
NAMES = list(SITTINGS)


class Meeting(Checked):
    """Ana and Bo have the group's page. `assembly`: its address."""

    assembly = ""

    @property
    def group(self) -> str:
        return self.board.removesuffix("board/")

    def on_paper(self, who: Profile, name: str) -> int:
        """How many sheets of A4 the page takes; they are kept beside the pictures."""
        self.shot(who, name)
        paper = who.page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))
        (SCREENS / self.name / f"{who.name}-{who.shots:02}-{name}.pdf").write_bytes(paper)
        return len(PdfReader(io.BytesIO(paper)).pages)

    def ana_calls_an_assembly(self) -> None:
        """With one sitting for each part of the night shift, by the links of the pages."""
        ana = self.person("ana")
        ana.open(f"{self.group}assemblies/")
        ana.click("main a[href$='/assemblies/call/']")
        ana.fill(about=ABOUT, notice="All of the night shift, whatever the contract.", notice_days="2", quorum="450")
        for number, (shift, (days, hour)) in enumerate(SITTINGS.items()):
            if number:
                ana.click("main a[href$='/sittings/']")
            day = timezone.localdate() + timedelta(days=days)
            ana.fill(day=day.isoformat(), hour=hour, place="Canteen", shift=shift, language="English, Polski")
            self.shot(ana, "add-a-sitting" if number else "call")
            ana.press_main()
        self.assembly = ana.page.url
        ana.fill("form[action$='/agenda/']", title=POINT)
        ana.press_main()
        self.shot(ana, "called")
        assert [name for name in NAMES if name not in ana.says()] == []

    def bo_hangs_the_notice(self) -> None:
        """A camera reads the code from the paper: it leads to the group's own page, and names nothing else."""
        bo = self.person("bo")
        bo.open(self.assembly)
        bo.click("main a[href$='/notice/']")
        bo.click("main a[href$='?agenda=yes']")
        assert self.on_paper(bo, "notice") == 1
        bo.page.emulate_media(media="print")
        assert photograph(bo.page.screenshot(full_page=True)) == self.group
        assert [said for said in (ABOUT, POINT, *NAMES) if said not in bo.says()] == []
        bo.page.emulate_media(media="null")
        bo.press_main()
        self.shot(bo, "it-hangs")

    def to_the_sitting(self, who: Profile) -> None:
        who.open(self.assembly)
        with who.page.expect_navigation():
            who.find("main .rows").get_by_role("link", name=NAMES[0], exact=True).click()

    def bo_prints_the_sheets(self) -> None:
        bo = self.person("bo")
        self.to_the_sitting(bo)
        bo.click("main a[href$='/sheets/']")
        for sheet in ("agenda", "speaking", "count", "tally"):
            bo.open(f"{bo.page.url.split('?')[0]}?sheet={sheet}")
            assert self.on_paper(bo, f"sheet-{sheet}") == 1

    def a_sheet_is_typed_in_by_two(self) -> None:
        """Bo types the first sheet; Ana finds it on the notice board, sees a slip, types what is right; Bo agrees."""
        bo, ana = self.person("bo"), self.person("ana")
        self.to_the_sitting(bo)
        bo.click("main a[href$='/sheet/']")
        bo.fill(minutes=MINUTES.replace("both", "three"), tasks=TASK)
        self.shot(bo, "type-in")
        bo.press_main()
        self.shot(bo, "waits")
        ana.open(self.board)
        ana.click("main a[href$='#filled']")
        ana.click("main a[href*='/sheets/'][href^='/g/']:not([href*='/sittings/'])")
        ana.fill(minutes=MINUTES)
        self.shot(ana, "compare")
        ana.press_main()
        bo.click("main a[href*='/g/'][href*='/sheets/']:not([href*='/sittings/'])")
        assert [said for said in ("three", "both") if said not in bo.says()] == []
        self.shot(bo, "both-typed")
        bo.fill(minutes=MINUTES)
        bo.press_main()
        assert (bo.find("main .done").count(), MINUTES in bo.says()) == (1, True)
        self.shot(bo, "it-counts")

    def two_count_who_is_there(self) -> None:
        for name in ("bo", "ana"):
            who = self.person(name)
            self.to_the_sitting(who)
            who.fill("form[action$='/present/']", present="412")
            who.click("form[action$='/present/'] button")
        assert "412" in self.person("ana").find("#count + p").inner_text()

    def ana_ends_the_assembly(self) -> str:
        """Its page leads to the register and to the minutes, which burn with what was decided."""
        ana = self.person("ana")
        ana.open(self.assembly)
        ana.click("main a[href$='/end/']")
        self.shot(ana, "end")
        ana.press_main()
        self.shot(ana, "ended")
        ana.click("main .rows a[href*='/register/']")
        self.shot(ana, "decision")
        ana.page.go_back()
        ana.click("main .rows a[href*='/notes/']")
        self.shot(ana, "minutes")
        return ana.says()
