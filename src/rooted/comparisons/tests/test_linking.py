"""Every figure opens the list of exactly its records."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import escape

from rooted.comparisons.asking import ask
from rooted.comparisons.crossing import ACROSS, Crossing, CrossTable, crossed
from rooted.comparisons.linking import narrowed, open_at, spanned
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.question import Question
from rooted.comparisons.tables import Tables
from rooted.comparisons.tests import make
from rooted.comparisons.traits import TRAITS
from rooted.struggles.finding import Selection
from rooted.struggles.tests.make import group

EVERYTHING = Selection(short=True)
NOT_KNOWN_UNLINKED = ["region", "strong", "weak", "employer"]  # the list has no filter for those without one


@pytest.fixture
def records(db):
    make.mixed(group(), 90)


def behind(href):
    """How many records the list shows at an address."""
    path, _mark, query = href.partition("?")
    assert path == reverse("struggles:struggle-list")
    return Selection.from_query(QueryDict(query)).records().count()


def cells(*tables):
    return [cell for table in tables for block in table.blocks for row in block.rows for cell in row.counts]


def wrong(found):
    return [(cell.href, cell.count, n) for cell in found if cell.href and (n := behind(cell.href)) != cell.count]


@pytest.mark.parametrize("held", sorted(TRAITS))
def test_each_figure_of_a_table_opens_so_many_records(held, records):
    question = Question(EVERYTHING, held, "won")
    table = Tables(question, ask(question).answer).whole()
    found = cells(table)
    assert wrong(found) == []
    unlinked = {row.words for row in table.blocks[0].rows for cell in row.counts if cell.count and not cell.href}
    assert unlinked == ({"Not known"} if held in NOT_KNOWN_UNLINKED else set())


@pytest.mark.parametrize("asked", sorted(MEASURES))
@pytest.mark.parametrize("by", ["decade", "year", "month", "country", "branch", "size"])
def test_each_figure_of_a_split_table_opens_so_many_records(asked, by, records):
    question = Question(EVERYTHING.but(until=1979), "form", asked, by)
    tables = Tables(question, ask(question).answer)
    found = cells(tables.whole(), tables.split())
    assert wrong(found) == []
    assert any(cell.href for cell in found)


@pytest.mark.parametrize("across", ACROSS)
def test_each_figure_of_what_went_together_opens_so_many_records(across, records):
    crossing = Crossing(EVERYTHING.but(country="DE"), "demand", across)
    found = cells(CrossTable(crossing, crossed(crossing)).table())
    assert wrong(found) == []
    assert all(cell.href for cell in found if cell.count)


SOME = [EVERYTHING.but(form="strike"), EVERYTHING.but(country="US", region="Oregon"), Selection()]


@pytest.mark.parametrize("among", SOME)
def test_a_selection_is_narrowed_and_never_changed(among, records):
    for held in ("form", "country", "region"):
        question = Question(among, held, "gained")
        assert wrong(cells(Tables(question, ask(question).answer).whole())) == []


def test_what_the_list_cannot_say_has_no_address():
    assert [open_at(narrowed(EVERYTHING, key, "")) for key in NOT_KNOWN_UNLINKED] == [""] * 4
    assert narrowed(EVERYTHING.but(form="strike"), "form", "protest") is None
    assert narrowed(None, "form", "protest") is None


def test_years_are_cut_to_those_asked_about():
    assert spanned(EVERYTHING.but(since=1984, until=1986), 1980, 1989) == EVERYTHING.but(since=1984, until=1986)
    assert narrowed(EVERYTHING.but(since=1984), "decade", "1980") == EVERYTHING.but(since=1984, until=1989)


def test_the_page_has_these_addresses(stranger, records):
    page = stranger.get(reverse("comparisons:compare"), QueryDict(Question(EVERYTHING).query()), follow=True)
    table = page.context["whole"]
    hrefs = [cell.href for cell in cells(table) if cell.href]
    assert [href for href in hrefs if f'href="{escape(href)}"' not in page.content.decode()] == []
