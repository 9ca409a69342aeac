"""The words of strong and weak points for programs."""

from django.urls import reverse

from rooted.exports.tests.described import fits
from rooted.exports.tests.make import published, rich
from rooted.records.record import Point
from rooted.struggles.models import Term
from rooted.struggles.tests import make
from rooted.struggles.vocabulary import merge_terms

ADDRESS = reverse("exports:terms")


def test_the_words_in_use_and_what_they_were_merged_into(stranger, db):
    published(make.group(), rich(points=(Point("weak", "alone"), Point("weak", code="isolated"))))
    Term.objects.create(kind="weak", words="never used", folded="never used")
    merge_terms(Term.objects.get(words="alone"), into=Term.objects.get(code="isolated"))
    assert fits("Terms", stranger.get(ADDRESS).json()) == {
        "terms": [
            {"kind": "weak", "words": "alone", "merged_into": "isolated"},
            {"kind": "weak", "words": "isolated", "code": "isolated"},
        ]
    }
