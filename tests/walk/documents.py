"""The documentation is held to account: options, promises, words and commands are what the source has."""

import ast
import re
from pathlib import Path

from tests.walk.source import Tree

OPTION = re.compile(r"ROOTED_[A-Z][A-Z_]*")


def options_of(settings: str) -> set[str]:
    """The options settings.py reads, by their full name."""
    calls = [node for node in ast.walk(ast.parse(settings)) if isinstance(node, ast.Call)]
    return {f"ROOTED_{call.args[0].value}" for call in calls if getattr(call.func, "id", "") == "option"}


def settings_page(settings: str, page: str, elsewhere: str = "") -> list[str]:
    """Every option is described, and nothing is described that is not read (in settings.py or in `elsewhere`)."""
    read, told = options_of(settings), set(OPTION.findall(page))
    found = [
        f"{name} is not in docs/settings.md: say what it does and what happens without it." for name in read - told
    ]
    found += [
        f"{name} is in docs/settings.md, but nothing reads it." for name in told - read - set(OPTION.findall(elsewhere))
    ]
    return sorted(found)


NAMED_TEST = re.compile(r"`((?:src|tests)/[\w/.-]+\.py)::(\w+)`")


def promises(page: str) -> list[tuple[int, str]]:
    """The promises of docs/privacy.md: its list items and table rows, with their line (header rows left out)."""
    lines = page.splitlines()
    rows = []
    for number, line in enumerate(lines, 1):
        rule_below = number < len(lines) and set(lines[number].strip()) <= set("|-: ") and lines[number].strip()
        if line.startswith("|") and set(line) - set("|-: ") and not rule_below:
            rows.append((number, line))
    return rows


def privacy_page(page: str, repository: Path) -> list[str]:
    """Each promise (a row of a table) names a test as `path::test_name`, and the test is there."""
    found = []
    for number, row in promises(page):
        if not NAMED_TEST.search(row) and "no test" not in row:
            found.append(f"docs/privacy.md:{number} names no test: add `path::test_name`, or say “no test” and why.")
    for path, name in NAMED_TEST.findall(page):
        source = repository / path
        if not source.exists() or not re.search(rf"^\s*def {name}\(", source.read_text(encoding="utf-8"), re.MULTILINE):
            found.append(f"docs/privacy.md names {path}::{name}, which does not exist.")
    return found


def commands(tree: Tree) -> list[str]:
    """The management commands, as one types them."""
    return sorted(
        path.stem.replace("_", "-")
        for path in tree.root.glob("*/management/commands/*.py")
        if not path.name.startswith("_")
    )


def commands_page(tree: Tree, page: str) -> list[str]:
    return [
        f"docs/run-your-own.md does not tell of `./rooted {name}`."
        for name in commands(tree)
        if not re.search(rf"\./rooted {name}\b", page)
    ]


WORD = re.compile(r"^\*\*([^*]+)\*\*", re.MULTILINE)


IDLE = ("Manager", "Handler", "Service", "Helper", "Util")


def words_page(page: str, tree: Tree) -> list[str]:
    """Every model is a word of docs/words.md, and no class is named after being useful."""
    known = {word.strip().lower() for line in WORD.findall(page) for word in line.split(",")}
    found = []
    for source in tree.python(tests=False):
        for node in ast.parse(source.text).body:
            if not isinstance(node, ast.ClassDef):
                continue
            word = re.sub(r"(?<!^)(?=[A-Z])", " ", node.name).lower()
            if _is_model(node, source.path) and word not in known:
                found.append(f"{source.name}:{node.lineno} {node.name}: “{word}” is not in docs/words.md.")
            if node.name.endswith(IDLE):
                found.append(f"{source.name}:{node.lineno} {node.name}: name it after the thing it is.")
    return found


def _is_model(node: ast.ClassDef, path: Path) -> bool:
    """A class of models.py that is neither a list of choices, a queryset nor abstract."""
    if path.name != "models.py" and path.parent.name != "models":
        return False
    bases = [ast.unparse(base) for base in node.bases]
    return not ("abstract = True" in ast.unparse(node) or any(b.endswith(("Choices", "QuerySet")) for b in bases))
