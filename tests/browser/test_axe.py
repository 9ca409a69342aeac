"""Every page, as every role, light from left to right and dark from right to left: axe-core finds nothing.

Colours do not depend on the direction, nor the rest on the colours: two of the four ways show all there is.
"""

from itertools import chain

import pytest

from tests.browser.axe import findings
from tests.browser.chromium import MARKS
from tests.browser.every_page import after_a_form, every_page
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]


def test_axe_finds_nothing_on_any_page(browser, seeded, capsys):
    found, checked, distinct = [], 0, 0
    for visit in chain(every_page(browser, seeded), after_a_form(browser, seeded)):
        visit.page.emulate_media(color_scheme="dark" if visit.language == "ar" else "light")
        found += [f"{visit}: {line}" for line in findings(visit.page)]
        checked += len(visit.names)
        distinct += 1
    with capsys.disabled():
        print(f"\naxe: {checked} pages, {distinct} of them different, {len(found)} findings")
    assert checked > 300
    none_wrong(found)


def test_axe_finds_what_is_planted(browser):
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=x><p style='color:#ccc'>pale</p></main>")
    assert sorted(line.split(" ")[0] for line in findings(page)) == ["color-contrast", "image-alt"]
    page.close()
