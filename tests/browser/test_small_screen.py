"""Every page at 320 px, also with text twice as large: nothing sideways, nothing too small to touch, no broken rule."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.every_page import every_page
from tests.browser.witness import SIDEWAYS
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]
TOUCHED = """
  button, .button, .main, .do, .back, .masthead a, .leave a, .foot a, .only a, .links a, .errors a,
  fieldset.field label, label.field, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])
"""
SMALL = """(touched) => [...document.querySelectorAll(touched)]
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width > 0 && Math.round(box.height) < (e.closest(".errors") ? 24 : 48))
  .map(([e, box]) => `${Math.round(box.height)} px: ${e.outerHTML.slice(0, 120)}`)"""


def text_size(page, pixels):
    """The letter size somebody sets in the browser itself; 16 unless changed."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    session.detach()


def test_every_page_fits_the_smallest_screen(browser, seeded):
    wrong, witnesses = [], set()
    for visit in every_page(browser, seeded, width=320):
        visit.witness.look_over(visit.page)
        witnesses.add(visit.witness)
        wrong += [f"{visit}: too small to touch, {line}" for line in visit.page.evaluate(SMALL, TOUCHED)]
        text_size(visit.page, 32)
        if visit.page.evaluate(SIDEWAYS) > 0:
            wrong.append(f"{visit}: scrolls sideways with text at 200 %, by {visit.page.evaluate(SIDEWAYS)} px")
        text_size(visit.page, 16)
    none_wrong(wrong + [line for witness in witnesses for line in witness.wrong])


def test_a_small_target_a_sideways_page_and_larger_text_are_seen(browser):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    page.set_content("<button>x</button><p style='inline-size: 15rem'>wide</p>")
    assert len(page.evaluate(SMALL, TOUCHED)) == 1
    assert page.evaluate(SIDEWAYS) <= 0
    text_size(page, 32)
    assert page.evaluate(SIDEWAYS) > 0
    page.close()
