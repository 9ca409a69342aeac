"""A thousand letters against a real server, while somebody else reads a public page."""

import math
import secrets
import statistics
import threading
import time
from dataclasses import dataclass, field

from tests.faults.browsing import Browser, words_on

WRITERS = 8
WIDE = 2_000  # letters a day, the most a group can ask for before its question is asked or letters are held back


@dataclass
class Measured:
    """Letters taken, sent back ("many people are writing") and failed; seconds of each public page."""

    taken: int = 0
    back: int = 0
    failed: int = 0
    seconds: float = 0.0
    pages: list[float] = field(default_factory=list)
    refused_pages: int = 0

    @property
    def p50(self) -> float:
        return statistics.median(self.pages)

    @property
    def p95(self) -> float:
        return sorted(self.pages)[int(len(self.pages) * 0.95)]

    def told(self) -> str:
        """One line for whoever reads the figures."""
        rate, pages = self.taken / self.seconds, len(self.pages)
        return (
            f"{self.taken} letters taken in {self.seconds:.0f} s ({rate:.1f} a second), {self.back} sent back, "
            f"{self.failed} failed; a public page, read {pages} times: p50 {self.p50 * 1_000:.0f} ms, "
            f"p95 {self.p95 * 1_000:.0f} ms"
        )


def open_wide(member: Browser, group: str = "docks") -> None:
    """A member says that the group takes all letters of such a day: no question, none held back."""
    fields = {"asks": "many", "asks_above": str(WIDE), "holds_above": str(WIDE), "takes": "yes"}
    answer = member.post(f"/g/{group}/letters/inbox/", question="", accepted="", shut_text="", reopens_on="", **fields)
    assert answer.status == 302, answer.plain


def letter() -> dict[str, str]:
    text = f"Cheap loans {secrets.token_hex(4)}"
    fields = {"language": "en", "brings": "news", "text": text, "date": "", "way": "words", "reach": ""}
    return fields | {"token": secrets.token_urlsafe(32)}


def flood(port: int, *, letters: int, within: float, longest: float = math.inf, group: str = "docks") -> Measured:
    """Send `letters` evenly over `within` seconds from eight writers; read the group's page all the while.

    A slow machine needs longer; what was not sent after `longest` seconds is not sent.
    """
    result, started, lock = Measured(), time.monotonic(), threading.Lock()
    turns = iter(range(letters))

    def write() -> None:
        browser = Browser(port)
        while True:
            with lock:
                turn = next(turns, None)
            if turn is None or time.monotonic() - started > longest:
                return
            time.sleep(max(0.0, started + turn * within / letters - time.monotonic()))
            answer = browser.post(f"/g/{group}/letter/", **letter())
            with lock:
                result.taken += bool(words_on(answer))
                result.back += answer.status == 200 and not words_on(answer)
                result.failed += answer.status != 200

    writers = [threading.Thread(target=write) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    reader = Browser(port)
    while any(writer.is_alive() for writer in writers):
        answer = reader.get(f"/g/{group}/")
        result.pages.append(answer.seconds)
        result.refused_pages += answer.status != 200
        time.sleep(0.1)
    result.seconds = time.monotonic() - started
    return result
