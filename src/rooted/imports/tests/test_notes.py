"""The sentences of a report: whatever a row's reading has to say can be said."""

import ast
from pathlib import Path

from rooted import mappings, tables
from rooted.imports import importing
from rooted.imports.notes import SENTENCES, say

PLACES = [Path(mappings.__path__[0]), Path(tables.__path__[0]), Path(importing.__file__).parent]
SAID = {"note", "LeftOut"}


def said_in(path):
    """The codes that a module notes, or leaves a row out with."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAID:
            code = node.args[0]
            either = (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)
            yield from (one.value for one in either if isinstance(one, ast.Constant))


def test_every_code_that_a_reading_notes_has_its_sentence():
    codes = {code for place in PLACES for path in place.glob("*.py") for code in said_in(path)}
    assert (codes - set(SENTENCES), len(codes) > 20) == (set(), True)


def test_every_sentence_of_the_report_can_be_said():
    assert all(say(code, "x") for code in SENTENCES)
