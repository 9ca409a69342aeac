"""From a fresh clone to the first page, as a newcomer does it: clone, fetch and install (network), start."""

import resource
import subprocess
import tempfile
import time
from pathlib import Path

import servers


def timed(title: str, *command: str, cwd: str | Path = "/") -> None:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{title:44}{wall:10.2f}{cpu:10.2f}", flush=True)


def main() -> None:
    print(f"\n{'From a clone to the first page':44}{'wall s':>10}{'CPU s':>10}")
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "rooted"
        timed("git clone", "git", "clone", "--quiet", str(servers.SOURCE), str(clone))
        timed("./rooted install (.venv, fetch, unpack)", str(clone / "rooted"), "install", cwd=clone)
        python = str(clone / ".venv" / "bin" / "python")
        for title, start in (
            ("first start to first page", lambda: servers.ours(str(clone / "data"), clone, python)),
            ("the same, bare Django (migrate, first page)", lambda: servers.bare(folder, python)),
        ):
            server = start()
            print(f"{title:44}{server.wall:10.2f}{server.cpu:10.2f}", flush=True)
            server.stop()
    print("Goal: first start <= 6 s beside the network.")


if __name__ == "__main__":
    main()
