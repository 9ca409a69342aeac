"""A reader abroad asks the chronicle: no script, a small screen, right to left too; nobody knows who asks."""

import pytest

from rooted.operate.tests.machine import prepared
from tests.browser.chromium import MARKS
from tests.browser.profile import Profile
from tests.browser.seeded import manage
from tests.browser.server import running
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]
FILL = (
    "from rooted.comparisons.tests.make import mixed; from rooted.struggles.tests.make import group; mixed(group(), 80)"
)
READERS = [
    pytest.param((width, language), id=f"{width}-{language}")
    for width, language in [(320, "en"), (320, "ar"), (1200, "ar")]
]


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory):
    """A server with 80 published records of many kinds."""
    folder = tmp_path_factory.mktemp("chronicle")
    prepared(folder / "data")
    manage(folder, "shell", "--verbosity", "0", "-c", FILL)
    with running(folder) as started:
        yield started


@pytest.fixture(params=READERS)
def reader(request, browser, chronicle):
    width, language = request.param
    opened = Profile(browser, chronicle.address, name="reader", width=width, script=False, language=language)
    yield opened
    opened.witness.look_over(opened.page)
    none_wrong(opened.witness.wrong)
    opened.context.close()


def test_a_ready_question_is_answered_and_a_figure_opens_its_records(reader):
    reader.open("/struggles/compare/")
    reader.witness.look_over(reader.page)
    reader.click("main .links a[href*='held=']")
    assert reader.find("main .intro strong").inner_text() != ""
    assert reader.find("main figure svg").count() == 1
    figure = reader.find("main tbody td a").first
    number = int(figure.inner_text())
    reader.witness.look_over(reader.page)
    reader.click("main tbody td a")
    assert reader.find("main .rows > li").count() == number


def test_she_chooses_what_is_held_against_each_other(reader):
    reader.open("/struggles/compare/?short=1&held=form&asked=gained")
    before = reader.find("main tbody").first.locator("tr").count()
    reader.find("main summary").first.click()
    reader.find("main [name=one]").first.uncheck()
    reader.click("main details[open] button")
    assert reader.find("main tbody").first.locator("tr").count() == before - 1
    assert reader.page.url.count("one=") == before - 2  # the last row are those of whom it is not known


def test_she_asks_a_question_of_her_own(reader):
    reader.open("/struggles/compare/")
    for name, value in (("held", "led_by"), ("asked", "lasted"), ("by", "decade")):
        reader.find(f"[name={name}]").select_option(value)
    reader.press_main()
    assert reader.page.url.endswith("/struggles/compare/?short=1&held=led_by&asked=lasted&by=decade")
    assert reader.page.url in reader.find("main").inner_text()  # how to cite it
    assert reader.find("main table").count() == 4


def test_she_puts_two_records_side_by_side(reader):
    reader.open("/struggles/compare/beside/")
    for words in ("night cleaners 1", "night cleaners 2"):
        reader.fill(q=words)
        reader.click("main form button")
        reader.click("main .rows h3 a")
    assert reader.find("main thead a").count() == 2


def test_she_sees_what_went_together(reader):
    reader.open("/struggles/compare/together/")
    reader.click("main .only a[href*='columns=month']")
    assert reader.find("main table tbody tr").count() > 3


def test_a_bulletin_prints_it(reader):
    reader.open("/struggles/compare/?short=1&held=size&asked=won")
    reader.page.set_viewport_size({"width": 680, "height": 1123})  # 180 mm: what A4 leaves between its margins
    reader.page.emulate_media(media="print")
    assert [reader.find(f"main {part}").first.is_visible() for part in ("svg", "table", ".intro")] == [True] * 3
    assert not reader.find(".masthead nav").is_visible()


def test_she_asks_the_authors_of_a_record_and_keeps_the_words_for_their_answer(reader):
    reader.open("/struggles/?short=1")
    reader.click("main .rows h3 a")
    reader.click("main a[href$='/ask/']")
    reader.witness.look_over(reader.page)
    reader.choose(way="words")
    reader.fill("main form[method=post]", text="How did the night shift hear of it?")
    reader.page.wait_for_timeout(3_100)  # a letter that comes sooner is asked for once more
    reader.press_main()
    assert len(reader.words()) in (5, 20)
