"""reports:version-list, every version with who and when."""

import pytest

from rooted.reports import actions
from rooted.reports.tests import make


def test_the_newest_first_with_who_saved_which_step(ana, bo):
    report = make.report(ana)
    make.send(report, bo, "whom", **{"employers-0-name": "Tide Laundry"})
    page = ana.client.get(make.at("version-list", ana, report.pk))
    assert [(row.version.number, row.who, str(step)) for row, step in page.context["rows"]] == [
        (2, "Bo", "With whom"), (1, "Ana", ""),
    ]  # fmt: skip


def test_it_says_which_one_strangers_read(ana, bo):
    report = make.published(ana, bo)
    make.save(report, ana, title="Better")
    html = ana.client.get(make.at("version-list", ana, report.pk)).content.decode()
    assert html.count("This is what strangers read.") == 1


def test_the_newest_are_kept(ana, monkeypatch):
    monkeypatch.setattr(actions, "VERSIONS_KEPT", 3)
    report = make.report(ana)
    for number in range(2, 8):
        make.save(report, ana, title=str(number))
    assert sorted(report.versions.values_list("number", flat=True)) == [5, 6, 7]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    report = make.report(ana)
    for number in range(count - 1):
        make.save(report, ana, title=str(number))
    with django_assert_num_queries(7):
        page = ana.client.get(make.at("version-list", ana, report.pk))
    assert len(page.context["rows"]) == count


def test_members_of_another_group_cannot(ana, cem):
    report = make.report(ana)
    assert cem.client.get(make.at("version-list", ana, report.pk)).status_code == 404
