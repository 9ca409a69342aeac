"""Every page, as every role, from left to right and from right to left: in light and in dark axe-core finds nothing;
at 320 px, also with text twice as large, nothing goes sideways, is too small to touch or breaks a rule.

Dark differs from light by its colours alone, so there only the rules about colours are asked again.
"""

from itertools import chain

import pytest

from tests.browser.axe import findings
from tests.browser.chromium import MARKS
from tests.browser.every_page import WIDE, after_a_form, every_page
from tests.browser.fitting import NARROW, SMALL, TOUCHED, text_size, too_large
from tests.browser.witness import SIDEWAYS
from tests.walk.report import none_wrong
from tests.walk.world import ROLES

pytestmark = [*MARKS, pytest.mark.long]


def asked_in_two_colours(page):
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        yield from (f"{colours}: {line}" for line in findings(page, colours_alone=colours == "dark"))


def test_every_page_is_for_everybody_and_fits_the_smallest_screen(browser, seeded, capsys):
    found, visits = [], []
    for visit in chain(every_page(browser, seeded, roles=ROLES), after_a_form(browser, seeded)):
        visits.append(visit)
        lines = list(asked_in_two_colours(visit.page))
        visit.page.set_viewport_size(NARROW)
        lines += too_large(visit.page)
        if visit.witness:
            visit.witness.look_over(visit.page)
        visit.page.set_viewport_size(WIDE)
        found += [f"{visit}: {line}" for line in lines]
    checked, witnesses = sum(len(visit.names) for visit in visits), {visit.witness for visit in visits if visit.witness}
    with capsys.disabled():
        print(f"\naxe: {checked} pages in two colours, {len(visits)} of them different, {len(found)} findings")
    assert checked > 1000
    none_wrong(found + [line for witness in witnesses for line in witness.wrong])


def test_axe_finds_what_is_planted(browser):
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=x><p style='color:#ccc'>pale</p></main>")
    assert sorted(line.split(" ")[0] for line in findings(page)) == ["color-contrast", "image-alt"]
    assert [line.split(" ")[0] for line in findings(page, colours_alone=True)] == ["color-contrast"]
    page.close()


def test_a_small_target_a_sideways_page_and_larger_text_are_seen(browser):
    page = browser.new_page(viewport={"width": 320, "height": 600})
    page.set_content("<button>x</button><p style='inline-size: 15rem'>wide</p>")
    assert len(page.evaluate(SMALL, TOUCHED)) == 1
    assert page.evaluate(SIDEWAYS) <= 0
    text_size(page, 32)
    assert page.evaluate(SIDEWAYS) > 0
    page.close()
