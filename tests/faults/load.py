"""The scripted load of the kill rounds: writers that note each write they made and whether it was acknowledged."""

import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.faults.browsing import Answer, Browser, secret_text, words_on
from tests.faults.sending import ADD, MULTIPART, body_of

ZONES = ("Europe/Athens", "Asia/Tokyo", "America/Lima", "Africa/Lagos")


@dataclass
class Write:
    """One write: what kind, what was written where, and whether the server said that it is done."""

    kind: str
    text: str
    where: str = ""
    acknowledged: bool = False
    sent_at: float = 0.0
    fields: dict[str, str] = field(default_factory=dict)
    receipt: str = ""


class Journal:
    """What the writers of one round did, in the order of each."""

    def __init__(self) -> None:
        self.writes: list[Write] = []
        self.wrong: list[str] = []
        self._lock = threading.Lock()

    def add(self, write: Write, answer: Answer, done: bool) -> bool:
        """Note a write; False when the server is gone."""
        write.acknowledged, write.sent_at = bool(answer.status) and done, answer.sent_at
        with self._lock:
            if answer.sent_at:
                self.writes.append(write)
            if answer.status and not done:
                self.wrong.append(f"{write.kind} got {answer.status}: {answer.text[:200]}")
        return bool(answer.status)

    def wait_for(self, acknowledged: int, seconds: float = 4.0, kinds: tuple[str, ...] = ()) -> None:
        """Until so many writes (of `kinds`) are acknowledged; a slow machine gets no longer than `seconds`."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if sum(write.acknowledged and (not kinds or write.kind in kinds) for write in self.writes) >= acknowledged:
                return
            time.sleep(0.005)

    def of(self, kind: str, where: str = "") -> list[Write]:
        return [write for write in self.writes if write.kind == kind and where in ("", write.where)]

    def in_flight(self, killed_at: float) -> list[Write]:
        """Sent completely before the kill and never answered."""
        return [write for write in self.writes if not write.acknowledged and 0 < write.sent_at < killed_at]


def letters(browser: Browser, journal: Journal, _seeded: dict, _round: int):
    """Strangers' letters: read the receipt off the answer."""
    while True:
        text = secret_text("letter")
        fields = {
            "token": secrets.token_urlsafe(32), "language": "en", "brings": "trouble", "text": text, "date": "",
            "way": "words", "reach": "",
        }  # fmt: skip
        answer = browser.post("/g/docks/letter/", **fields)
        write = Write("letter", text, fields=fields, receipt=words_on(answer))
        yield journal.add(write, answer, bool(write.receipt))


def answers(browser: Browser, journal: Journal, seeded: dict, number: int):
    """Answers to one letter, each having seen all before it; now and then another name, another time zone."""
    thread = seeded["threads"]["answers"][number]
    for seen in range(1, 1_000):
        text = secret_text("answer")
        answer = browser.post(f"/g/docks/letters/{thread}/answer/", seen=str(seen), text=text)
        yield journal.add(Write("answer", text, thread), answer, answer.status == 302)
        if seen % 3 == 0:
            name = secret_text("name")
            answer = browser.post("/g/docks/members/name/", called=name)
            yield journal.add(Write("name", name), answer, answer.status == 302)
        if seen % 3 == 1:
            zone = ZONES[seen // 3 % len(ZONES)]
            answer = browser.post("/you/preferences/", language="en", time_zone=zone)
            yield journal.add(Write("zone", zone), answer, answer.status == 302)


def notes(browser: Browser, journal: Journal, seeded: dict, number: int):
    """Notes to one letter."""
    thread = seeded["threads"]["notes"][number]
    while True:
        text = secret_text("note")
        answer = browser.post(f"/g/docks/letters/{thread}/note/", text=text)
        yield journal.add(Write("note", text, thread), answer, answer.status == 302)


def takes(browser: Browser, journal: Journal, seeded: dict, number: int):
    """Take a letter, put it back, again and again; and one invitation, withdrawn later."""
    thread = seeded["threads"]["takes"][number]
    made = browser.post("/g/docks/invite/")
    link = re.search(r"/join/\w+/", made.text)
    yield journal.add(Write("invitation", link[0] if link else ""), made, bool(link) or not made.status)
    while True:
        for deed in ("take", "release"):
            answer = browser.post(f"/g/docks/letters/{thread}/{deed}/")
            yield journal.add(Write("take", deed, thread), answer, answer.status == 302)
        if link and secrets.randbelow(4) == 0:
            key = link[0].split("/")[2]
            answer = browser.post(f"/g/docks/invite/{key}/withdraw/")
            yield journal.add(Write("withdrawal", link[0]), answer, answer.status == 302)
            link = None


def swaps(browser: Browser, journal: Journal, seeded: dict, number: int):
    """Two members hand one day of the rota to each other, again and again."""
    slot = slot_of(seeded, number)
    both = {"M1": browser, "M2": Browser(browser.port, seeded["cookies"]["m2"])}
    for hands in both.values():  # whoever an earlier round left it with
        hands.post(f"/g/docks/rota/days/{slot}/offer/")
    while True:
        for holder, hands in both.items():
            for deed, state in (("take", f"{holder} has it."), ("offer", f"{holder} cannot. Who takes it?")):
                answer = hands.post(f"/g/docks/rota/days/{slot}/{deed}/")
                yield journal.add(Write("slot", state, slot), answer, answer.status == 302)


def uploads(browser: Browser, journal: Journal, _seeded: dict, _round: int):
    """Files for the shelf, each of several chunks."""
    while True:
        title = secret_text("file")
        answer = browser.send(ADD, body_of(title, "minutes.txt", content_of(title)), MULTIPART)
        yield journal.add(Write("file", title), answer, answer.status == 302)


def content_of(title: str) -> bytes:
    """What the file of this title holds: three chunks."""
    return f"{title}\n".encode() * 4_000


def slot_of(seeded: dict, number: int) -> str:
    """The day of the rota that a round uses: one of the first page, and not today, which may be over soon."""
    return seeded["slots"][1 + number % 45]


def rotation(browser: Browser, journal: Journal, seeded: dict, number: int):
    """One member of the yard leaves; another changes the keys of 500 notes, piece by piece."""
    leaver = Browser(browser.port, seeded["cookies"][f"y{number // 10 + 1}"])
    answer = leaver.post("/g/yard/members/part/")
    yield journal.add(Write("parting", f"y{number // 10 + 1}"), answer, answer.status == 302)
    while True:
        answer = browser.post("/g/yard/members/keys/")
        yield journal.add(Write("rotation", ""), answer, answer.status == 302)


WRITERS: list[tuple[Callable, str]] = [
    *((letters, ""), (answers, "m0"), (notes, "m1"), (takes, "m2")),
    *((swaps, "m1"), (uploads, "m3")),
]


def start(port: int, seeded: dict, number: int, journal: Journal, *more: Callable) -> list[threading.Thread]:
    """Start every writer of a round, each in its own thread; each ends when the server is gone. `more`: strangers."""
    chosen = [*WRITERS, *((writer, "") for writer in more), *([(rotation, "y0")] if number % 10 == 5 else [])]
    threads = [
        threading.Thread(target=_until_gone, args=(writer(_browser(port, seeded, who), journal, seeded, number),))
        for writer, who in chosen
    ]
    for thread in threads:
        thread.start()
    return threads


def _browser(port: int, seeded: dict, who: str) -> Browser:
    return Browser(port, seeded["cookies"].get(who, ""))


def _until_gone(writes) -> None:
    for goes_on in writes:
        if not goes_on:
            return
