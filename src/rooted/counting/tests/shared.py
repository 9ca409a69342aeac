"""Where the real elections lie, beside the repository; tests that need them say so and skip where they are not."""

import os
from pathlib import Path

import pytest

from rooted.counting.files.text import UnreadableBallots

REPOSITORY = Path(__file__).resolve().parents[4]
VOTES = Path(os.environ.get("ROOTED_SHARED") or REPOSITORY.parent / "shared" / "data") / "votes"


def votes(path):
    """The bytes of a file of real votes."""
    file = VOTES / path
    if not file.exists():
        pytest.skip(f"The real elections are not here: {file}")
    return file.read_bytes()


def answer(read, data):
    """What the file holds, or the sentence by which it is refused; any other fault comes through."""
    try:
        return read(data)
    except UnreadableBallots as refusal:
        return str(refusal)
