"""What a page costs an old phone, and what stays on it after locking."""

import pytest

from tests.browser.chromium import MARKS
from tests.browser.every_page import same_pages
from tests.browser.scale import Scale
from tests.walk.report import none_wrong

FIRST, FURTHER = 60_000, 15_000
pytestmark = [*MARKS, pytest.mark.long]


@pytest.fixture
def visitor(browser, seeded):
    context = seeded.browser_of(browser, "stranger")
    yield context.new_page()
    context.close()


@pytest.fixture
def member(browser, seeded):
    context = seeded.browser_of(browser, "member")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["home:front", "groups:found-invited"], ids=["front", "with-script"])
def test_the_first_visit_is_light_and_asks_nobody_else(visitor, seeded, name, capsys):
    """Wherever it begins: with the page that has the most, its script included."""
    scale = Scale(visitor)
    visitor.goto(seeded.address + seeded.routes[name], wait_until="networkidle")
    with capsys.disabled():
        print(f"\nfirst visit, {name}: {scale.bytes} bytes in {len(scale.urls)} answers")
    assert len(scale.urls) >= 5, "page, icon, four style sheets"
    assert [url for url in scale.urls if not url.startswith(seeded.address + "/")] == []
    assert 0 < scale.bytes <= FIRST


@pytest.mark.parametrize("role", ["stranger", "member"])
def test_each_further_page_is_light(browser, seeded, role, capsys):
    """Without the files that are kept for a year once fetched: those count in the first visit."""
    context = seeded.browser_of(browser, role)
    page, weights = context.new_page(), {}
    for name in ("home:front", "groups:found-invited"):
        page.goto(seeded.address + seeded.routes[name], wait_until="networkidle")
    scale = Scale(page)
    for name, *_same in same_pages(seeded, role, "en").values():
        scale.empty()
        page.goto(seeded.address + seeded.routes[name])
        page.evaluate("1")  # what was heard of before this answer is on the scale
        weights[name] = scale.bytes
    context.close()
    heaviest = max(weights, key=weights.get)
    with capsys.disabled():
        print(f"\nheaviest further page of a {role}: {heaviest}, {weights[heaviest]} bytes, of {len(weights)}")
    assert min(weights.values()) > 1_000, "every page was weighed"
    none_wrong([f"{name} weighs {weight} bytes" for name, weight in weights.items() if weight > FURTHER])


def test_the_back_button_shows_nothing_after_locking(member, seeded):
    member.goto(seeded.address + seeded.routes["intake:letter-detail"])
    letter = member.locator("main .rows li div").first.inner_text()
    member.goto(seeded.address + seeded.routes["people:you"])
    member.click("form[action$='/lock/'] button")
    member.wait_for_url("**/unlock/")
    for _step in range(2):
        member.go_back()
        assert letter not in member.content()
        assert member.locator("form[action$='/unlock/']").count() == 1
