"""What the name of a column can mean: the fields it may fill, the likeliest first."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from rooted.base.fold import line, without_article
from rooted.mappings.ways import BOUNDS
from rooted.mappings.words import LANGUAGES

TABLE = Path(__file__).parent / "data" / "columns.txt"
INSIDE = {"name", "title", "label", "text", "value", "id", *BOUNDS}  # what names of columns inside others end with
HULLS = {"properties", "fields", "attributes", "node", "data", "record"}  # what others stand in, and says nothing
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "startDate"


@functools.cache
def _names() -> dict[str, str]:
    """Folded name of a column -> field; the first that claims a name has it."""
    names: dict[str, str] = {}
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        field, known = row.split("\t")
        for name in known.split("|"):
            names.setdefault(name, field)
    return names


def fields_of(column: str, *, exact: bool) -> Iterator[str]:
    """The fields that a column's name, or only words of it, may mean."""
    for name in names_of(column) if exact else words_of(column):
        bare = " ".join(without_article(word) for word in name.split())
        if field := _names().get(name) or _names().get(bare):
            yield field


def plain(name: str) -> str:
    return line(HUMP.sub(" ", name).replace("_", " ").replace("#", " "))


def parts_of(column: str) -> list[str]:
    """The names of a column inside others, from the outermost one; those that only hold it together left out."""
    *around, last = [plain(part) for part in column.split(".") if plain(part)] or [""]
    return [*(part for part in around if part not in HULLS), last]


def parent_of(column: str) -> str:
    """What a column stands in; "" for one that stands alone."""
    return ".".join(parts_of(column)[:-1])


def names_of(column: str) -> list[str]:
    """The whole name, and of one inside another ("who.employer.name") its last parts, of which "name" says nothing."""
    parts = parts_of(column)
    if len(parts) > 1 and _names().get(parts[-2]) == "source":
        return [f"source {parts[-1]}", *(["source"] if parts[-1] in INSIDE else [])]
    if len(parts) > 1 and parts[-1] in LANGUAGES:  # "text.fr"
        parts = parts[:-1]
    names = [" ".join(parts), " ".join(parts[-2:])]
    if len(parts) == 1 or parts[-1] not in INSIDE:
        return [*names, parts[-1]]
    return names if parts[-1] == "id" else [*names, parts[-2]]


def words_of(column: str) -> list[str]:
    """The words of a longer name, several together before single ones: "start date of strike"; none of an id inside."""
    parts = parts_of(column)
    inside = len(parts) > 1
    words = [word for word in " ".join(parts).split() if not (inside and word in INSIDE)]
    if (inside and parts[-1] == "id") or (inside and any(_names().get(word) == "source" for word in words)):
        return []
    longer = [" ".join(words[at : at + many]) for many in (3, 2) for at in range(len(words) - many + 1)]
    return [*longer, *(word for word in words if len(word) > 2 or not word.isascii())]
