"""reports:version-detail, one earlier version."""

from rooted.reports.tests import make


def test_it_says_what_stood_there_and_who_saved_it(ana, bo):
    report = make.report(ana)
    make.save(report, bo, title="Better")
    first = report.versions.get(number=1)
    html = bo.client.get(make.at("version-detail", bo, first.pk)).content.decode()
    assert ["Title: Night cleaners stop work" in html, "Saved by Ana" in html] == [True, True]
    assert make.at("version-restore", bo, first.pk) in html


def test_the_newest_cannot_be_brought_back(ana):
    version = make.report(ana).versions.get()
    assert "This is the newest version." in ana.client.get(make.at("version-detail", ana, version.pk)).content.decode()


def test_members_of_another_group_cannot(ana, cem):
    version = make.report(ana).versions.get()
    assert cem.client.get(make.at("version-detail", ana, version.pk)).status_code == 404
    assert cem.client.get(make.at("version-detail", cem, version.pk)).status_code == 404
