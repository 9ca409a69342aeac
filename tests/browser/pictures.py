"""Takes the pictures in docs/pictures from the running product: `python -m tests.browser.pictures RECORDS`.

RECORDS is the list of Collective Action in Tech, so that the chronicle is not empty. Groups and letters are invented.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import chromium
from tests.browser.first_thread import Walk
from tests.browser.profile import Profile
from tests.browser.server import REPOSITORY, running

PHONE, SMALL, WIDE = (390, 844), (320, 640), (1280, 860)
FOLDER = REPOSITORY / "docs" / "pictures"
MOST_BYTES = 60_000


def keep(who: Profile, name: str, size: tuple[int, int], *, scheme: str = "light", top: str = "") -> None:
    """One screen as it is seen, in as few colours as show no difference."""
    page = who.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.evaluate("window.scrollTo(0, 0)")
    if top:
        page.locator(top).first.scroll_into_view_if_needed()
    with Image.open(io.BytesIO(page.screenshot())) as shot:
        few = shot.convert("RGB").quantize(32, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", optimize=True)
    weight = (FOLDER / f"{name}.png").stat().st_size
    assert weight <= MOST_BYTES, f"{name}.png has {weight} bytes"
    print(f"{name}.png {weight} bytes")


def until_the_letter(walk: Walk) -> None:
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.stranger_drops_a_line()


def english(browser: Browser, records: str) -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        walk = Walk(browser, server, 390, True, "en")
        until_the_letter(walk)
        ana, stranger = walk.person("ana"), walk.person("stranger")
        keep(stranger, "receipt-dark", PHONE, scheme="dark")
        walk.stranger_saves_the_words()
        ana.open(walk.board)
        keep(ana, "board-with-a-letter", PHONE)
        stranger.open("/")
        stranger.click("main a.main[href$='/letter/']")
        keep(stranger, "letter-320", SMALL)
        walk.records_are_imported(records)
        walk.two_members_publish_them()
        stranger.open("/")
        keep(stranger, "front-page", WIDE)
        stranger.open("/struggles/")
        keep(stranger, "chronicle", WIDE)
        stranger.click("main .rows h3 a")
        keep(stranger, "record", WIDE)
        stranger.open("/struggles/map/?short=1")
        keep(stranger, "map", WIDE, top="figure")
        stranger.open("/struggles/timeline/?short=1")
        keep(stranger, "timeline-320-dark", SMALL, scheme="dark", top="figure")
        stranger.open("/struggles/compare/?short=1&held=form&asked=people")
        keep(stranger, "comparison", WIDE, top="figure")


def arabic(browser: Browser) -> None:
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        walk = Walk(browser, server, 390, True, "ar")
        until_the_letter(walk)
        walk.person("ana").open(walk.board)
        keep(walk.person("ana"), "board-arabic", PHONE)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium() as opened:
        english(opened, sys.argv[1])
        arabic(opened)
