"""Map, timeline and comparison as pictures in a real browser: small and wide, dark, right to left, on paper."""

import pytest

from rooted.operate.tests.machine import prepared
from tests.browser.chromium import MARKS
from tests.browser.profile import SCREENS
from tests.browser.seeded import manage
from tests.browser.server import running
from tests.browser.test_print import on_paper

pytestmark = [*MARKS, pytest.mark.long]
FILL = (
    "from rooted.comparisons.tests.make import mixed; from rooted.struggles.tests.make import group; mixed(group(), 80)"
)
DRAWINGS = {
    "map": "/struggles/map/?short=1",
    "regions": "/struggles/map/?short=1&by=region",
    "timeline": "/struggles/timeline/?short=1",
    "compare": "/struggles/compare/?short=1&held=form&asked=won",
    "years": "/struggles/compare/?short=1&held=form&asked=records&by=decade",
    "together": "/struggles/compare/together/?short=1&rows=form&columns=outcome",
}
READERS = [(320, "light", "en"), (320, "dark", "ar"), (1200, "light", "ar"), (1200, "dark", "en")]
# As drawn, not as planned: every text of a drawing that meets another one or leaves the drawing, by more than a pixel.
WRONG = """svg => {
  const frame = svg.getBoundingClientRect(), found = [];
  const texts = [...svg.querySelectorAll('text')].map(e => [e.textContent, e.getBoundingClientRect()]);
  texts.forEach(([said, box], at) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(said + ' leaves the drawing');
    for (const [other, second] of texts.slice(0, at))
      if (Math.min(box.right, second.right) - Math.max(box.left, second.left) > 1
          && Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top) > box.height / 2)
        found.push(said + ' over ' + other);
  });
  return found;
}"""


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory):
    """A server with 80 published records of many kinds."""
    folder = tmp_path_factory.mktemp("drawings")
    prepared(folder / "data")
    manage(folder, "shell", "--verbosity", "0", "-c", FILL)
    with running(folder) as started:
        yield started


@pytest.fixture
def page_at(browser, chronicle):
    opened = []

    def open_page(name, width=794, scheme="light", language="en"):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, locale=language, java_script_enabled=True
        )
        opened.append(context)
        page = context.new_page()
        page.goto(chronicle.address + DRAWINGS[name])
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.mark.parametrize(("width", "scheme", "language"), READERS)
@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_keeps_its_words_apart_and_on_the_page(page_at, name, width, scheme, language):
    page = page_at(name, width, scheme, language)
    SCREENS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}-{width}-{scheme}-{language}.png", full_page=True)
    drawings = page.locator("main figure svg").all()
    assert drawings != []
    assert [wrong for drawing in drawings for wrong in drawing.evaluate(WRONG)] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_printed_on_the_first_sheet_with_its_table_and_nothing_to_press(page_at, name):
    page = page_at(name)
    _sheets, seen = on_paper(page, f"drawing-{name}")
    shown = [page.locator(f"main {what}").first.is_visible() for what in ("figure svg", "table")]
    assert (seen, shown) == ([], [True, True])
    below = page.locator("main figure").first.evaluate("e => e.getBoundingClientRect().bottom")
    assert below < 1009, "267 mm"
