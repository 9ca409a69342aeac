from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.shelf.found import hits
from rooted.shelf.tests import make


def search(member, words):
    found, _complete = matches(circles_of(member.seat), words)
    return [(hit.title, hit.url) for hit in hits(member.seat, found)]


def test_a_search_finds_the_title_and_not_what_is_in_the_file(ana, bo, cem):
    made = make.on_shelf(ana, "Rota of the laundry", b"otters")
    assert search(bo, "laundry") == [("Rota of the laundry", make.at("file-detail", bo, made.pk))]
    assert (search(bo, "otters"), search(cem, "laundry")) == ([], [])
