"""Can everything on a page be touched on the smallest screen, and does it still fit there with larger letters?"""

from playwright.sync_api import Page

from tests.browser.witness import SIDEWAYS

NARROW = {"width": 320, "height": 900}
TOUCHED = """
  button, .button, .main, .do, .back, .masthead a, .leave a, .foot a, .only a, .links a, .errors a,
  fieldset.field label, label.field, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])
"""
SMALL = """(touched) => [...document.querySelectorAll(touched)]
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width > 0 && Math.round(box.height) < (e.closest(".errors") ? 24 : 48))
  .map(([e, box]) => `${Math.round(box.height)} px: ${e.outerHTML.slice(0, 120)}`)"""


def too_large(page: Page) -> list[str]:
    """What is too small to touch at 320 px, and whether it goes sideways with text twice as large; one line each."""
    found = [f"too small to touch, {line}" for line in page.evaluate(SMALL, TOUCHED)]
    text_size(page, 32)
    if page.evaluate(SIDEWAYS) > 0:
        found.append(f"scrolls sideways with text at 200 %, by {page.evaluate(SIDEWAYS)} px")
    text_size(page, 16)
    return found


def text_size(page: Page, pixels: int) -> None:
    """The letter size somebody sets in the browser itself; 16 unless changed."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    session.detach()
