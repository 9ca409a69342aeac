from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.register.actions import burn_due
from rooted.register.found import hits
from rooted.register.tests.make import TEXT, at, decided, in_days, today, walk_out


def search(member, words):
    seat = member.seat
    return hits(seat, matches(circles_of(seat), words)[0])


def test_a_search_leads_to_the_decision(ana, bo):
    entry = walk_out(ana)
    (hit,) = search(bo, "main gate")
    assert (hit.title, hit.url, hit.day, hit.text) == (
        "We walk out on Friday",
        at("entry-detail", bo, entry.pk),
        today(),
        TEXT,
    )


def test_what_has_burnt_is_not_found(ana):
    walk_out(ana)
    burn_due(in_days(7))
    assert search(ana, "gate") == []


def test_another_group_finds_nothing(ana, cem):
    decided(ana)
    assert search(cem, "gate") == []
