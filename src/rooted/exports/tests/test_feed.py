"""The feed of what is new."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.db.models import Count
from django.urls import reverse

from rooted.exports.atom import newest
from rooted.exports.tests.make import published, rich
from rooted.records.record import Place
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = reverse("exports:feed")


def read(client, **query):
    return ElementTree.fromstring(client.get(FEED, query).content)


def test_each_record_keeps_its_id_and_says_who_published_it(stranger, db):
    (struggle,) = published(make.group())
    (entry,) = read(stranger).findall(f"{ATOM}entry")
    said = [entry.find(f"{ATOM}{name}").text for name in ("id", "title", "updated")]
    assert said == [f"urn:uuid:{struggle.public_id}", "Pickers sit down", "2026-11-22T12:00:00+00:00"]
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "Docks"
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{struggle.get_absolute_url()}"


def test_signs_of_a_page_in_a_place_stay_signs_in_the_text_that_readers_draw_as_a_page(stranger, db):
    published(make.group(), rich(places=(Place("town", "GB", "", "<b>Leeds</b> & York"),)))
    summary = read(stranger).find(f"{ATOM}entry/{ATOM}summary")
    assert (summary.get("type"), "&lt;b&gt;Leeds&lt;/b&gt; &amp; York" in summary.text) == ("html", True)


def test_signs_that_no_feed_can_write_are_left_out_and_all_else_is_read(stranger, db):
    published(make.group(), rich(title="Pickers\x0b sit\x01 down", places=(Place("town", "GB", "", "Le\x1feds"),)))
    told = read(stranger, short="1")
    assert told.find(f"{ATOM}entry/{ATOM}title").text == "Pickers sit down"
    assert "Leeds" in told.find(f"{ATOM}entry/{ATOM}summary").text
    for name in ("q", "employer"):
        assert read(stranger, **{name: "a\x01"}).tag == f"{ATOM}feed"


def test_it_follows_the_filters(stranger, db):
    published(make.group(), rich(), rich(title="Elsewhere", places=()))
    titles = [entry.find(f"{ATOM}title").text for entry in read(stranger, country="PL").findall(f"{ATOM}entry")]
    assert titles == ["Pickers sit down"]


@pytest.mark.parametrize("count", [3, 60])
def test_fifty_at_the_most_and_the_same_number_of_queries(stranger, db, count, django_assert_num_queries):
    published(make.group(), *[rich() for _ in range(count)])
    with django_assert_num_queries(1):
        assert len(read(stranger).findall(f"{ATOM}entry")) == min(count, 50)


def test_it_is_read_out_of_an_index_of_its_own_and_comparisons_are_not(db):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL decides by how much there is")
    counted = Struggle.objects.public().values("outcome").annotate(number=Count("pk"))
    plans = [found.explain() for found in (newest()[:50], counted)]
    assert [plan.split("INDEX ")[1].split()[0] for plan in plans] == ["struggle_last_published", "struggle_compared"]
