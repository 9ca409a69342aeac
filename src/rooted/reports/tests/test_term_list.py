"""reports:term-list, the words of points that are in use."""

from datetime import date

import pytest
from django.utils import timezone

from rooted.records.record import Point
from rooted.reports.tests import make
from rooted.reports.words import merge_words, offered, part_word, vocabulary
from rooted.struggles.models import Term
from rooted.struggles.vocabulary import merge_terms


def point(words, kind="strong"):
    return Point(kind, words=words, evidence="x")


def counts(kind="strong"):
    return {word.text: word.count for word in vocabulary()[kind] if word.count}


def test_words_of_public_records_are_counted_once_a_record(ana, bo):
    make.published(ana, bo, make.record(points=(point("Tenants came"), Point("strong", code="surprise", evidence="x"))))
    make.published(ana, bo, make.record(points=(point("tenants CAME"),)))
    assert counts() == {"Tenants came": 2, "Surprise": 1}
    html = ana.client.get(make.at("term-list", ana)).content.decode()
    assert ["Tenants came" in html, "2 records" in html, "Own strike money" in html] == [True, True, True]


def test_words_of_what_is_not_public_yet_are_told_to_nobody(ana, bo, cem):
    make.report(ana, points=(point("On the desk"),))
    make.published(ana, bo, make.running(points=(point("In a week"),)))
    hidden = make.published(ana, bo, make.record(points=(point("Withdrawn"),)))
    make.release(hidden, ana, bo, deed="withdraw", words="Wrong.")
    html = cem.client.get(make.at("term-list", cem)).content.decode()
    assert [word in html for word in ("On the desk", "In a week", "Withdrawn")] == [False] * 3


def test_merged_words_count_together_and_can_be_parted(ana, bo):
    make.published(ana, bo, make.record(points=(point("Alone"), point("Lonely"))))
    make.published(ana, bo, make.record(points=(point("Lonely"),)))
    one, other = (Term.objects.get(folded=folded) for folded in ("lonely", "alone"))
    merge_terms(one, other)
    assert counts() == {"Alone": 3}
    assert make.at("term-part", ana, one.pk) in ana.client.get(make.at("term-list", ana)).content.decode()


def test_what_was_merged_and_parted_is_shown_with_its_day_to_every_group(ana, bo, cem):
    make.published(ana, bo, make.record(points=(point("Alone"), point("Lonely"))))
    lonely, alone = (Term.objects.get(folded=folded) for folded in ("lonely", "alone"))
    merge_words(lonely, alone, today=date(2026, 3, 4))
    part_word(lonely, today=date(2026, 3, 5))
    part_word(lonely, today=date(2026, 3, 6))
    html = cem.client.get(make.at("term-list", cem)).content.decode()
    told = html.partition("Merged and parted last")[2]
    days = [told.find(words) for words in ("2026-03-05", "stands for itself", "2026-03-04", "was merged into “Alone”")]
    assert (days == sorted(days), days[0] > 0, "2026-03-06" in told) == (True, True, False)


def test_a_change_of_a_word_that_is_public_no_more_is_not_told(ana, bo):
    report = make.published(ana, bo, make.record(points=(point("Alone"), point("Lonely"))))
    lonely, alone = (Term.objects.get(folded=folded) for folded in ("lonely", "alone"))
    merge_words(lonely, alone, today=date(2026, 3, 4))
    make.release(report, ana, bo, deed="withdraw", words="Wrong.")
    assert "Lonely" not in ana.client.get(make.at("term-list", ana)).content.decode()


def test_they_are_offered_to_who_writes_the_most_used_first(ana, bo):
    for _ in range(2):
        make.published(ana, bo, make.record(points=(point("Zeal"),)))
    assert offered("strong")[0] == "Zeal"
    report = make.report(ana)
    html = ana.client.get(make.step(report, ana, "points-strong")).content.decode()
    assert '<option value="Zeal"></option>' in html


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, bo, count, django_assert_num_queries):
    points = tuple(point(f"Word {number} {timezone.now():%f}") for number in range(count))
    make.published(ana, bo, make.record(points=points))
    with django_assert_num_queries(6):
        ana.client.get(make.at("term-list", ana))
