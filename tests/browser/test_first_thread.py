"""The whole first thread, as three people walk it: a server without anybody in it, nothing taken from the database."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from rooted.imports.tests.make import cat_path
from tests.browser.chromium import MARKS
from tests.browser.first_thread import Walk
from tests.walk.report import none_wrong

WALKS = [(320, False, "en"), (320, True, "ar"), (1280, False, "ar")]
pytestmark = MARKS


def walks(chosen=WALKS):
    """Narrow and wide, with script and without, left to right and right to left. The first one in every run."""
    for width, script, language in chosen:
        name = f"{width}-{'script' if script else 'noscript'}-{language}"
        marks = () if (width, script, language) == WALKS[0] else pytest.mark.long
        yield pytest.param((width, script, language), id=name, marks=marks)


@pytest.fixture
def walk(browser, request):
    """In an empty folder; the one of every run on what a first start leaves, which saves ten seconds."""
    width, script, language = request.param
    started = request.getfixturevalue("server" if request.param == WALKS[0] else "first_start")
    return Walk(browser, started, width, script, language)


def the_two_of_you(language):
    with translation.override(language):
        return gettext("The two of you")


@pytest.mark.parametrize("walk", list(walks()), indirect=True)
def test_the_first_thread(walk):
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    walk.both_see_the_two_of_them(the_two_of_you(walk.language))
    walk.stranger_drops_a_line()
    walk.stranger_saves_the_words()
    walk.stranger_leaves()
    walk.stranger_comes_back()
    walk.ana_takes_it()
    walk.ana_answers()
    walk.bo_notes()
    walk.stranger_comes_back()
    walk.stranger_reads_and_writes_more()
    walk.both_answer_at_once()
    walk.bo_locks_and_goes_back()
    walk.stranger_comes_back()
    walk.stranger_erases_everything()
    none_wrong(walk.wrong())


@pytest.mark.parametrize("walk", list(walks(WALKS[:2])), indirect=True)
@pytest.mark.long
def test_the_chronicle(walk):
    records = cat_path()
    walk.ana_founds()
    walk.bo_joins(walk.ana_invites())
    assert "506" in walk.records_are_imported(records)
    walk.two_members_publish_them()
    walk.stranger_reads_the_chronicle()
    none_wrong(walk.wrong())
