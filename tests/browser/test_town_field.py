"""With script, towns are offered while one types; without it the same field takes any text."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.witness import Witness

pytestmark = [*MARKS, pytest.mark.long]
PAGE = "groups:group-edit"


def member(browser, seeded, **options):
    context = seeded.browser_of(browser, "member", viewport={"width": 320, "height": 640}, **options)
    page = context.new_page()
    return context, page


def test_towns_are_offered_while_one_types_and_nothing_is_blocked(browser, seeded):
    context, page = member(browser, seeded)
    witness = Witness(seeded.address)
    witness.watch(page)
    page.goto(seeded.address + seeded.routes[PAGE])
    page.locator("[name=area]").fill("")
    page.locator("[name=area]").press_sequentially("Norwi", delay=20)
    page.locator("#area-towns option").first.wait_for(state="attached")
    offered = [option.get_attribute("value") for option in page.locator("#area-towns option").all()]
    context.close()
    assert any(label.startswith("Norwich") and "United Kingdom" in label for label in offered)
    assert all(label.lower().startswith("norwi") for label in offered)
    assert witness.wrong == []


def test_without_script_the_same_field_takes_any_text(browser, seeded):
    context, page = member(browser, seeded, java_script_enabled=False)
    page.goto(seeded.address + seeded.routes[PAGE])
    page.locator("[name=area]").fill("the five streets behind the yard")
    with page.expect_navigation():
        page.locator("main button.main").click()
    page.goto(seeded.address + seeded.routes[PAGE])
    kept = page.locator("[name=area]").input_value()
    context.close()
    assert kept == "the five streets behind the yard"
