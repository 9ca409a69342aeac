"""One verb = one URL = one view = one template = one test file, of the same name; the same file names in every app."""

import ast
import inspect
import re
import textwrap
from pathlib import Path

from tests.walk.routes import Route
from tests.walk.source import Tree

ANATOMY = {
    "README.md", "__init__.py", "apps.py", "models.py", "access.py", "actions.py", "sealed.py", "board.py", "events.py",
    "reactions.py", "jobs.py", "forms.py", "views.py", "urls.py",
}  # fmt: skip
FOLDERS = {"models", "views", "templates", "migrations", "tests", "management", "static", "templatetags"}
NO_ANATOMY = {"base", "config"}  # base is a shelf of modules, each with one purpose

NEVER_NAMED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "services",
    "service",
    "managers",
    "misc",
    "lib",
    "tools",
}


def route_names(routes: list[Route]) -> list[str]:
    """Each route has a name of small letters and dashes, inside its app, once; its view bears the same name."""
    found = []
    seen = set()
    for route in routes:
        if not re.fullmatch(r"[a-z]+:[a-z]+(-[a-z]+)*", route.name):
            found.append(f"{route.pattern!r} is named {route.name!r}: use app:verb-or-thing, small letters and dashes.")
            continue
        if route.name in seen:
            found.append(f"{route.name} is the name of two addresses: one verb, one URL.")
        seen.add(route.name)
        if not inspect.isfunction(route.view):
            found.append(f"{route.name} is not a function: views are functions.")
        elif route.view.__name__ != route.word:
            found.append(f"{route.name} calls {route.view.__name__}: name the view {route.word}.")
        elif not re.fullmatch(rf"rooted\.{route.app}\.views(\.\w+)?", route.view.__module__):
            found.append(f"{route.name} calls a view of {route.view.__module__}: put it in {route.app}/views.py.")
    return found


def rendered(view) -> set[str]:
    """The templates a view function names in its render() calls."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(view)))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.args) > 1]
    names = [call.args[1] for call in calls if getattr(call.func, "id", "").startswith("render")]
    return {name.value for name in names if isinstance(name, ast.Constant)}


def route_templates(routes: list[Route], tree: Tree) -> list[str]:
    """A view renders the template of its own name, and that template exists."""
    found = []
    for route in routes:
        if not inspect.isfunction(route.view):
            continue
        own = f"{route.app}/{route.word}.html"
        for name in sorted(rendered(route.view)):
            if name != own:
                found.append(f"{route.name} renders {name}: its template is {own} (partials begin with _).")
            elif not (tree.root / route.app / "templates" / own).exists():
                found.append(f"{route.name} renders {own}, which is not in {route.app}/templates/.")
    return found


def pages_without_a_route(routes: list[Route], tree: Tree) -> list[str]:
    """A template without `_` belongs to a route; one that nobody can open is left over."""
    names = {f"{route.app}/templates/{route.app}/{route.word}.html" for route in routes}
    return [
        f"{source.name} belongs to no route: delete it, or begin its name with _."
        for source in tree.templates()
        if source.path.suffix == ".html"
        and source.path.parent.name == source.app
        and not source.path.name.startswith("_")
        and source.name not in names
        and source.name not in PAGES_OF_THE_FRAME
    ]


PAGES_OF_THE_FRAME = {
    f"base/templates/base/{name}.html"
    for name in ("page", "bare", "again", "not_found", "failed", "busy", "csrf_failure", "refused", "slow")
}


def route_tests(routes: list[Route], tree: Tree) -> list[str]:
    """tests/test_<view>.py exists beside the view and names the route."""
    found = []
    for route in routes:
        path = tree.root / route.app / "tests" / f"test_{route.word}.py"
        if not path.exists():
            found.append(f"{route.name} has no {path.relative_to(tree.root)}: write one.")
        elif route.name not in path.read_text(encoding="utf-8"):
            found.append(f'{path.relative_to(tree.root)} never opens "{route.name}" (use reverse with the name).')
    return found


def app_files(tree: Tree) -> list[str]:
    """An app holds the files everyone knows; any other is named in the app's README.md with its purpose."""
    found = []
    for app in [name for name in tree.apps if name not in NO_ANATOMY]:
        readme = tree.root / app / "README.md"
        words = readme.read_text(encoding="utf-8") if readme.exists() else ""
        for path in sorted((tree.root / app).iterdir()):
            allowed = FOLDERS if path.is_dir() else ANATOMY
            known = path.name in allowed or re.search(rf"`{path.stem}[./`]", words)
            if path.name != "__pycache__" and not known:
                found.append(
                    f"{app}/{path.name}: not a file name of the anatomy (docs/architecture.md). If it must be, "
                    f"say in {app}/README.md what `{path.name}` is for."
                )
    return found


def shelf_names(tree: Tree) -> list[str]:
    """No file named after being useful."""
    return [
        f"{path.relative_to(tree.root)}: name it after what it does."
        for path in sorted([*tree.root.rglob("*.py"), *tree.root.glob("*")])
        if path.stem in NEVER_NAMED
    ]


def app_readmes(tree: Tree) -> list[str]:
    """Each app says in at most 30 lines what it is for, its words and its rules."""
    found = []
    for app in tree.apps:
        path = tree.root / app / "README.md"
        if not path.exists():
            found.append(f"{app}/README.md is missing: purpose, words, rules, who may do what, in at most 30 lines.")
        elif len(path.read_text(encoding="utf-8").splitlines()) > 30:
            found.append(f"{app}/README.md is longer than 30 lines.")
    return found


def migrations(tree: Tree) -> list[str]:
    """Named, and one after the other."""
    found = []
    for app in tree.apps:
        files = sorted(p for p in (tree.root / app).glob("migrations/*.py") if p.name != "__init__.py")
        for number, path in enumerate(files, 1):
            if "_auto_" in path.name or not re.fullmatch(rf"{number:04}_[a-z0-9_]+\.py", path.name):
                found.append(f"{_under(path, tree)}: name it {number:04}_what_it_does.py.")
            before = _dependencies(path, app)
            expected = [files[number - 2].stem] if number > 1 else []
            if before != expected:
                found.append(
                    f"{_under(path, tree)} follows {before}: it must follow {expected}, one line, no branches."
                )
    return found


def _under(path: Path, tree: Tree) -> str:
    return path.relative_to(tree.root).as_posix()


def _dependencies(path: Path, app: str) -> list[str]:
    """The migrations of the same app that a migration names as coming before it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "dependencies":
            pairs = [ast.unparse(entry) for entry in node.value.elts]
            return [pair.split("'")[3] for pair in pairs if pair.startswith(f"('{app}', ")]
    return []


def relative_imports(tree: Tree) -> list[str]:
    return [
        f"{source.name}:{node.lineno} imports relatively: write the whole name."
        for source in tree.python(migrations=True)
        for node in source.nodes
        if isinstance(node, ast.ImportFrom) and node.level
    ]


def bare_excepts(tree: Tree) -> list[str]:
    """No `except:`, and no `except Exception` that swallows what it caught."""
    return [
        f"{source.name}:{node.lineno} catches everything: name what you expect."
        for source in tree.python()
        for node in source.nodes
        if isinstance(node, ast.ExceptHandler) and node.type is None
    ]
