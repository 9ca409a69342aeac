"""What is counted, against what is known of the records."""

from collections import Counter
from datetime import date
from uuid import uuid4

import pytest

from rooted.areas import figures
from rooted.areas.bounds import Bounds, towns_of
from rooted.areas.nearby import Found, Nearby, nearby
from rooted.areas.tests import make
from rooted.records.record import Code, Employer, Place, Point
from rooted.struggles.actions import withdraw_struggle
from rooted.struggles.finding import Selection
from rooted.struggles.tests.make import draft, group, struggle
from rooted.struggles.vocabulary import merge_terms

pytestmark = pytest.mark.django_db
FRANCE = (Place("country", "FR"),)


@pytest.fixture
def owner():
    return group()


def near(lands=("GB",)):
    bounds = Bounds(lands=lands)
    return nearby(bounds, towns_of(bounds))


def rows(table):
    return [(line.words, line.count) for line in table.lines]


def test_outcomes_and_years_are_those_of_the_records_nearby(owner):
    for number, outcome in enumerate(["won", "won", "lost", "unknown"]):
        make.lorries(owner, number, outcome=outcome)
    make.lorries(owner, 9, places=FRANCE)
    table = figures.outcomes(near(), None)
    assert rows(table) == [("Won", 2), ("Lost", 1), ("Outcome not known", 1)]
    assert figures.years(near()) == Counter({2026: 4})


def test_divisions_of_one_record_count_once_in_their_section(owner):
    codings = (Code("form", "strike"), Code("branch", "49"), Code("branch", "52"), Code("branch", "H"))
    make.lorries(owner, codings=codings)
    make.lorries(owner, 2, codings=(Code("form", "picket"), Code("form", "strike"), Code("branch", "81")))
    forms, branches = figures.forms_and_branches(near(), None)
    assert rows(forms) == [("Strike", 2), ("Picket", 1)]
    assert rows(branches) == [("Transport and storage", 1), ("Cleaning, agencies and other services for firms", 1)]


def test_every_row_opens_its_records_where_a_filter_can_say_the_area(owner):
    make.lorries(owner, outcome="won")
    among = figures.selection_of(Bounds(lands=("GB",)))
    table = figures.outcomes(near(), among)
    assert table.lines[0].href == "/struggles/?country=GB&outcome=won&short=1"
    assert figures.selection_of(Bounds(lands=("US:Oregon",))) == Selection(country="US", region="Oregon")
    assert figures.selection_of(Bounds(lands=("GB", "FR"))) is None


def test_what_goes_on_stands_first_then_the_newest(owner):
    make.lorries(owner, 1, outcome="goes-on", started_on=date(2020, 1, 1))
    make.lorries(owner, 2, started_on=date(2026, 1, 1))
    make.lorries(owner, 3, started_on=date(2025, 1, 1))
    assert [one.title[-1] for one in figures.in_order(one.pk for one in near().found)] == ["1", "2", "3"]


def test_branches_elsewhere_are_those_somebody_wrote_about(owner):
    make.lorries(owner, 1)
    make.lorries(owner, 2, places=FRANCE)
    make.lorries(owner, 3, places=FRANCE, account="", points=())
    struggle(owner, title="Cleaners", places=FRANCE, codings=(Code("branch", "81"),))
    found = figures.in_branches(Bounds(branches=("H",)), near())
    assert [one.title for one in found] == ["Lorries stand still 2"]
    assert figures.in_branches(Bounds(), near()) == []


def test_the_same_employer_elsewhere_is_known_however_it_is_written(owner):
    make.lorries(owner, 1)
    make.lorries(owner, 2, places=FRANCE, employers=(Employer("ALDGATE freight"), Employer("Another")))
    make.lorries(owner, 3, places=FRANCE, employers=(Employer("Another"),))
    found = figures.with_employers(near())
    assert [(one.title, names) for one, names in found] == [("Lorries stand still 2", ["ALDGATE freight"])]


def test_what_is_not_public_is_nowhere_shown(owner):
    make.lorries(owner, 1)
    draft(owner, title="Not released", places=FRANCE, employers=(Employer("Aldgate Freight"),))
    withdraw_struggle(make.lorries(owner, 2, places=FRANCE))
    assert figures.with_employers(near()) == []
    assert figures.in_branches(Bounds(branches=("H",)), near()) == []


def test_of_very_many_nearby_the_first_two_thousand_are_looked_through():
    many = [Found(uuid4(), "won", 1999) for _number in range(2_001)]
    assert Nearby(many).looked_through == [one.pk for one in many[:2_000]]
    assert (Nearby(many).cut, Nearby(many[:2_000]).cut) == (True, False)
    assert figures.years(Nearby(many)) == Counter({1999: 2_001})


def test_words_of_points_nearby_are_counted_merged_ones_as_one(owner):
    one = make.lorries(owner, 1, points=(Point("strong", words="All out"), Point("weak", code="isolated")))
    two = make.lorries(owner, 2, points=(Point("strong", words="Everybody out"), Point("try", words="Sing")))
    make.lorries(owner, 3, places=FRANCE)
    merge_terms(two.points.get(kind="strong").term, one.points.get(kind="strong").term)
    strong, weak = figures.points(near())
    assert (rows(strong), rows(weak)) == ([("All out", 2)], [("Isolated", 1)])


def test_rows_without_room_are_counted(owner):
    codes = [
        "strike",
        "picket",
        "protest",
        "sit-in",
        "boycott",
        "blockade",
        "lockout",
        "sick-out",
        "refusal",
        "go-slow",
    ]
    make.lorries(owner, codings=tuple(Code("form", code) for code in [*codes, "occupation", "open-letter"]))
    (table,) = figures.forms_and_branches(near(), None)
    assert (len(table.lines), table.more) == (10, 2)
