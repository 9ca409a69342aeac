"""The layer map is the privacy map (docs/architecture.md). A new app or edge is one line here and a decision record."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.walk.source import Source, Tree

# From the ground up; apps on one line are neighbours and never name each other.
OPEN_FLOOR = [
    ["base"],
    ["places", "people"],
    ["circles"],
    ["groups"],
    ["limits"],
    ["translations"],
    ["records"],
    ["struggles"],
    ["tables"],
    ["mappings"],
    ["imports", "exports", "comparisons", "doubles"],
    ["debate"],
    ["calls"],
    ["bulletins"],
    ["federation"],
]
# ════════ the privacy line ════════
CLOSED_FLOOR = [
    ["drafts"],
    ["notes", "tasks", "shelf", "posters", "reports", "areas"],
    ["register"],
    ["ballots"],
    ["rules"],
    ["assembly"],
    ["proposals"],
    ["delegates"],
    ["intake", "workplaces"],
    ["conference", "solidarity", "inquiry", "support"],
    ["nudges"],
]
TOP = [["home"], ["operate"], ["demo"]]

LAYERS = {app: height for height, line in enumerate(OPEN_FLOOR + CLOSED_FLOOR + TOP) for app in line}
CLOSED = {app for line in CLOSED_FLOOR for app in line}
PURE = {"charts", "counting", "opinion", "timetable"}  # packages without Django, used by any app
FROM_HOME = "site/"  # templates home provides to every page below it

# Who may point at whom: a person belongs to nobody, a seat is named by its group and by the closed floor only.
MAY_POINT_AT = {"people.person": {"people"}, "groups.seat": {"groups"} | CLOSED}


def may_name(app: str, other: str) -> bool:
    """True if `app` may name `other`: itself, or an app below it."""
    if other == app or other in PURE or (other == "config" and app == "operate"):
        return True
    return app in LAYERS and other in LAYERS and LAYERS[other] < LAYERS[app]


def unknown_apps(tree: Tree) -> list[str]:
    return [
        f"{app}: not on the layer map. Put it on its line in tests/walk/layers.py and write a decision record."
        for app in tree.apps
        if app not in LAYERS and app not in PURE
    ]


def _wrong(source: Source, line: int, how: str, other: str) -> str:
    return (
        f"{source.name}:{line} {how} {other}, which is not below {source.app}. "
        "Down: call. Up: announce a fact. Sideways: wire it in home/wires.py."
    )


def imports(tree: Tree) -> list[str]:
    """Imports that go up or sideways."""
    found = []
    for source in tree.python():
        if source.app in LAYERS or source.app in PURE:
            for line, module in imported(source):
                parts = module.split(".")
                if parts[0] == "rooted" and len(parts) > 1 and not may_name(source.app, parts[1]):
                    found.append(_wrong(source, line, "imports", parts[1]))
    return found


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """Every module or name a file imports, dotted, with its line."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield node.lineno, f"rooted.{source.app}.{node.module or ''}"
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "import_string", "__import__"}:
            yield from ((node.lineno, value) for value in _texts(node.args[:1]))


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _texts(nodes: Iterable[ast.AST]) -> Iterator[str]:
    yield from (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))


RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "get_model"}


def string_relations(tree: Tree) -> list[str]:
    """`ForeignKey("groups.Group")` and `get_model("groups", "Group")`: the forms that import checkers miss."""
    found = []
    for source in tree.python(migrations=True):
        for node in source.nodes:
            if isinstance(node, ast.Call) and _called(node) in RELATIONS:
                values = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "to")]
                for text in _texts(values):
                    other = text.split(".")[0].lower()
                    if other in LAYERS and not may_name(source.app, other):
                        found.append(_wrong(source, node.lineno, "points at", text))
    return found


def relations(models: Iterable) -> list[str]:
    """Foreign keys, as Django resolved them: none upward, none to people or seats where they are not allowed."""
    found = []
    for model in models:
        app = model._meta.app_label
        for field in model._meta.get_fields():
            if field.auto_created or not field.is_relation or app not in LAYERS:
                continue
            target = field.related_model._meta
            if not may_name(app, target.app_label):
                found.append(f"{model._meta.label}.{field.name} points up or sideways, at {target.label}.")
            allowed = MAY_POINT_AT.get(target.label_lower)
            if allowed is not None and app not in allowed:
                found.append(
                    f"{model._meta.label}.{field.name} points at {target.label}. Keep a plain id that only its own app "
                    "can resolve (groups.access.same_seat), or seal it."
                )
    return found


ADDRESS = re.compile(r"([a-z]+):[a-z][a-z0-9-]*")


def python_addresses(tree: Tree) -> list[str]:
    """`reverse("groups:page")`, `redirect("…")` and every other string that is the name of a route."""
    found = []
    for source in tree.python():
        for node in source.nodes:
            for text in _texts([node]):
                hit = ADDRESS.fullmatch(text)
                if hit and hit[1] in LAYERS and source.app in LAYERS and not may_name(source.app, hit[1]):
                    found.append(_wrong(source, node.lineno, "links to", text))
    return found


LINK = re.compile(r"\{%\s*url\s+[\"']([a-z]+):")
PART = re.compile(r"\{%\s*(?:include|extends|includeblock)\s+[\"']([a-z]+)/")
FIXED = re.compile(r"\s(?:href|action|src)=[\"']/")


def template_links(tree: Tree) -> list[str]:
    """{% url %}, {% include %} and {% extends %} that go up or sideways, and addresses written out."""
    found = []
    for source in tree.templates():
        for pattern, how in ((LINK, "links to"), (PART, "includes a template of")):
            for hit in pattern.finditer(source.without_comments):
                other = hit[1]
                if how != "links to" and f"{other}/" == FROM_HOME:
                    continue
                if source.app in LAYERS and not may_name(source.app, other):
                    found.append(_wrong(source, source.line_of(hit.start()), how, other))
        for hit in FIXED.finditer(source.without_comments):
            found.append(f"{source.name}:{source.line_of(hit.start())} writes an address out: use {{% url %}}.")
    return found
