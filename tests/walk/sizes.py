"""How long things may be (docs/architecture.md, house style)."""

import ast
from pathlib import Path

from tests.walk.source import Source, Tree

FILE, TEMPLATE, VIEW, TEST, STYLE = 400, 120, 25, 20, 20_000


def files(paths: list[Path]) -> list[str]:
    """No Python file over 400 lines, migrations excepted."""
    found = []
    for path in paths:
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > FILE and "migrations" not in path.parts:
            found.append(f"{path.name} in {path.parent.name}/ has {length} lines: split it (at most {FILE}).")
    return found


def templates(tree: Tree) -> list[str]:
    return [
        f"{source.name} has {len(source.text.splitlines())} lines: move a part to a partial (at most {TEMPLATE})."
        for source in tree.templates()
        if len(source.text.splitlines()) > TEMPLATE
    ]


def views(tree: Tree) -> list[str]:
    """A view reads the request, calls one action and answers: 25 lines, decorators not counted."""
    return [
        f"{source.name}:{node.lineno} {node.name} has {_length(node)} lines: the rest is an action (at most {VIEW})."
        for source in tree.python(tests=False)
        if source.path.name == "views.py" or source.path.parent.name == "views"
        for node in source.nodes
        if isinstance(node, ast.FunctionDef) and _length(node) > VIEW
    ]


def tests(sources: list[Source]) -> list[str]:
    """One behaviour each: 20 lines of body."""
    return [
        f"{source.name}:{node.lineno} {node.name} has {_body(node)} lines: one behaviour each (at most {TEST})."
        for source in sources
        if source.path.name.startswith("test_")
        for node in source.nodes
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and _body(node) > TEST
    ]


def styles(paths: list[Path]) -> list[str]:
    total = sum(path.stat().st_size for path in paths)
    return [f"The style sheets have {total} bytes together, at most {STYLE}."] if total > STYLE else []


def _length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def _body(node: ast.FunctionDef) -> int:
    return (node.end_lineno or 0) - node.body[0].lineno + 1
