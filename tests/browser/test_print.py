"""What is printed fits on one A4 sheet and carries nothing to press."""

import re

import pytest

from tests.browser.chromium import MARKS
from tests.browser.every_page import send
from tests.browser.profile import SCREENS

pytestmark = [*MARKS, pytest.mark.long]
PAGE = re.compile(rb"/Type\s*/Page\b")
NOT_ON_PAPER = (
    ".skip, .leave, .side, .foot, .masthead nav, main nav, "
    ".main, .do, .only, .filters, .back, button, details:not([open])"
)


@pytest.fixture
def member(browser, seeded):
    context = seeded.browser_of(browser, "member", viewport={"width": 794, "height": 1123})
    yield context.new_page()
    context.close()


def on_paper(page, name):
    """The printed pages; and what is still seen that cannot be pressed on paper."""
    page.emulate_media(media="print")
    SCREENS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENS / f"printed-{name}.png", full_page=True)
    sheets = len(PAGE.findall(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "15mm"))))
    seen = [found for found in page.locator(NOT_ON_PAPER).all() if found.is_visible()]
    return sheets, [found.evaluate("e => e.outerHTML") for found in seen]


@pytest.mark.parametrize(
    ("name", "sheets"), [("people:recovery", 1), ("home:board", 3), ("groups:seat-list", 1), ("groups:group", 1)]
)
def test_a_page_prints_on_few_sheets(member, seeded, name, sheets):
    """The board has a line of every part here."""
    member.goto(seeded.address + seeded.routes[name])
    assert on_paper(member, name.replace(":", "-")) == (sheets, [])


@pytest.mark.parametrize(
    ("name", "sheets"), [("proposals:proposal-codes", 2), ("proposals:proposal-result", 2), ("register:minute-book", 1)]
)
def test_what_is_voted_and_decided_prints_without_what_is_pressed(member, seeded, name, sheets):
    """Of a tally sheet each teller gets one page."""
    member.goto(seeded.address + seeded.routes[name])
    assert on_paper(member, name.replace(":", "-")) == (sheets, [])


@pytest.mark.parametrize("sheet", ["agenda", "speaking", "count", "tally"])
def test_each_sheet_of_a_sitting_is_one_page_with_room_to_write(member, seeded, sheet):
    member.goto(f"{seeded.address}{seeded.routes['assembly:sitting-sheets']}?sheet={sheet}")
    empty = member.locator(".sheet td:empty").count()
    assert on_paper(member, f"sheet-{sheet}") == (1, [])
    assert empty >= {"agenda": 12, "speaking": 40, "count": 12, "tally": 30}[sheet]


def test_the_notice_of_an_assembly_is_one_page_with_its_code(member, seeded):
    member.goto(seeded.address + seeded.routes["assembly:assembly-notice"] + "?agenda=yes")
    assert member.locator("main svg").count() == 1
    assert on_paper(member, "notice") == (1, [])


def test_an_invitation_prints_its_picture_and_words_on_one_sheet(member, seeded):
    member.goto(seeded.address + seeded.routes["groups:invite"])
    send(member, "", {})
    assert member.locator(".words li").count() == 4
    sheets, seen = on_paper(member, "invitation")
    below = member.locator(".words").evaluate("e => e.getBoundingClientRect().bottom")
    assert (sheets <= 2, seen) == (True, []), "two, when many invitations are open"
    assert below < 1009, "picture and words on the first sheet: 267 mm"
