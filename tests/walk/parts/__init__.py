"""What each part of the product tells the walks of itself, one file an app, found by itself.

make_objects(world)   adds to `world.objects` what the part's addresses name (and "foreign <name>" of group Depot)
OBJECTS               {"app" or "app:route": name in world.objects}
NOT_TYPED             {"app.kind": fields nobody types}, beside drivers marked @fills("app.kind")
FORMS, BUTTONS, READ_ONLY   what each route takes (tests/faults/forms.py)
A value in an address with another name than `pk` gets its entry in VALUES: {name: lambda world: (real, of nobody)}.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any


def _parts() -> list[Any]:
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")
    return [import_module(f"{__name__}.{name}") for name in names]


def all_named(name: str) -> Iterator[Any]:
    """`name` of every part that has it. Only once all parts can be imported: in a function, not while they are."""
    return (getattr(part, name) for part in _parts() if hasattr(part, name))


def collected(name: str, start: Any) -> Any:
    """The lists, sets or dicts of all parts as one."""
    for value in all_named(name):
        start = start + value if isinstance(start, list) else start | value
    return start
