"""A search in the group leads to reports."""

from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.records.record import Answer, Employer, Point, Source
from rooted.reports.found import hits
from rooted.reports.tests import make


def search(member, words):
    seat = member.seat
    return [hit.url for hit in hits(seat, matches(circles_of(seat), words)[0])]


def test_everything_in_own_words_is_found(ana, bo):
    report = make.report(
        ana,
        account="deposit",
        answers=(Answer("spark", "caretaker"),),
        employers=(Employer("Brightfloor"),),
        points=(Point("open", "newspaper", evidence="stairwell"),),
        sources=(Source(text="leaflet"),),
    )
    make.send(report, ana, "notes", notes="lantern")
    url = [make.at("report-detail", bo, report.pk)]
    words = ("cleaners", "deposit", "caretaker", "brightfloor", "newspaper", "stairwell", "leaflet", "lantern", "leeds")
    assert [search(bo, word) for word in words] == [url] * len(words)


def test_the_words_of_the_format_are_not(ana):
    make.report(ana)
    assert [search(ana, word) for word in ("started_on", "rooted-struggle", "precision")] == [[], [], []]


def test_it_is_found_by_what_stands_there_now(ana):
    report = make.report(ana, account="deposit")
    make.save(report, ana, account="caretaker")
    assert (search(ana, "deposit"), search(ana, "caretaker")) == ([], [make.at("report-detail", ana, report.pk)])


def test_nothing_of_another_group_is_found(ana, cem):
    make.report(ana)
    assert search(cem, "cleaners") == []
