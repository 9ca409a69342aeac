"""The first thread, step by step, as three people walk it. Fields and links are found by name and address, so that
every language walks the same way. What is read here stands on a screen; nothing is taken from the database."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from tests.browser.camera import photograph
from tests.browser.profile import Profile
from tests.browser.server import Server

TEXTS = {
    "en": {
        "group": "Docks",
        "area": "Saltend",
        "about": "We help each other against bosses and landlords. Thursdays at seven, back room of the laundry.",
        "ana": "Ana",
        "bo": "Bo",
        "letter": "They kept my deposit of two months. I must leave on Friday.",
        "answer": "Do not sign anything. We come with you on Thursday at ten.",
        "note": "Bo knows this landlord from the house in Mill Street.",
        "more": "Thank you. I will be there. The letter has the date of the third of May.",
        "ana again": "Bring the letter and the contract.",
        "bo again": "I will stand at the door from half past nine.",
        "search": "strike",
    },
    "ar": {
        "group": "عمال الميناء",
        "area": "الميناء القديم",
        "about": "نساعد بعضنا بعضًا في مواجهة أصحاب العمل وأصحاب البيوت. نلتقي كل يوم خميس في السابعة مساءً.",
        "ana": "آنا",
        "bo": "بو",
        "letter": "احتفظوا بتأمين شهرين. يجب أن أغادر يوم الجمعة.",
        "answer": "لا توقّع على أي شيء. نأتي معك يوم الخميس في العاشرة.",
        "note": "بو يعرف صاحب البيت هذا من شارع الطاحونة.",
        "more": "شكرًا. سأكون هناك. على الرسالة تاريخ الثالث من مايو.",
        "ana again": "أحضر الرسالة والعقد معك.",
        "bo again": "سأقف عند الباب من التاسعة والنصف.",
        "search": "strike",
    },
}
PASSPHRASE = "lantern gravel otter seven window"
BLOCK = re.compile(r"block_(\d+)")
HOURS_LEFT = re.compile(r"\b4[78]\b|٤[٧٨]")


@dataclass
class Walk:
    """Three browsers at one server, and what was said aloud or written on paper."""

    browser: Browser
    server: Server
    width: int
    script: bool
    language: str
    people: dict[str, Profile] = field(default_factory=dict)
    paper: list[str] = field(default_factory=list)
    board: str = ""

    @property
    def name(self) -> str:
        return f"{self.width}-{'script' if self.script else 'noscript'}-{self.language}"

    def person(self, name: str) -> Profile:
        """Somebody's browser; a fresh one at first sight."""
        if name not in self.people:
            self.people[name] = Profile(
                self.browser,
                self.server.address,
                name=name,
                width=self.width,
                script=self.script,
                language=self.language,
            )
        return self.people[name]

    def text(self, what: str) -> str:
        return TEXTS[self.language][what]

    def shot(self, who: Profile, name: str) -> None:
        who.shot(self.name, name)

    def wrong(self) -> list[str]:
        return [f"{name}: {what}" for name, person in self.people.items() for what in person.witness.wrong]

    # Two people

    def ana_founds(self) -> None:
        ana = self.person("ana")
        ana.open("/")
        self.shot(ana, "empty-server")
        ana.open(self.server.founding_link)
        ana.fill(group_name=self.text("group"), area=self.text("area"), about=self.text("about"))
        ana.choose(kind="local", listed="yes", languages=self.language)
        ana.fill(name="ana-key", passphrase=PASSPHRASE, passphrase_again=PASSPHRASE, called=self.text("ana"))
        self.shot(ana, "found")
        ana.press_main()
        self.keeps_the_recovery_code(ana)
        self.board = ana.page.url
        assert self.board.endswith("/board/")
        self.shot(ana, "board-of-one")

    def keeps_the_recovery_code(self, who: Profile) -> None:
        """Writes the eight blocks down; gives two of them back."""
        blocks = who.words()
        assert len(set(blocks)) == 8
        self.shot(who, "recovery")
        who.click("main a.main")
        asked = [box.get_attribute("name") for box in who.find("main form input[type=text]").all()]
        assert len(asked) == 2
        who.fill(**{name: blocks[int(BLOCK.match(name)[1]) - 1] for name in asked})
        self.shot(who, "recovery-check")
        who.press_main()

    def ana_invites(self) -> str:
        """Returns the link as a camera reads it from the screen. The words are said, the link is not."""
        ana = self.person("ana")
        ana.click("main .first a[href$='/invite/']")
        ana.press_main()
        self.shot(ana, "invitation")
        seen = photograph(ana.find("main svg").screenshot())
        assert seen == ana.find("main a[href*='/join/']").get_attribute("href")
        self.paper = ana.words()
        assert len(self.paper) == 4
        assert not any(word in seen for word in self.paper)
        return seen

    def bo_joins(self, link: str) -> None:
        bo = self.person("bo")
        bo.open(link)
        assert self.text("group") in bo.says()
        self.shot(bo, "join")
        bo.fill(words="  ".join(self.paper).upper())
        bo.press_main()
        secret = PASSPHRASE + " two"
        bo.fill(name="bo-key", passphrase=secret, passphrase_again=secret, called=self.text("bo"))
        self.agrees(bo)
        self.shot(bo, "join-name")
        bo.press_main()
        self.keeps_the_recovery_code(bo)
        assert bo.page.url == self.board

    def agrees(self, who: Profile) -> None:
        """Ticks that they share what the group agrees with."""
        who.find("main form [name=agree]").check()

    def both_see_the_two_of_them(self, title: str) -> None:
        for name in ("ana", "bo"):
            who = self.person(name)
            who.open(self.board)
            assert who.find("#parts a[href$='/members/']").inner_text() == title
            self.shot(who, "board-of-two")
            who.click("#parts a[href$='/members/']")
            listed = who.find("main .rows h2").all_inner_texts()
            assert sorted(listed) == sorted([self.text("ana"), self.text("bo")])
            self.shot(who, "members")

    # A letter

    def stranger_drops_a_line(self) -> None:
        """From the front page; the reload sends the same letter a second time, as an impatient thumb does."""
        stranger = self.person("stranger")
        stranger.open("/")
        self.shot(stranger, "front")
        stranger.click("main a.main[href$='/letter/']")
        stranger.choose(brings="trouble", way="words")
        stranger.fill(text=self.text("letter"))
        self.shot(stranger, "letter")
        stranger.press_main()
        self.paper = stranger.words()
        assert len(self.paper) == 5
        stranger.page.reload()
        assert stranger.words() == self.paper

    def stranger_saves_the_words(self) -> None:
        stranger = self.person("stranger")
        stranger.fill(first="no", second="no")
        stranger.press_main()
        assert stranger.words() == self.paper
        assert stranger.find(".errors").count() == 1
        for name in ("first", "second"):
            place = int(re.search(r"\d+", stranger.find(f"label[for=id_{name}]").inner_text()).group())
            stranger.fill(**{name: self.paper[place - 1]})
        self.shot(stranger, "receipt")
        stranger.press_main()
        assert self.text("letter") in stranger.says()

    def stranger_leaves(self) -> None:
        stranger = self.person("stranger")
        stranger.click(".leave a")
        stranger.page.wait_for_url("**/leave/")
        assert stranger.page.title() != "Rooted"
        assert self.text("letter") not in stranger.page.content()
        self.shot(stranger, "left")

    def stranger_comes_back(self) -> None:
        stranger = self.person("stranger")
        stranger.open("/")
        stranger.click("main a[href$='/letters/back/']")
        stranger.fill(receipt=" ".join(self.paper))
        self.shot(stranger, "words")
        stranger.press_main()
        assert stranger.page.url == self.server.address + "/letters/back/"

    def ana_takes_it(self) -> None:
        ana = self.person("ana")
        ana.open(self.board)
        self.shot(ana, "board-with-a-letter")
        assert HOURS_LEFT.search(ana.find("main .first .urgent").inner_text())
        assert ana.find("main a[href*='/letters/']").count() == 1, "one letter, however often it was sent"
        ana.click("main .first a.main")
        assert self.text("letter") in ana.says()
        ana.click("form[action$='/take/'] button")
        assert ana.find("form[action$='/release/']").count() == 1

    def ana_answers(self) -> None:
        ana = self.person("ana")
        ana.fill("form[action$='/answer/']", text=self.text("answer"))
        self.shot(ana, "answer")
        ana.click("form[action$='/answer/'] button")
        assert ana.find("main .rows li").count() == 2

    def bo_notes(self) -> None:
        bo = self.person("bo")
        bo.open(self.person("ana").page.url)
        assert self.text("answer") in bo.says()
        bo.fill("form[action$='/note/']", text=self.text("note"))
        bo.click("form[action$='/note/'] button")
        assert self.text("note") in bo.says()
        self.shot(bo, "note")

    def stranger_reads_and_writes_more(self) -> None:
        stranger = self.person("stranger")
        assert self.text("answer") in stranger.says()
        assert self.text("note") not in stranger.page.content()
        stranger.fill("form[action$='/write/']", text=self.text("more"))
        self.shot(stranger, "answer-read")
        stranger.press_main()
        assert self.text("more") in stranger.says()

    def both_answer_at_once(self) -> None:
        """Both have the form open. The second is first shown what the other sent, with the own text kept."""
        ana, bo = self.person("ana"), self.person("bo")
        for who, what in ((ana, "ana again"), (bo, "bo again")):
            who.open(ana.page.url)
            who.fill("form[action$='/answer/']", text=self.text(what))
        ana.click("form[action$='/answer/'] button")
        bo.click("form[action$='/answer/'] button")
        assert bo.find(".errors").count() == 1
        assert bo.find("form[action$='/answer/'] [name=text]").input_value() == self.text("bo again")
        assert self.text("ana again") in bo.find("main .rows").first.inner_text()
        self.shot(bo, "conflict")
        bo.click("form[action$='/answer/'] button")
        assert self.text("bo again") in bo.find("main .rows").first.inner_text()

    def bo_locks_and_goes_back(self) -> None:
        """The browser's own button shows nothing that was open before."""
        bo = self.person("bo")
        assert self.text("letter") in bo.says()
        bo.open("/you/")
        bo.click("form[action$='/lock/'] button")
        for _step in range(2):
            bo.page.go_back()
            assert self.text("letter") not in bo.page.content()
            assert bo.find("form[action$='/unlock/']").count() == 1

    def stranger_erases_everything(self) -> None:
        stranger, ana = self.person("stranger"), self.person("ana")
        said = stranger.says()
        assert self.text("ana again") in said
        assert self.text("bo again") in said
        stranger.click("form[action$='/delete/'] button")
        self.shot(stranger, "erase")
        stranger.press_main()
        self.shot(stranger, "erased")
        self.stranger_comes_back()
        assert stranger.find(".errors").count() == 1
        ana.page.reload()
        assert self.text("letter") not in ana.says()
        self.shot(ana, "letter-gone")

    # The chronicle

    def records_are_imported(self, file) -> str:
        """What the command says, run beside the running server."""
        group = self.board.rstrip("/").split("/")[-2]
        return self.server.run("import-struggles", str(file), "--group", group)

    def two_members_publish_them(self) -> None:
        """One puts the import forward, the other clears it; both come from their board."""
        for name, deed in (("ana", "forward"), ("bo", "clear")):
            who = self.person(name)
            who.open(self.board)
            who.click("main a[href*='/struggles/imports/']")
            self.shot(who, f"import-{deed}")
            who.click(f"form[action$='/{deed}/'] button")
            assert who.find(f"form[action$='/{deed}/']").count() == 0
        while who.find("main progress").count():  # the worker publishes a few at a time
            who.page.reload()

    def stranger_reads_the_chronicle(self) -> None:
        stranger = self.person("stranger")
        stranger.open("/struggles/")
        self.shot(stranger, "chronicle")
        stranger.fill("main form", q=self.text("search"))
        stranger.click("main form button")
        assert stranger.find("main .rows h3 a").count() > 10
        self.shot(stranger, "chronicle-found")
        title = stranger.find("main .rows h3 a").first.inner_text()
        stranger.click("main .rows h3 a")
        assert stranger.find("h1").inner_text() == title
        assert stranger.find("main dl.facts dt").count() > 3
        self.shot(stranger, "record")
