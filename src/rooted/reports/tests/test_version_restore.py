"""reports:version-restore, an earlier version becomes the newest."""

from rooted.reports.tests import make


def send(member, report, number, seen):
    version = report.versions.get(number=number)
    return member.client.post(make.at("version-restore", member, version.pk), {"seen": str(seen)})


def test_it_becomes_the_newest_and_all_others_stay(ana, bo):
    report = make.report(ana)
    make.save(report, bo, title="Worse")
    assert send(ana, report, 1, 2).url == make.at("report-detail", ana, report.pk)
    assert (make.draft(report, ana).record.title, make.fresh(report).number) == (make.TITLE, 3)
    html = ana.client.get(make.at("version-list", ana, report.pk)).content.decode()
    assert "Ana brought version 1 back." in html


def test_what_stands_there_already_makes_no_version(ana):
    report = make.report(ana)
    send(ana, report, 1, 1)
    assert make.fresh(report).number == 1


def test_who_has_not_seen_the_newest_is_refused(ana, bo):
    report = make.report(ana)
    make.save(report, bo, title="2")
    make.save(report, bo, title="3")
    assert "Somebody changed this meanwhile." in send(ana, report, 1, 2).content.decode()
    assert make.fresh(report).number == 3


def test_looking_changes_nothing_and_others_cannot(ana, cem):
    report = make.report(ana)
    make.save(report, ana, title="2")
    version = report.versions.get(number=1)
    ana.client.get(make.at("version-restore", ana, version.pk))
    assert cem.client.post(make.at("version-restore", ana, version.pk), {"seen": "2"}).status_code == 404
    assert make.fresh(report).number == 2
