"""Pages drawn once for all strangers: given again until something is written, and only what is everybody's."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rooted.base import kept_pages
from rooted.struggles.actions import hide_struggle
from rooted.struggles.tests import make

LIST = "/struggles/?short=1"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


alone = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL's moments end with every write of other tests beside this one"
)


@pytest.fixture
def struggle(transactional_db):
    return make.struggle(make.group(), started_on=date(2024, 5, 1))


def asked(client, path, **headers):
    """How many statements a page takes."""
    with CaptureQueriesContext(connection) as statements:
        assert client.get(path, **headers).status_code == 200
    return len(statements)


@alone
def test_a_page_asked_for_again_takes_one_look(struggle):
    assert asked(Client(), LIST) > 1
    assert [asked(Client(), LIST), asked(Client(), struggle.get_absolute_url())] != [1, 1]
    assert [asked(Client(), LIST), asked(Client(), struggle.get_absolute_url())] == [1, 1]


def test_what_is_taken_out_of_sight_is_gone_from_the_next_page(struggle):
    before = [Client().get(LIST).content.decode().count(struggle.title) for _time in range(2)]
    hide_struggle(struggle)
    after = [Client().get(LIST).content.decode().count(struggle.title) for _time in range(2)]
    assert (before, after) == ([1, 1], [0, 0])


def test_each_visitor_has_a_form_token_that_works(struggle):
    one, other = (Client(enforce_csrf_checks=True) for _visitor in range(2))
    pages = [TOKEN.findall(visitor.get(LIST).content.decode()) for visitor in (one, other)]
    sent = {"language": "ar", "next": "/", "csrfmiddlewaretoken": pages[1][0]}
    assert [len(set(tokens)) for tokens in pages] == [1, 1]
    assert pages[0] != pages[1]
    assert [visitor.post("/language/", sent).status_code for visitor in (other, one)] == [302, 403]


def test_each_language_has_its_own_page(struggle):
    words = [Client().get(LIST, headers={"accept-language": code}).content.decode() for code in ("ar", "en", "ar")]
    assert [re.search('<html lang="(..)"', page)[1] for page in words] == ["ar", "en", "ar"]


@pytest.mark.parametrize("path", ["/struggles/?short=1&q=canteen", "/struggles/?short=1&sort=" + "x" * 600])
def test_what_was_searched_for_is_not_kept(struggle, path):
    Client().get(path)
    assert [key for key in kept_pages._pages._kept if "canteen" in key[2] or "xx" in key[2]] == []


@alone
def test_whoever_carries_a_cookie_gets_a_page_of_their_own(struggle):
    member = Client()
    member.cookies["elsewhere"] = "1"
    assert asked(Client(), LIST) > asked(Client(), LIST) == 1 < asked(member, LIST)


def test_no_more_is_kept_than_there_is_room_for(struggle, monkeypatch):
    monkeypatch.setattr(kept_pages, "MOST_BYTES", 40_000)
    for page in range(1, 9):
        Client().get(f"{LIST}&page={page}")
    kept = kept_pages._pages
    assert kept._bytes == sum(map(kept_pages._size, kept._kept.values())) <= 40_000
