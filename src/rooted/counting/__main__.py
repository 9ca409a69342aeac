"""`./rooted count FILE`: needs neither Django nor a database, so that anyone can check a published result."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from rooted.counting.files.reading import read
from rooted.counting.files.text import LARGEST, wrong
from rooted.counting.plain import plain
from rooted.counting.recount import METHODS, Wanted, recount
from rooted.counting.table import text
from rooted.counting.telling import Refused


def parser() -> argparse.ArgumentParser:
    """What can be typed after `./rooted count`."""
    found = argparse.ArgumentParser(prog="./rooted count", description="Count a file of ballots, stage by stage.")
    found.add_argument("file", type=Path, help="the ballots: .blt, PrefLib's .soc, .soi, .toc, .toi, or our own .json")
    found.add_argument("--method", help=f"one of: {', '.join(METHODS)}; if not as a .json file says, scottish-stv")
    found.add_argument("--seats", type=int, help="how many are to be elected, if not as the file says")
    found.add_argument("--seed", help="what was agreed beforehand to draw lots from: all names, or level ones")
    found.add_argument("--none", metavar="NAME", help="the option that means “none of these”")
    found.add_argument("--quorum", type=int, default=0, help="how many must prefer an option to “none of these”")
    found.add_argument("--json", action="store_true", help="everything as JSON")
    return found


def main(words: Sequence[str]) -> int:
    """Count and print; the exit code: 0, or 1 after one sentence that says what is wrong."""
    given = parser().parse_args(words)
    try:
        if given.file.stat().st_size > LARGEST * 1_000_000:
            raise wrong("size", most=LARGEST)
        file = read(given.file.name, given.file.read_bytes())
        count = recount(file, given.method, Wanted(given.seats, given.seed, given.none, given.quorum))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"{given.file} cannot be read: {fault.strerror}.", file=sys.stderr)
        return 1
    if given.json:
        print(json.dumps({"title": file.title, **plain(count)}, ensure_ascii=False, indent=1))
        return 0
    heading = [file.title, ""] if file.title else []
    print("\n".join([*heading, text(count, shutil.get_terminal_size((100, 24)).columns)]))
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the beginning has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
