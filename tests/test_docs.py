"""What the documents say is what the source does."""

import re

import pytest

from tests.walk import documents
from tests.walk.report import none_wrong
from tests.walk.source import REAL, REPOSITORY, plant

SETTINGS = REAL.root / "config" / "settings.py"
# Options that the shell script or the commands read themselves.
ELSEWHERE = [REPOSITORY / "rooted", *sorted(REAL.root.rglob("*.py"))]
PAGES = [
    "README.md",
    "LICENSE",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/words.md",
    "docs/privacy.md",
    "docs/settings.md",
    "docs/run-your-own.md",
]


def text(path):
    return (REPOSITORY / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_document_is_there(page):
    assert (REPOSITORY / page).exists(), f"{page} is missing: write it."


def test_the_readme_shows_the_real_screen_and_then_two_commands():
    page = text("README.md")
    pictures, blocks = re.findall(r"!\[.+\]\((.+)\)", page), re.findall(r"```\n(.*?)```", page, re.DOTALL)
    assert [(REPOSITORY / path).exists() for path in pictures] == [True]
    assert blocks == ["./rooted\n./rooted test\n"]
    assert page.index(pictures[0]) < page.index(blocks[0])
    assert page[: page.index(blocks[0])].count("\n") <= 30


def test_every_option_is_documented_and_every_documented_option_is_read():
    elsewhere = "\n".join(path.read_text(encoding="utf-8") for path in ELSEWHERE if path.exists())
    none_wrong(documents.settings_page(SETTINGS.read_text(encoding="utf-8"), text("docs/settings.md"), elsewhere))


def test_every_promise_names_a_test_that_exists():
    page = text("docs/privacy.md")
    none_wrong(documents.privacy_page(page, REPOSITORY))
    assert len(documents.promises(page)) >= 10


def test_every_command_is_in_run_your_own():
    none_wrong(documents.commands_page(REAL, text("docs/run-your-own.md")))


def test_every_model_is_a_word_of_the_product():
    none_wrong(documents.words_page(text("docs/words.md"), REAL))


def test_the_changelog_has_one_line_per_change():
    lines = [line for line in text("CHANGELOG.md").splitlines() if line.startswith("- ")]
    assert len(lines) > 0


def test_planted_settings_are_found():
    found = documents.settings_page('A = option("NEW")\n', "`ROOTED_OLD` does what it did.")
    assert found == [
        "ROOTED_NEW is not in docs/settings.md: say what it does and what happens without it.",
        "ROOTED_OLD is in docs/settings.md, but nothing reads it.",
    ]


PROMISES = """| Promise | Test | Limits |
|---|---|---|
| Nobody is named. | `tests/test_x.py::test_names` | none |
| Nothing is kept. | `tests/test_x.py::test_gone` | none |
| All is well. | | |
"""


def test_planted_promises_are_found(tmp_path):
    plant(tmp_path, {"tests/test_x.py": "def test_names():\n    pass\n"})
    found = documents.privacy_page(PROMISES, tmp_path)
    assert found == [
        "docs/privacy.md:5 names no test: add `path::test_name`, or say “no test” and why.",
        "docs/privacy.md names tests/test_x.py::test_gone, which does not exist.",
    ]


def test_a_planted_command_is_found(tmp_path):
    tree = plant(tmp_path, {"base/management/commands/close_group.py": "", "base/management/commands/_parts.py": ""})
    assert documents.commands_page(tree, "") == ["docs/run-your-own.md does not tell of `./rooted close-group`."]
    assert documents.commands_page(tree, "Type `./rooted close-group NAME`.") == []


def test_planted_words_are_found(tmp_path):
    models = "class Seat:\n    class Meta:\n        pass\n\n\nclass CaseFile:\n    pass\n"
    tree = plant(tmp_path, {"groups/models.py": models, "groups/x.py": "class SeatManager:\n    pass\n"})
    found = documents.words_page("**seat** a member's place.\n", tree)
    assert [line.split(" ")[1] for line in found] == ["CaseFile:", "SeatManager:"]
