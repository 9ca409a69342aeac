from datetime import date

import pytest
from django.template import Context, engines
from django.utils import translation

from rooted.base.templatetags.parts import day, language_names, near_day

THURSDAY = date(2026, 11, 26)


def test_a_day_is_written_for_people_and_for_machines():
    assert day(THURSDAY) == '<time datetime="2026-11-26">Thu 26 Nov 2026</time>'
    assert near_day(THURSDAY) == '<time datetime="2026-11-26">Thu 26 Nov</time>'


def test_no_day_is_nothing():
    assert (day(None), near_day(None)) == ("", "")


@pytest.mark.parametrize(
    ("codes", "names"),
    [("en,pl, ar", "English, Polish, Arabic"), (["en"], "English"), ("", ""), ("tlh", "tlh")],
)
def test_languages_are_named_in_the_reader_s_language(codes, names):
    with translation.override("en"):
        assert language_names(codes) == names


KEPT = "{% kept %}{% translate 'Sign in' %}{{ name }}{% endkept %}"


def test_what_is_kept_is_drawn_again_for_each_language():
    template = engines["django"].from_string(KEPT)
    drawn = []
    for language in ("en", "ar", "en"):
        with translation.override(language):
            drawn.append(template.render())
    assert drawn[0] == drawn[2] == "Sign in" != drawn[1]


def test_nothing_of_a_page_gets_into_what_is_kept():
    template = engines["django"].from_string(KEPT).template
    assert [template.render(Context({"name": name})) for name in ("Ana", "Bo")] == ["Sign in", "Sign in"]
