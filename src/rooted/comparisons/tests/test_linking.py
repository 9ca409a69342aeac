"""Every figure opens the list of exactly its records."""

from functools import cache

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import escape

from rooted.comparisons.asking import ask
from rooted.comparisons.crossing import ACROSS, Crossing, CrossTable, crossed
from rooted.comparisons.linking import narrowed, spanned
from rooted.comparisons.measures import MEASURES
from rooted.comparisons.question import Question
from rooted.comparisons.showing import remarked
from rooted.comparisons.tables import Tables
from rooted.comparisons.tests import make
from rooted.comparisons.traits import TRAITS
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle
from rooted.struggles.tests.make import group

EVERYTHING = Selection(short=True)
BY = ["decade", "year", "month", "country", "branch", "size"]


def first_in_every_run(values):
    """The others run with the long tests."""
    first, *others = values
    return [first, *(pytest.param(value, marks=pytest.mark.long) for value in others)]


@pytest.fixture(scope="module")
def made(shared_db):
    make.mixed(group(), 90)


@pytest.fixture
def records(made, db):
    """Made once for all tests here."""


@cache
def behind(href):
    """How many records the list shows at an address; the records stay the same for all tests here."""
    path, _mark, query = href.partition("?")
    assert path == reverse("struggles:struggle-list")
    return Selection.from_query(QueryDict(query)).records().count()


def rows(*tables):
    return [row for table in tables for block in table.blocks for row in [*block.rows, *filter(None, [table.foot])]]


def cells(*tables):
    return [cell for row in rows(*tables) for cell in row.counts]


def figures(*tables):
    """The figures that follow from counts: shares and medians, with how many records each was taken of."""
    return [cell for row in rows(*tables) for cell in row.figures if cell.count and cell.text]


def unlinked(found):
    return [cell for cell in found if cell.count and not cell.href]


def wrong(found):
    return [(cell.href, cell.count, n) for cell in found if cell.href and (n := behind(cell.href)) != cell.count]


@pytest.mark.parametrize("held", first_in_every_run(sorted(TRAITS)))
def test_each_figure_of_a_table_opens_so_many_records(held, records):
    question = Question(EVERYTHING, held, "won")
    found = cells(Tables(question, ask(question).answer).whole())
    assert (wrong(found), unlinked(found)) == ([], [])


@pytest.mark.parametrize("asked", first_in_every_run(sorted(MEASURES)))
@pytest.mark.parametrize("by", first_in_every_run(BY))
def test_each_figure_of_a_split_table_opens_so_many_records(asked, by, records):
    question = Question(EVERYTHING.but(until=1979), "form", asked, by)
    tables = Tables(question, ask(question).answer)
    found = cells(tables.whole(), tables.split()) + figures(tables.whole(), tables.split())
    assert (wrong(found), unlinked(found)) == ([], [])


@pytest.mark.parametrize("by", first_in_every_run(["region", "employer", "strong", "weak"]))
def test_what_is_not_known_twice_opens_so_many_records_too(by, records):
    question = Question(EVERYTHING, "employer", "days", by)
    found = cells(Tables(question, ask(question).answer).split())
    assert (wrong(found), unlinked(found)) == ([], [])


KNOWN = {
    "won": lambda one: one.outcome not in ("unknown", "goes-on"),
    "lasted": lambda one: one.lasted_days is not None,
    "people": lambda one: (one.estimate_low, one.estimate_high) != (None, None),
    "days": lambda one: (one.days_low, one.days_high) != (None, None),
}


@pytest.mark.parametrize("asked", KNOWN)
def test_a_share_or_a_median_opens_the_records_it_was_taken_of(asked, records):
    question = Question(EVERYTHING, "threat", asked)
    table = Tables(question, ask(question).answer).whole()
    known = sum(KNOWN[asked](one) for one in Struggle.objects.public())
    linked = [cell for cell in table.foot.figures if cell.href]
    assert ({cell.count for cell in linked}, len(linked)) == ({known}, 1 if asked == "won" else 3)
    assert wrong(figures(table)) == []


@pytest.mark.parametrize("across", first_in_every_run(ACROSS))
@pytest.mark.parametrize("rows", first_in_every_run(["demand", "form", "employer", "weak", "region"]))
def test_each_figure_of_what_went_together_opens_so_many_records(rows, across, records):
    crossing = Crossing(EVERYTHING.but(country="DE"), rows, across)
    found = cells(CrossTable(crossing, crossed(crossing)).table())
    assert (wrong(found), unlinked(found)) == ([], [])


SOME = [
    EVERYTHING.but(form="strike"),
    EVERYTHING.but(country="US", region="Oregon"),
    EVERYTHING.but(country="GB"),
    EVERYTHING.but(branch="52", official="yes", employer="Firm 3"),
    EVERYTHING.but(not_known=("weak",), known=("size",)),
    Selection(),
]
SEVERAL_HELD = ("form", "country", "region", "branch", "official", "employer", "strong")


@pytest.mark.parametrize("among", first_in_every_run(SOME))
def test_a_selection_is_narrowed_and_never_changed(among, records):
    for held in SEVERAL_HELD:
        question = Question(among, held, "gained")
        found = cells(Tables(question, ask(question).answer).whole())
        assert (held, wrong(found), unlinked(found)) == (held, [], [])


@pytest.mark.parametrize("held", first_in_every_run(["form", "country", "branch", "strong", "employer", "region"]))
def test_each_remark_leads_to_so_many_records(held, records):
    asked = ask(Question(EVERYTHING, held, "people"))
    led = {href: words for words, leads in remarked(asked) for name, href in leads if not name and href != "#others"}
    counted = [n for n in (asked.answer.twice, asked.inexact, asked.households) if n]
    assert [behind(href) for href in led] == counted
    assert len(counted) >= 2


def test_a_remark_on_small_groups_leads_to_each_of_them(records):
    asked = ask(Question(EVERYTHING, "country", "days"))
    few = {line.words: line.n for line in asked.answer.whole.lines if line.few}
    found = [
        {words: behind(href) for words, href in leads} for _said, leads in remarked(asked) if leads and leads[0][0]
    ]
    assert (found, few != {}) == ([few], True)


def test_of_several_codes_the_list_is_asked_for_both():
    assert narrowed(EVERYTHING.but(form="strike"), "form", "protest") == EVERYTHING.but(
        form="strike", also=("form:protest",)
    )
    assert narrowed(EVERYTHING.but(led_by="union"), "led_by", "wildcat") is None
    assert narrowed(None, "form", "protest") is None


def test_years_are_cut_to_those_asked_about():
    assert spanned(EVERYTHING.but(since=1984, until=1986), 1980, 1989) == EVERYTHING.but(since=1984, until=1986)
    assert narrowed(EVERYTHING.but(since=1984), "decade", "1980") == EVERYTHING.but(since=1984, until=1989)


def test_the_page_has_these_addresses(stranger, records):
    page = stranger.get(reverse("comparisons:compare"), QueryDict(Question(EVERYTHING).query()), follow=True)
    table = page.context["whole"]
    hrefs = [cell.href for cell in cells(table) if cell.href]
    assert [href for href in hrefs if f'href="{escape(href)}"' not in page.content.decode()] == []
