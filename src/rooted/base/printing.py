"""Papers as PDF: typst in a process of its own, with a time limit, two at most at once.

    pdf("posters/poster.typ", {"name": group.name, …})    # templates/posters/poster.typ of the app `posters`

What people wrote travels as JSON (`#json(bytes(sys.inputs.data))` in the template), never as source. Call it outside
transactions. The document holds no author and no time; its title is "Notice".
"""

import functools
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from rooted.base.logs import tell

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "base" / "fonts"
SETTER = ROOT / "base" / "typesetting.py"
SECONDS = 20.0  # a page takes a tenth of one, on a very busy machine two
AT_ONCE, PATIENCE = 2, 2.0  # how many set at once; seconds the next one waits for a place
LONGEST = 200_000  # characters of JSON
_places = threading.BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """Other papers are being set: try again in a moment."""


class Failed(Exception):
    """The paper could not be set, or not in time."""


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF (PDF/UA-1) of `template` ("posters/poster.typ") with `data`. Raises Busy or Failed."""
    return set_paper(found(template), data)


def png(template: str, data: dict[str, Any]) -> bytes:
    """Its first page as a picture of 144 points an inch. Raises Busy or Failed."""
    return set_paper(found(template), data, kind="png")


def found(template: str) -> Path:
    """Where the template of an app lies."""
    app, _slash, name = template.partition("/")
    return ROOT / app / "templates" / app / name


def set_paper(template: Path, data: dict[str, Any], *, kind: str = "pdf") -> bytes:
    """Set the template at that path, which lies below this package."""
    asked = {"template": str(template), "root": str(ROOT), "fonts": str(FONTS), "format": kind, "data": data}
    packed = json.dumps(asked)
    if len(packed) > LONGEST:
        raise Failed
    if not _places.acquire(timeout=PATIENCE):
        raise Busy
    try:
        done = subprocess.run(  # noqa: S603  our own program; everything from outside is on stdin
            [sys.executable, "-I", str(SETTER)],
            input=packed.encode(), capture_output=True, timeout=SECONDS, check=True, env={}, cwd=ROOT,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:  # typst's words may quote what people wrote: not logged
        tell("paper-failed", error=error, template=template.name)
        raise Failed from None
    finally:
        _places.release()
    return done.stdout


@functools.cache
def printable() -> frozenset[int]:
    """Every character our fonts hold in both weights."""
    lines = (FONTS / "coverage.txt").read_text(encoding="ascii").split("\n")
    pairs = ([int(code, 16) for code in line.split()] for line in lines if line)
    return frozenset(code for first, last in pairs for code in range(first, last + 1))


def unprintable(text: str) -> str:
    """The characters of `text` that no font of ours has, each once; empty when all can be printed."""
    return "".join(sorted({letter for letter in text if ord(letter) not in printable() and not letter.isspace()}))
