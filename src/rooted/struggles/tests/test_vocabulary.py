"""Words that mean one thing are merged, as they stand at that moment."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from rooted.records.record import Point
from rooted.struggles.models import Term
from rooted.struggles.vocabulary import merge_terms, terms_for

ONLY_POSTGRESQL = "SQLite lets one write at a time"


def words(*names):
    found = terms_for([Point("weak", words=name) for name in names])
    return [found[Point("weak", words=name)] for name in names]


def test_a_merge_read_before_another_one_makes_no_circle(db):
    alone, lonely = words("Alone", "Lonely")
    stale = [Term.objects.get(pk=lonely.pk), Term.objects.get(pk=alone.pk)]
    merge_terms(alone, lonely)
    with pytest.raises(ValidationError):
        merge_terms(*stale)
    assert list(Term.objects.filter(merged_into=None)) == [lonely]


def test_a_merge_goes_to_the_root_that_stands_there_now(db):
    alone, lonely, isolated = words("Alone", "Lonely", "Cut off")
    merge_terms(lonely, isolated)
    merge_terms(alone, lonely)
    assert set(Term.objects.filter(merged_into=isolated)) == {alone, lonely}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason=ONLY_POSTGRESQL)
def test_two_merges_at_once_in_opposite_directions_make_no_circle():
    one, other = words("Alone", "Lonely")
    start, refused = threading.Barrier(2), []

    def merge(term, into):
        start.wait(20)
        try:
            merge_terms(term, into)
        except ValidationError as error:
            refused.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=merge, args=pair) for pair in ((one, other), (other, one))]
    [thread.start() for thread in threads]
    [thread.join(20) for thread in threads]
    assert (len(refused), Term.objects.filter(merged_into=None).count()) == (1, 1)
