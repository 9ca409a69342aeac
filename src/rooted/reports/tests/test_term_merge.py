"""reports:term-merge, two words that mean one thing."""

import pytest

from rooted.records.record import Point
from rooted.reports.tests import make
from rooted.struggles.models import Term


@pytest.fixture
def terms(ana, bo):
    points = tuple(Point("weak", words=words, evidence="x") for words in ("Alone", "Lonely"))
    make.published(ana, bo, make.record(points=points))
    return [Term.objects.get(folded=folded) for folded in ("alone", "lonely")]


def send(member, word, into, kind="weak"):
    return member.client.post(make.at("term-merge", member) + f"?kind={kind}", {"word": str(word), "into": str(into)})


def test_one_word_speaks_through_the_other(ana, terms):
    alone, lonely = terms
    assert send(ana, lonely.pk, alone.pk).url == make.at("term-list", ana)
    lonely.refresh_from_db()
    assert lonely.merged_into == alone


def test_a_word_with_itself_or_with_another_kind_is_refused(ana, terms):
    alone, lonely = terms
    assert list(send(ana, alone.pk, alone.pk).context["form"].errors) == ["__all__"]
    assert list(send(ana, alone.pk, lonely.pk, "strong").context["form"].errors) == ["word", "into"]
    assert ana.client.get(make.at("term-merge", ana) + "?kind=none").status_code == 404


def test_strangers_cannot(terms, stranger, ana):
    alone, lonely = terms
    stranger.post(make.at("term-merge", ana) + "?kind=weak", {"word": str(lonely.pk), "into": str(alone.pk)})
    lonely.refresh_from_db()
    assert lonely.merged_into is None
