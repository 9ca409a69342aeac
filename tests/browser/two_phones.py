"""Two friends with two phones, the group that hosts them, and an agency worker who reads their poster.

Everybody at 320 px and without script; what is read here stands on a screen or on the printed poster.
"""

import io
import re

from pypdf import PdfReader

from tests.browser.camera import photograph
from tests.browser.first_thread import Walk
from tests.browser.profile import Profile

PASSPHRASE = "gravel otter lantern window nine"
FIGURES = re.compile(r"\d+")


class TwoPhones(Walk):
    """The walk of the hosting group goes on with the two friends."""

    def ana_hosts(self) -> None:
        ana = self.person("ana")
        ana.open(f"{self.board.removesuffix('board/')}together/host/")
        ana.choose(hosts="yes")
        ana.press_main()

    def saves_the_words(self, who: Profile) -> list[str]:
        """Copies the words, gives two of them back."""
        paper = who.words()
        assert len(paper) == 5
        for name in ("first", "second"):
            place = int(FIGURES.search(who.find(f"label[for=id_{name}]").inner_text()).group())
            who.fill(**{name: paper[place - 1]})
        self.shot(who, "words")
        who.press_main()
        return paper

    def dora_asks_to_start(self) -> list[str]:
        dora = self.person("dora")
        dora.open("/start/")
        self.shot(dora, "start")
        dora.click("main a.main")
        dora.choose(alone="no", way="words")
        dora.fill(town="Northfold", text="The two of us load at the depot. We want to start.")
        self.shot(dora, "start-letter")
        dora.press_main()
        return self.saves_the_words(dora)

    def ana_gives_a_link(self) -> None:
        ana = self.person("ana")
        ana.open(f"{self.board.removesuffix('board/')}together/start/")
        ana.click("main .rows h2 a")
        ana.fill("form[action$='/link/']", text="Good. Found your group, then write to us again.")
        self.shot(ana, "gives-a-link")
        ana.click("form[action$='/link/'] button")

    def dora_founds(self, paper: list[str]) -> str:
        """Returns the address of the new group's board. The picture for the second phone leads where the link does."""
        dora = self.person("dora")
        dora.open("/letters/start/")
        dora.fill(receipt=" ".join(paper))
        dora.press_main()
        self.shot(dora, "founding-link")
        link = photograph(dora.find("main svg").screenshot())
        assert link == dora.find("main code").inner_text()
        dora.click("main a.main")
        dora.fill(group_name="Depot loaders", area="Northfold", about="We load, we talk, nobody goes alone.")
        dora.choose(kind="workplace", listed="yes", languages="en")
        dora.fill(name="dora-key", passphrase=PASSPHRASE, passphrase_again=PASSPHRASE, called="Dora")
        dora.press_main()
        self.keeps_the_recovery_code(dora)
        return dora.page.url

    def emil_joins(self, board: str) -> None:
        dora, emil = self.person("dora"), self.person("emil")
        dora.open(board)
        dora.click("main .first a[href$='/invite/']")
        dora.press_main()
        link, said = photograph(dora.find("main svg").screenshot()), dora.words()
        emil.open(link)
        emil.fill(words=" ".join(said))
        emil.press_main()
        secret = PASSPHRASE + " two"
        emil.fill(name="emil-key", passphrase=secret, passphrase_again=secret, called="Emil")
        self.agrees(emil)
        emil.press_main()
        self.keeps_the_recovery_code(emil)
        assert emil.page.url == board

    def prints_a_poster(self, board: str) -> str:
        """Returns the address that stands on the paper."""
        dora = self.person("dora")
        dora.open(f"{board.removesuffix('board/')}posters/make/")
        dora.choose(kind="strips-a4", languages="ro")
        self.shot(dora, "poster")
        with dora.page.expect_download() as sent:
            dora.find("main button.main").click()
        pages = PdfReader(io.BytesIO(sent.value.path().read_bytes())).pages
        text = "".join("".join(page.extract_text().split()) for page in pages)
        address = board.removesuffix("/board/")
        assert address.removeprefix("http://") in text
        return address

    def reads_the_poster(self, address: str) -> list[str]:
        """An agency worker with a Romanian phone, who leaves the number of a cousin."""
        worker = self.person("worker")
        worker.open(f"{address}/")
        assert worker.find("html").get_attribute("lang") == "ro"
        self.shot(worker, "group-ro")
        worker.click("main a.main")
        worker.choose(brings="trouble", way="reach")
        worker.fill(text="Agenția nu mi-a plătit două săptămâni.", reach="Vărul meu, 0300 555 011, seara")
        self.shot(worker, "letter-ro")
        worker.press_main()
        return self.saves_the_words(worker)

    def emil_answers(self, board: str) -> None:
        emil = self.person("emil")
        emil.open(board)
        emil.open(f"{board.removesuffix('board/')}letters/")
        emil.click("main .rows h2 a, main .rows h3 a")
        assert "0300 555 011" in emil.says()
        self.shot(emil, "letter-to-answer")
        emil.fill("form[action$='/answer/']", text="Vino joi la șase. Nu semna nimic.")
        emil.click("form[action$='/answer/'] button.main, form[action$='/answer/'] button")
        assert "Vino joi" in emil.says()

    def worker_reads_the_answer(self, paper: list[str]) -> None:
        worker = self.person("worker")
        worker.open("/letters/back/")
        worker.fill(receipt=" ".join(paper))
        worker.press_main()
        assert "Vino joi" in worker.says()
        assert worker.find("html").get_attribute("lang") == "ro"
        self.shot(worker, "answer-ro")
