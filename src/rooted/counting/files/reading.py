"""Any file of ballots we know, told by the end of its name."""

from pathlib import PurePath

from rooted.counting.files import preflib
from rooted.counting.files.blt import read_blt
from rooted.counting.files.ours import read_ours
from rooted.counting.files.preflib import read_preflib
from rooted.counting.files.text import BallotFile, StandsFile, wrong


def read(name: str, data: bytes) -> BallotFile | StandsFile:
    """The ballots in `data`, the content of the file called `name`; UnreadableBallots, if it holds none."""
    kind = PurePath(name).suffix.lower().removeprefix(".")
    if kind == "blt":
        return read_blt(data)
    if kind in preflib.KINDS:
        return read_preflib(data, kind)
    if kind == "json":
        return read_ours(data)
    raise wrong("kind")
