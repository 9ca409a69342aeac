"""Two people write a report, clear it, release it, correct it and withdraw it: two phones, 320 px.

Without script, and in Arabic with script, where axe-core looks over every page.
"""

import pytest

from tests.browser.checked import Checked
from tests.browser.chromium import MARKS
from tests.browser.profile import Profile
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]

TITLE = "Night cleaners stop work over a cut rota"
BETTER = "Night cleaners and porters stop work over a cut rota"
ANSWER = "Without the stairs the wards close."
OF_ANA = "Eighty sat down in the canteen."
OF_BO = "The night shift did not start."


class ReportPath(Checked):
    """What is read here stands on a screen; links are followed as they stand there."""

    desk = ""

    def at(self, who: Profile, path: str = "") -> None:
        who.open(self.desk + path)

    def ana_begins(self) -> None:
        ana = self.person("ana")
        ana.open(self.board)
        ana.find("#parts summary").click()
        ana.click("#parts a[href$='/reports/']")
        self.shot(ana, "empty-desk")
        ana.click("main a.main")
        ana.fill(title=TITLE, started_year="2025", started_day="3")
        ana.find("[name=started_month]").select_option("11")
        ana.fill(**{"places-0-town": "Saltend"})
        ana.click("button[name=more]")
        assert ana.find("[name=title]").input_value() == TITLE, "one more row keeps what was typed"
        assert ana.find("[name=places-1-town]").count() == 1
        self.shot(ana, "what")
        ana.press_main()
        self.desk = ana.page.url.removesuffix("write/whom/")

    def ana_writes_step_by_step(self) -> None:
        """Fills some pages, skips others."""
        ana = self.person("ana")
        ana.fill(**{"employers-0-name": "Merrowgate Hospital", "employers-1-name": "Brightfloor"})
        ana.find("[name=employers-1-role]").select_option("agency")
        ana.choose(led_by="wildcat")
        self.shot(ana, "whom")
        ana.press_main()
        ana.choose(contract="agency")
        ana.press_main()
        ana.choose(forms="strike")
        ana.fill(estimate_low="80", estimate_high="90")
        self.shot(ana, "did")
        ana.press_main()
        ana.click("main a.do[href*='/write/days/']")
        ana.fill(**{"days-0-first": "2025-11-03", "days-0-last": "2025-11-04", "days-0-low": "80"})
        ana.press_main()
        self.at(ana, "write/days/")
        assert "160" in ana.find("main table").inner_text()
        self.shot(ana, "days")

    def ana_answers_a_question_and_finds_it_again(self) -> None:
        ana = self.person("ana")
        self.at(ana)
        ana.click("main a[href*='/write/ask-']")
        ana.fill(text=ANSWER)
        ana.press_main()
        ana.find("main details summary").click()
        self.shot(ana, "questions")
        ana.click("main details a[href$='/write/ask-work/']")
        assert ana.find("[name=text]").input_value() == ANSWER

    def both_write_the_account_at_once(self) -> None:
        """The second is shown what the first saved, and loses nothing."""
        ana, bo = self.person("ana"), self.person("bo")
        for who, text in ((ana, OF_ANA), (bo, OF_BO)):
            self.at(who, "write/account/")
            who.fill(account=text)
        ana.press_main()
        bo.press_main()
        assert bo.find(".errors").count() == 1
        assert bo.find("[name=account]").input_value() == OF_BO
        assert OF_ANA in bo.find("main").inner_text()
        self.shot(bo, "conflict")
        bo.fill(account=f"{OF_BO} {OF_ANA}")
        bo.press_main()
        assert bo.page.url.endswith("/write/points-strong/")

    def bo_adds_a_lesson_and_sources(self) -> None:
        bo = self.person("bo")
        bo.fill(
            **{"points-0-words": "All shifts together", "points-0-evidence": "The day shift brought food and stayed."}
        )
        self.shot(bo, "strong")
        bo.press_main()
        self.at(bo, "write/sources/")
        bo.fill(**{"sources-0-text": "Account of two who took part", "sources-1-url": "https://example.org/leaflet"})
        self.shot(bo, "sources")
        bo.click("button[name=then]")
        self.shot(bo, "report")

    def ana_puts_it_forward(self) -> None:
        ana = self.person("ana")
        self.at(ana)
        ana.click("main a.main")
        assert TITLE in ana.says()
        self.shot(ana, "what-strangers-read")
        ana.press_main()
        assert ana.find("main a.main").count() == 0, "who put it forward cannot release it"
        self.shot(ana, "waits")

    def bo_releases_it(self, name: str) -> None:
        """From the notice board."""
        bo = self.person("bo")
        bo.open(self.board)
        bo.click("main a[href$='/release/']")
        self.shot(bo, f"second-reader-{name}")
        bo.press_main()
        self.shot(bo, f"released-{name}")

    def stranger_reads(self, title: str) -> None:
        stranger = self.person("stranger")
        stranger.open("/struggles/")
        stranger.click("main .rows h3 a")
        assert stranger.find("h1").inner_text() == title
        assert f"{OF_BO} {OF_ANA}" in stranger.says()
        self.shot(stranger, "record")

    def ana_corrects(self) -> None:
        """From the public page, as a member."""
        ana = self.person("ana")
        ana.open(self.person("stranger").page.url)
        ana.click("main a[href*='/reports/correct/']")
        ana.press_main()
        assert ana.page.url == self.desk
        ana.click("main a[href$='/write/what/']")
        ana.fill(title=BETTER)
        ana.click("button[name=then]")
        self.shot(ana, "changed")
        ana.click("main a.main")
        ana.press_main()
        assert ana.find(".errors").count() == 1, "a correction says what was changed"
        ana.fill(words="Porters were there, too.")
        self.shot(ana, "correction")
        ana.press_main()

    def stranger_reads_the_correction(self) -> None:
        stranger = self.person("stranger")
        self.stranger_reads(BETTER)
        assert "Porters were there, too." in stranger.says()

    def ana_withdraws(self) -> None:
        ana = self.person("ana")
        self.at(ana)
        ana.click("main a[href*='/reports/withdraw/']")
        ana.fill(words="It was another hospital.")
        self.shot(ana, "withdraw")
        ana.press_main()

    def stranger_reads_that_it_was_withdrawn(self) -> None:
        stranger = self.person("stranger")
        stranger.page.reload()
        assert "It was another hospital." in stranger.says()
        assert OF_ANA not in stranger.says()
        self.shot(stranger, "withdrawn")


@pytest.mark.parametrize(("script", "language"), [(False, "en"), (True, "ar")])
def test_two_people_write_release_correct_and_withdraw_a_report(browser, server, script, language):
    walk = ReportPath(browser, server, 320, script, language)
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.ana_begins()
    walk.ana_writes_step_by_step()
    walk.ana_answers_a_question_and_finds_it_again()
    walk.both_write_the_account_at_once()
    walk.bo_adds_a_lesson_and_sources()
    walk.ana_puts_it_forward()
    walk.bo_releases_it("first")
    walk.stranger_reads(TITLE)
    walk.ana_corrects()
    walk.bo_releases_it("correction")
    walk.stranger_reads_the_correction()
    walk.ana_withdraws()
    walk.bo_releases_it("withdrawal")
    walk.stranger_reads_that_it_was_withdrawn()
    none_wrong(walk.wrong() + server.errors())
