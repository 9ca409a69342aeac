"""Things the source never does, each because it would open a door (docs/architecture.md, docs/privacy.md)."""

import ast
from collections.abc import Iterator

from tests.walk.layers import imported
from tests.walk.source import Source, Tree

# module: the only files that may import it, and why nobody else
ONLY_HERE = {
    "nacl": ({"base/seal.py"}, "keys and sealing have one home; call rooted.base.seal"),
    "argon2": ({"base/seal.py"}, "Argon2 runs behind the two places of rooted.base.seal"),
    "pyrage": (
        {"operate/backups.py", "operate/restoring.py"},
        "age files are backups and personal exports only",
    ),
    "random": ({"base/jobs.py"}, "use secrets: a guessable number is a way in"),
}
NEVER = {
    "django.contrib.admin": "whoever runs the server could browse",
    "django.contrib.auth": "people are rooted.people; a password hash would be a second way in",
    "django.contrib.messages": "it keeps text in a cookie or session",
    "django.contrib.contenttypes": "it points at anything, over the layer map",
    "django.db.models.signals": "call an action, or announce a fact",
    "django.dispatch": "call an action, or announce a fact",
    "pickle": "sessions and jobs are plain values",
}
# Parts of those that hold no models and no second way in.
HARMLESS = {"django.contrib.auth.password_validation": {"people/passphrases.py"}}  # the list of common passwords
READING = {"open_sealed", "decrypt", "open_circle", "OpenCircle", "Keyring", "keyring", "open_for"}


def imports(tree: Tree) -> list[str]:
    """Imports that only one module may do, or none."""
    found = []
    for source in tree.python(tests=False):
        for line, module in imported(source):
            for name, (homes, why) in ONLY_HERE.items():
                if _inside(module, name) and source.name not in homes:
                    found.append(f"{source.name}:{line} imports {name}: {why}.")
            for name, why in NEVER.items():
                if _inside(module, name) and not _harmless(source, module):
                    found.append(f"{source.name}:{line} imports {name}: {why}.")
    return found


def _harmless(source: Source, module: str) -> bool:
    return any(_inside(module, part) and source.name in files for part, files in HARMLESS.items())


def _inside(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def jobs_that_read(tree: Tree) -> list[str]:
    """A job runs without anyone's key: jobs.py names nothing that opens sealed content."""
    found = []
    for source in tree.python(tests=False):
        if source.path.name == "jobs.py" and source.name != "base/jobs.py":
            for line, name in _names(source):
                if name in READING:
                    found.append(f"{source.name}:{line} names {name}: jobs carry no keys; do it in a member's request.")
    return found


def _names(source: Source) -> Iterator[tuple[int, str]]:
    for node in source.nodes:
        if isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield from ((node.lineno, part) for part in alias.name.split("."))


def work_in_save(tree: Tree) -> list[str]:
    """No `save` or `delete` of its own on a model or a form: that is an action."""
    return [
        f"{source.name}:{node.lineno} defines {node.name}(): write an action instead."
        for source in tree.python(tests=False)
        if source.path.name in {"models.py", "forms.py"} or source.path.parent.name == "models"
        for node in source.nodes
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]


def settings(values: dict) -> list[str]:
    """What the settings never say."""
    found = [f"INSTALLED_APPS holds {app}." for app in values["INSTALLED_APPS"] if app in NEVER]
    found += [
        "ATOMIC_REQUESTS is on: an action opens its own transaction."
        for database in values["DATABASES"].values()
        if database.get("ATOMIC_REQUESTS")
    ]
    return found
