import re

import pytest
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import reverse

from rooted.base.views import failed

pytestmark = pytest.mark.django_db


def page(client, path="/source/", **headers):
    return client.get(path, headers=headers).content.decode()


def test_every_page_is_called_rooted_and_nothing_else(stranger):
    assert re.findall("<title>(.*)</title>", page(stranger)) == ["Rooted"]


def test_a_page_says_its_language_and_direction(stranger):
    assert '<html lang="en" dir="ltr">' in page(stranger)
    assert '<html lang="ar" dir="rtl">' in page(stranger, accept_language="ar")


def test_a_stranger_s_page_has_the_way_out_and_a_member_s_has_not(stranger, ana):
    way_out = f'href="{reverse("base:leave")}"'
    assert way_out in page(stranger)
    assert way_out not in page(ana.client, f"/g/{ana.group.address}/board/")


def test_the_masthead_names_the_server_to_strangers_and_the_group_to_members(stranger, ana):
    name = re.compile(r'<header class="masthead">.*?</svg>\s*(.*?)</a>', re.DOTALL)
    assert name.search(page(stranger))[1] == "Rooted"
    assert name.search(page(ana.client, f"/g/{ana.group.address}/board/"))[1] == "Docks"


def test_every_page_leads_to_the_source_and_to_what_is_kept(stranger):
    text = page(stranger, "/privacy/")
    assert [f'href="{path}"' in text for path in ("/source/", "/privacy/")] == [True, True]


def test_only_the_demo_says_that_all_is_invented(stranger):
    sentence = "Everything on these pages is invented."
    assert sentence not in page(stranger)
    with override_settings(DEMO=True):
        assert sentence in page(stranger)


def test_a_page_loads_four_style_sheets_and_a_mark_of_this_server_and_no_script(stranger):
    text = page(stranger)
    assert re.findall(r'<link rel="(\w+)".*?href="([^"]*)"', text) == [
        ("icon", "/static/mark.svg"),
        *[("stylesheet", f"/static/css/{name}.css") for name in ("tokens", "elements", "layout", "parts")],
    ]
    assert "<script" not in text


def test_a_page_that_is_not_there_says_what_to_do(stranger):
    answer = stranger.get("/nothing/here/")
    assert answer.status_code == 404
    assert "ask them to send it again" in answer.content.decode()


def test_the_page_of_a_failure_needs_neither_session_nor_database(rf, django_db_blocker):
    with django_db_blocker.block():
        answer = failed(rf.get("/"))
    assert answer.status_code == 500
    assert "This did not work" in answer.content.decode()


def test_what_was_typed_comes_back_in_the_page_that_sends_it_again(rf):
    pairs = [["text", 'They said: "go" <now>'], ["token", "t" * 8]]
    html = render_to_string("base/again.html", {"path": "/x/", "pairs": pairs, "shown": [pairs[0][1]]}, rf.get("/"))
    assert '<form method="post" action="/x/">' in html
    assert 'name="text" value="They said: &quot;go&quot; &lt;now&gt;"' in html
