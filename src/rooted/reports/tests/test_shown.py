"""The record as strangers will read it is the record they read then."""

from rooted.reports.shown import as_strangers_read, facts_of
from rooted.reports.tests import make
from rooted.reports.tests.test_report_write import FULL
from rooted.struggles.reading import record_of


def test_it_says_exactly_what_the_stored_record_says(ana, bo):
    shown = as_strangers_read(FULL, ana.group)
    stored = make.published(ana, bo, FULL).struggle
    assert record_of(shown) == record_of(stored)
    assert [str(point.term) for point in shown.points.all()] == [str(point.term) for point in stored.points.all()]
    assert facts_of(shown) == facts_of(stored)


def test_it_asks_the_database_nothing_and_writes_nothing(ana, django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = as_strangers_read(FULL, ana.group)
        record_of(shown)
        facts_of(shown)


def test_corrections_of_a_public_record_stand_below_it(ana, bo):
    report = make.published(ana, bo)
    make.save(report, ana, title="Better")
    make.release(report, ana, bo, words="The title.")
    public = make.fresh(report).struggle
    shown = as_strangers_read(make.record(), ana.group, public)
    assert ([one.words for one in shown.corrections.all()], shown.public_id) == (["The title."], public.public_id)
