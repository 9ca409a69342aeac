import sys
from types import ModuleType

import pytest
from django.template.loader import render_to_string

from rooted.base.board import Part
from rooted.home.related import related_to


@pytest.fixture
def answers(monkeypatch):
    """Two apps that know something beside the text "rota"."""

    def app(name, *parts):
        module = ModuleType(f"rooted.{name}.related")
        module.related = lambda obj, seat: [part for part in parts if obj == "rota"]
        monkeypatch.setitem(sys.modules, f"rooted.{name}.related", module)

    app("intake", Part("A fight", "/f/", rank=20))
    app("struggles", Part("A like struggle", "/s/", count=2, rank=10))


def test_every_app_is_asked_what_belongs_beside_a_thing(answers):
    assert [part.name for part in related_to("rota", None)] == ["A like struggle", "A fight"]


def test_a_page_below_shows_what_it_knows_nothing_of(answers):
    html = render_to_string("site/_related.html", {"object": "rota", "seat": None})
    assert '<a href="/s/">A like struggle <b>2</b></a>' in html


def test_nothing_is_shown_where_nobody_answers(answers):
    assert render_to_string("site/_related.html", {"object": "other", "seat": None}).strip() == ""
