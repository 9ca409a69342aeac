"""A sitting is run from one old phone: 320 px, no script, from left to right and from right to left."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.profile import SCREENS

pytestmark = [*MARKS, pytest.mark.long]


@pytest.fixture(params=["en", "ar"])
def phone(request, browser, seeded):
    viewport = {"width": 320, "height": 640}
    context = seeded.browser_of(browser, "member", locale=request.param, viewport=viewport, java_script_enabled=False)
    yield context.new_page()
    context.close()


def press(page, action, **typed):
    """Fill in the form that leads to `action`, and send it."""
    form = page.locator(f'main form[action$="{action}/"]').first
    for name, value in typed.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button").last.click()


def test_point_word_minutes_and_projector(phone, seeded):
    page, screen = (seeded.address + seeded.routes[f"assembly:sitting-{name}"] for name in ("detail", "screen"))
    phone.goto(seeded.address + seeded.routes["assembly:assembly-detail"])
    language = phone.locator("html").get_attribute("lang")  # one server for both languages
    point, line, name = (f"{word} {language}" for word in ("Breaks", "We ask for thirty minutes", "Petra"))
    press(phone, "agenda", title=point, text="")
    phone.goto(page)
    phone.locator("main").get_by_role("button", name=point).first.click()
    press(phone, "minutes", text=line)
    press(phone, "speakers", name=name)
    assert [phone.locator("#page").inner_text().count(said) for said in (name, line)] == [1, 1]
    phone.screenshot(path=SCREENS / f"sitting-{language}.png", full_page=True)
    phone.goto(screen)
    waiting = phone.locator("main ol li").all_inner_texts()
    assert (phone.locator("h1").inner_text(), waiting[-1]) == (point, name)
    phone.goto(page)
    for _name in waiting:
        press(phone, "call")
    assert phone.locator("main form[action$='call/']").count() == 0
    assert phone.locator("#speaking + p bdi").inner_text() == name
