"""`./rooted verify-register FILE`."""

import json

import pytest
from django.core.management import CommandError, call_command

from rooted.register.actions import burn_due
from rooted.register.chain import head_words
from rooted.register.document import write_document
from rooted.register.reading import entry_rows, filed
from rooted.register.tests.make import decided, in_days, walk_out


@pytest.fixture
def path(ana, tmp_path):
    """A file of two entries of ana's group; `save` writes it anew."""
    walk_out(ana)
    decided(ana)
    place = tmp_path / "register.json"
    place.write_bytes(write_document(filed(entry_rows(ana.seat))))
    return place


def verify(capsys, path, *words):
    call_command("verify_register", str(path), *words)
    return capsys.readouterr().out.splitlines()


def refused(path, *words):
    with pytest.raises(CommandError) as caught:
        call_command("verify_register", str(path), *words)
    return str(caught.value)


def heads(member):
    return [bytes(row.entry.head) for row in reversed(entry_rows(member.seat))]


def test_it_says_how_many_hold_and_the_head_words(ana, path, capsys):
    assert verify(capsys, path) == ["It holds: 2 entries.", f"Head words: {head_words(heads(ana)[-1])}"]


def test_after_burning_a_new_file_holds_with_the_same_words(ana, path, capsys):
    before = verify(capsys, path)
    burn_due(in_days(7))
    path.write_bytes(write_document(filed(entry_rows(ana.seat))))
    assert verify(capsys, path) == before


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_words_of_old_minutes_are_found_in_every_language(ana, path, capsys, language):
    words = head_words(heads(ana)[0], language)
    assert verify(capsys, path, "--words", words.upper())[-1] == "Your words are those after number 1."


def test_words_that_never_were_are_refused(path):
    assert refused(path, "--words", "one two three four five six") == (
        "It holds, but the chain never had these words. Look whether a word is written wrong."
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda file: file["entries"][0]["text"].update(title="No"),
            "Number 1: this is not the text that was decided.",
        ),
        (lambda file: file["entries"].pop(0), "Number 1 is missing, or stands in another place."),
        (
            lambda file: file["entries"][1].update(result="blocked"),
            "Number 2 does not hang on what stands before it: one of the two was changed.",
        ),
        (
            lambda file: file["entries"][0].update(text=None),
            "Number 1: the text is missing, and nothing says that it burnt.",
        ),
        (lambda file: file["entries"][1].update(burnt_on="2026-12-01"), "Number 2: there is a text where none may be."),
        (lambda file: file.pop("length"), "This is not the file of a register, or something of it is missing."),
        (
            lambda file: file["entries"].pop(),
            "The entries at its end are missing, or it names another last head than theirs.",
        ),
    ],
)
def test_one_line_says_what_is_wrong_and_where(path, change, said):
    file = json.loads(path.read_bytes())
    change(file)
    path.write_text(json.dumps(file, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert refused(path) == said


def test_a_file_that_is_not_there_or_is_something_else_is_said(tmp_path):
    assert "cannot be read" in refused(tmp_path / "none.json")
    assert "cannot be read" in refused(tmp_path)
    (tmp_path / "picture").write_bytes(b"\xff\xd8")
    assert "no JSON in UTF-8" in refused(tmp_path / "picture")
