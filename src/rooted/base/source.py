"""The source of this very server, as one file: AGPL-3.0, section 13."""

import gzip
import io
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# Only what is named here is handed out: a backup or a key that was left in the folder is not.
PARTS = {
    "src", "tests", "docs", "deploy", "scripts", "benchmarks", ".ci", "rooted", "manage.py", "conftest.py", "Makefile",
    "pyproject.toml", ".gitignore", "LICENSE", "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
}  # fmt: skip
ENDINGS = {
    "", ".py", ".html", ".css", ".js", ".svg", ".png", ".md", ".txt", ".xml", ".toml", ".po", ".mo", ".json",
    ".csv", ".tsv", ".gz", ".sh", ".service", ".conf", ".containerignore", ".yml", ".ini", ".ttf", ".typ",
}  # fmt: skip

MADE_HERE = {"__pycache__", "screens"}  # compiled files, and the pictures that the browser tests leave behind


def files(root: Path, *, leave_out: Path) -> Iterator[Path]:
    """Every file of the source below `root`, in order of name; nothing below `leave_out`, nothing hidden, no links."""
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root).parts
        named = inner[0] in PARTS or (len(inner) == 1 and inner[0].startswith("requirements"))
        hidden = any(part.startswith(".") or part in MADE_HERE for part in inner[1:])
        if not named or hidden or path.is_relative_to(leave_out) or path.is_symlink() or not path.is_file():
            continue
        if path.suffix in ENDINGS:
            yield path


def archive(root: Path, *, leave_out: Path) -> bytes:
    """A .tar.gz of the source; the same files give the same bytes; no owner, no hour of this machine in it."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for path in files(root, leave_out=leave_out):
            entry = tarfile.TarInfo("rooted/" + path.relative_to(root).as_posix())
            content = path.read_bytes()
            entry.size = len(content)
            entry.mode = 0o755 if path.stat().st_mode & 0o100 else 0o644
            tar.addfile(entry, io.BytesIO(content))
    return gzip.compress(plain.getvalue(), mtime=0)


@cache
def running_archive(root: Path, leave_out: Path) -> bytes:
    """The archive of the source this process runs, made once."""
    return archive(root, leave_out=leave_out)
