"""The source tree as the walks see it: apps, Python files, templates. A test can plant a tree of its own."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Tree:
    """The folder that holds the apps (src/rooted, or a planted copy of its shape)."""

    root: Path

    @property
    def apps(self) -> list[str]:
        """Every folder with an `__init__.py`, but for the settings and the translations."""
        folders = (path.parent.name for path in self.root.glob("*/__init__.py"))
        return sorted(name for name in folders if name not in {"config", "locale"})

    def python(self, *, tests: bool = True, migrations: bool = False) -> "Iterator[Source]":
        for path in sorted(self.root.rglob("*.py")):
            parts = path.relative_to(self.root).parts
            if ("tests" in parts and not tests) or ("migrations" in parts and not migrations):
                continue
            yield _source(self.root, path, path.stat().st_mtime_ns)

    def templates(self) -> "Iterator[Source]":
        for path in sorted(self.root.rglob("templates/**/*")):
            if path.suffix in {".html", ".txt", ".svg"}:
                yield _source(self.root, path, path.stat().st_mtime_ns)


@dataclass(frozen=True)
class Source:
    """One file of the tree."""

    root: Path
    path: Path

    @property
    def app(self) -> str:
        return self.path.relative_to(self.root).parts[0]

    @property
    def name(self) -> str:
        return self.path.relative_to(self.root).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text, str(self.path))))

    @cached_property
    def without_comments(self) -> str:
        """A template's text with {# … #} and {% comment %} blanked, line numbers kept."""
        pattern = r"\{#.*?#\}|\{%\s*comment.*?endcomment\s*%\}"
        return re.sub(pattern, lambda hit: re.sub(r"[^\n]", " ", hit.group()), self.text, flags=re.DOTALL)

    def line_of(self, position: int) -> int:
        return self.text.count("\n", 0, position) + 1


@cache
def _source(root: Path, path: Path, changed: int) -> Source:
    """One file, read and parsed once for all rules as long as it stays as it is."""
    return Source(root, path)


REAL = Tree(REPOSITORY / "src" / "rooted")


def plant(folder: Path, files: dict[str, str]) -> Tree:
    """A small tree with `files` (path: text); every app folder gets its `__init__.py`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        (folder / Path(name).parts[0] / "__init__.py").touch()
    return Tree(folder)
