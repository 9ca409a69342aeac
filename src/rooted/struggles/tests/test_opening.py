"""All rows of one record read in one statement: as if each relation had been read by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.records.record import Place, Point
from rooted.struggles.actions import correct_record, merge_struggles
from rooted.struggles.models import Struggle, Term
from rooted.struggles.opening import PARTS, open_record
from rooted.struggles.tests import make
from rooted.struggles.tests.test_struggle_detail import WHOLE
from rooted.struggles.vocabulary import merge_terms


@pytest.fixture
def owner(db):
    return make.group()


def rows(struggle, name):
    return [{k: v for k, v in vars(row).items() if k[0] != "_"} for row in getattr(struggle, name).all()]


def test_each_row_is_as_django_reads_it(owner):
    struggle = make.struggles(owner, [WHOLE])[0]
    places = (Place("town", "GB", "", "Leeds", 53.0, -1.5), Place("world"))
    correct_record(struggle, make.record(places=places), words="Elsewhere.", first=make.BO, second=make.ANA)
    opened = Struggle.objects.get(pk=struggle.pk)
    open_record(opened)
    for name in PARTS:
        assert rows(opened, name) == rows(struggle, name), name


def test_nothing_more_is_asked(owner):
    struggle = make.struggles(owner, [WHOLE])[0]
    with CaptureQueriesContext(connection) as seen:
        open_record(struggle)
        days = [day.site for action in struggle.actions.all() for day in action.days.all()]
        words = [str(point.term) for point in struggle.points.all() if point.term and not point.term.merged_into]
    assert (days, words, len(seen)) == (["Gate 3"], ["All shifts together"], 1)


def test_a_merged_word_comes_with_the_one_it_speaks_through(owner):
    struggle = make.struggle(owner, points=(Point("weak", "Alone"), Point("weak", code="isolated")))
    merge_terms(Term.objects.get(words="Alone"), into=Term.objects.get(code="isolated"))
    open_record(struggle)
    assert [str(point.term.merged_into or point.term) for point in struggle.points.all()] == ["Isolated", "Isolated"]


def test_it_answers_what_was_merged_into_the_record(owner):
    one, two = make.struggles(owner, [make.record(1), make.record(2)])
    merge_struggles(two, into=one)
    assert (open_record(one), open_record(two)) == ([two.pk], [])
