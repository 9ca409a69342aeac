from datetime import date

import pytest
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
