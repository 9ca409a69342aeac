"""Every page, as every role, light and dark, from left to right and from right to left: axe-core finds nothing.

Dark differs from light by its colours alone, so there only the rules about colours are asked again.
"""

from itertools import chain

import pytest

from tests.browser.axe import findings
from tests.browser.chromium import MARKS
from tests.browser.every_page import after_a_form, every_page
from tests.walk.report import none_wrong
from tests.walk.world import ROLES

pytestmark = [*MARKS, pytest.mark.long]


def test_axe_finds_nothing_on_any_page(browser, seeded, capsys):
    found, visits = [], []
    for visit in chain(every_page(browser, seeded, roles=ROLES), after_a_form(browser, seeded)):
        visits.append(visit)
        for colours in ("light", "dark"):
            visit.page.emulate_media(color_scheme=colours)
            lines = findings(visit.page, colours_alone=colours == "dark")
            found += [f"{visit}, {colours}: {line}" for line in lines]
    checked = sum(len(visit.names) for visit in visits)
    with capsys.disabled():
        print(f"\naxe: {checked} pages in two colours, {len(visits)} of them different, {len(found)} findings")
    assert checked > 1000
    none_wrong(found)


def test_axe_finds_what_is_planted(browser):
    page = browser.new_page()
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><img src=x><p style='color:#ccc'>pale</p></main>")
    assert sorted(line.split(" ")[0] for line in findings(page)) == ["color-contrast", "image-alt"]
    assert [line.split(" ")[0] for line in findings(page, colours_alone=True)] == ["color-contrast"]
    page.close()
