"""Files: sealing and opening 15 MB, painting 12 million points anew. CPU milliseconds, and the most memory held.

Beside each stands what it costs without us: bytes copied, Pillow's own opening and saving. Each row runs in a process
of its own, so that the memory is its own.
"""

import io
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE, ACROSS, DOWN, TIMES = 15 * 1024 * 1024, 4_000, 3_000, 5
SOURCE = Path(__file__).resolve().parent.parent / "src"


def rows():
    """(title, what to run) of every row."""
    from PIL import Image

    from rooted.base import pictures, seal

    data, key = secrets.token_bytes(SIZE), seal.new_key()
    pieces = [data[start : start + seal.STREAM_CHUNK] for start in range(0, SIZE, seal.STREAM_CHUNK)]
    header, *sealed = seal.stream_seal(key, pieces, "bench")
    out = io.BytesIO()
    Image.effect_noise((ACROSS, DOWN), 40).convert("RGB").save(out, "JPEG", quality=80)
    photo = out.getvalue()

    def copied():
        return [bytes(bytearray(piece)) for piece in pieces]

    def plainly_saved():
        with Image.open(io.BytesIO(photo)) as opened:
            opened.save(io.BytesIO(), "JPEG", quality=pictures.QUALITY)

    return {
        "copy 15 MB": copied,
        "seal 15 MB": lambda: list(seal.stream_seal(key, pieces, "bench")),
        "open 15 MB": lambda: list(seal.stream_open(key, header, sealed, "bench")),
        "Pillow alone, 12 million points": plainly_saved,
        "paint 12 million points anew": lambda: pictures.repaint(photo),
    }


def one(title: str) -> dict[str, float]:
    """The least CPU milliseconds of some runs, and what the most memory grew by, in MB."""
    page = rows()[title]
    Path("/proc/self/clear_refs").write_text("5")  # the most memory held is counted anew from here
    before = memory("VmRSS")
    times = []
    for _run in range(TIMES):
        start = time.process_time()
        page()
        times.append((time.process_time() - start) * 1_000)
    return {"cpu": min(times), "memory": memory("VmHWM") - before}


def memory(which: str) -> float:
    """MB of this process."""
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{which}:")[1].split()[0]) / 1_024


def main() -> None:
    print(f"\nFiles, CPU milliseconds\n{'':34}{'ms':>10}{'more MB':>10}")
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        here = {**os.environ, "PYTHONPATH": str(SOURCE), "ROOTED_DATA": folder}
        here["DJANGO_SETTINGS_MODULE"] = "rooted.config.settings"
        for title in ("copy 15 MB", "seal 15 MB", "open 15 MB", "Pillow alone, 12 million points",
                      "paint 12 million points anew"):  # fmt: skip
            done = subprocess.run(
                [sys.executable, __file__, title], env=here, capture_output=True, text=True, check=True
            )
            found = json.loads(done.stdout)
            print(f"{title:34}{found['cpu']:10.1f}{found['memory']:10.1f}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(one(sys.argv[1])))
    else:
        main()
