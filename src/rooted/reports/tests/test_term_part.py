"""reports:term-part, a merged word stands for itself again."""

from uuid import uuid4

from rooted.reports.tests import make
from rooted.struggles.models import Term


def merged():
    root = Term.objects.create(kind="weak", words="Alone", folded="alone")
    return Term.objects.create(kind="weak", words="Lonely", folded="lonely", merged_into=root)


def test_it_is_parted_and_a_second_time_does_nothing(ana):
    term = merged()
    for _ in range(2):
        assert ana.client.post(make.at("term-part", ana, term.pk)).url == make.at("term-list", ana)
    term.refresh_from_db()
    assert term.merged_into is None


def test_looking_changes_nothing_and_unknown_words_are_not_found(ana, stranger):
    term = merged()
    ana.client.get(make.at("term-part", ana, term.pk))
    stranger.post(make.at("term-part", ana, term.pk))
    term.refresh_from_db()
    assert term.merged_into is not None
    assert ana.client.post(make.at("term-part", ana, uuid4())).status_code == 404
