import re

import pytest
from django.conf import settings
from django.urls import reverse

STATIC = settings.SOURCE / "src" / "rooted" / "static" / "css"
PARTS = [
    "main", "do", "urgent", "done", "quiet", "intro", "rows", "first", "ladder", "facts", "note", "links", "only",
    "filters", "field", "wrong", "errors", "words", "tally", "chart", "wide", "sheet", "back", "mark", "leave",
]  # fmt: skip
WITHIN = {
    "when", "who", "number", "years", "dot", "axis", "land", "over", "for", "against", "abstain", "hatch", "stem",
    "button", "beside",
}  # fmt: skip
LAYOUT = {"skip", "masthead", "columns", "side", "foot"}


@pytest.fixture
def classes(stranger, db):
    text = stranger.get(reverse("base:patterns")).content.decode()
    return {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}


def styled():
    sheets = "".join(path.read_text() for path in STATIC.glob("*.css"))
    return set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL)))


def test_there_are_25_parts():
    assert len(PARTS) == len(set(PARTS)) == 25


def test_every_part_is_shown(classes):
    assert sorted(set(PARTS) - classes) == []


def test_every_part_is_styled():
    assert sorted(set(PARTS) - styled()) == []


def test_no_class_is_used_that_no_sheet_knows(classes):
    assert sorted(classes - styled() - {"columns"}) == []


def test_no_sheet_knows_a_name_that_is_no_part():
    assert sorted(styled() - set(PARTS) - WITHIN - LAYOUT) == []


def test_colours_have_their_values_in_one_place():
    others = [path for path in STATIC.glob("*.css") if path.name != "tokens.css"]
    assert [path.name for path in others if re.search(r"#[0-9a-f]{3,8}\b", path.read_text())] == []


def test_the_sheets_stay_within_20_kilobytes():
    assert sum(path.stat().st_size for path in STATIC.glob("*.css")) <= 20_000
