"""A group's imports, for its members."""

from django.urls import reverse

from rooted.imports.tests import make


def url(group):
    return reverse("imports:import-list", args=[group.address])


def test_members_see_their_imports_and_what_they_wait_for(ana, docks):
    make.batch(docks, make.entries(3))
    page = ana.client.get(url(docks)).content.decode()
    assert ("3 struggles." in page, "Nobody has read it yet." in page) == (True, True)


def test_without_imports_the_page_says_how_one_begins(ana, docks):
    assert "./rooted import-struggles FILE --group docks" in ana.client.get(url(docks)).content.decode()


def test_others_see_nothing(stranger, cem, docks):
    assert [stranger.get(url(docks)).status_code, cem.client.get(url(docks)).status_code] == [403, 404]
