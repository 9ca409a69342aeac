"""After a kill: is what the journal says on the pages, as people read them?"""

import re

from tests.faults.browsing import Browser, words_on
from tests.faults.load import Journal, Write, content_of, slot_of
from tests.faults.sending import SHELF


class Pages:
    """Compares one round's journal with the pages of the server that was started again."""

    def __init__(self, port: int, seeded: dict, number: int, *, at_the_end: bool = False) -> None:
        """`at_the_end`: only what no later round changes."""
        self.member = Browser(port, seeded["cookies"]["m3"])
        self.writer = Browser(port, seeded["cookies"]["m0"])
        self.stranger = Browser(port)
        self.threads = {writer: threads[number] for writer, threads in seeded["threads"].items()}
        self.slot = slot_of(seeded, number)
        self.at_the_end = at_the_end
        self.checked = self.kept = 0

    def compare(self, journal: Journal, shelf: list[tuple[str, str]] | None = None) -> list[str]:
        """What is not as it must be; `shelf` if it was read already."""
        found = self.thread(journal, "answer", "answers") + self.thread(journal, "note", "notes")
        found += self.files(journal.of("file"), on_shelf(self.member) if shelf is None else shelf)
        if self.at_the_end:
            return found + self.letters(journal.of("letter")[:2])
        found += self.state(journal.of("name"), self.member.get("/g/docks/members/").plain)
        found += self.state(
            journal.of("zone"), *re.findall(r'<option value="([^"]*)" selected', self.writer.get("/you/").text)
        )
        found += self.swapped(journal.of("slot"))
        return found + self.taken(journal.of("take")) + self.letters(journal.of("letter")) + self.invitation(journal)

    def thread(self, journal: Journal, kind: str, writer: str) -> list[str]:
        """Every acknowledged text stands in the page of its thread exactly once, every other one at most once."""
        page = self.member.get(f"/g/docks/letters/{self.threads[writer]}/").plain
        return [line for write in journal.of(kind) for line in self.counted(write, page.count(write.text))]

    def counted(self, write: Write, times: int) -> list[str]:
        self.checked += write.acknowledged
        self.kept += times and not write.acknowledged
        if times == 1 or (times == 0 and not write.acknowledged):
            return []
        said = "acknowledged" if write.acknowledged else "never acknowledged"
        return [f"a {write.kind} that was {said} is there {times} times"]

    def files(self, writes: list[Write], shelf: list[tuple[str, str]]) -> list[str]:
        """Every acknowledged file lies on the shelf once, and is whole; so is one that was kept without an answer."""
        found = []
        for write in writes:
            paths = [path for path, title in shelf if title == write.text]
            found += self.counted(write, len(paths))
            if any(self.member.get(f"{path}download/").text.encode() != content_of(write.text) for path in paths):
                found.append(f"a file is there, not whole (acknowledged: {write.acknowledged})")
        return found

    def letters(self, writes: list[Write]) -> list[str]:
        """A letter is read with its receipt; one that was not answered is sent again first, with the same token."""
        found = []
        for write in writes:
            if not write.acknowledged:
                write.receipt = words_on(self.stranger.post("/g/docks/letter/", **write.fields))
            page = self.stranger.post("/letters/back/", receipt=write.receipt)
            self.checked += 1
            if page.plain.count(write.text) != 1:
                found.append(f"a letter is there {page.plain.count(write.text)} times ({page.status})")
        return found

    def state(self, writes: list[Write], *shown: str) -> list[str]:
        """What is shown is the last acknowledged state, or the one that was being written."""
        may = self.possible(writes)
        if not may or any(text in page for text in may for page in shown):
            return []
        return [f"{writes[0].kind}: none of {may} is shown"]

    def possible(self, writes: list[Write]) -> list[str]:
        self.checked += sum(write.acknowledged for write in writes)
        last = [write for write in writes if write.acknowledged][-1:]
        return [write.text for write in last + [write for write in writes if not write.acknowledged]] if last else []

    def taken(self, writes: list[Write]) -> list[str]:
        may = self.possible(writes)
        page = self.member.get(f"/g/docks/letters/{self.threads['takes']}/")
        last = "take" if f"/{self.threads['takes']}/release/" in page.text else "release"  # it offers the other deed
        return [] if not may or last in may else [f"the page shows that the last deed was {last}, not one of {may}"]

    def swapped(self, writes: list[Write]) -> list[str]:
        """The day of the rota stands there once, with who was last said to have it."""
        rows = re.findall(
            rf'<li id="d{self.slot}">.*?<p class="who">(.*?)</p>', self.member.get("/g/docks/rota/").text, re.S
        )
        said = [re.sub("<[^>]*>", "", row) for row in rows]
        may = self.possible(writes)
        return [] if not may or (len(said) == 1 and said[0] in may) else [f"the rota says {said}, not one of {may}"]

    def withdraw_all(self) -> None:
        """A group may have twenty invitations open, and every round makes one."""
        for path in set(
            re.findall(r'action="(/g/docks/invite/\w+/withdraw/)"', self.member.get("/g/docks/invite/").text)
        ):
            self.member.post(path)

    def invitation(self, journal: Journal) -> list[str]:
        """An invitation that was made opens, one that was withdrawn does not."""
        made, ended = journal.of("invitation"), journal.of("withdrawal")
        if not made or not made[0].acknowledged or (ended and not ended[0].acknowledged):
            return []
        self.checked += len(made) + len(ended)
        status = self.stranger.get(made[0].text).status
        self.withdraw_all()
        return (
            [] if status == (404 if ended else 200) else [f"an invitation answers {status}, withdrawn: {bool(ended)}"]
        )


def on_shelf(member: Browser) -> list[tuple[str, str]]:
    """The address and title of every file on the shelf; those of one day stand in no order."""
    found: list[tuple[str, str]] = []
    for number in range(1, 1_000):
        page = member.get(f"{SHELF}?page={number}")
        found += re.findall(rf'<h2><a href="({SHELF}\w+/)"[^>]*>([^<]*)</a>', page.text)
        if f"?page={number + 1}" not in page.text:
            break
    return found
