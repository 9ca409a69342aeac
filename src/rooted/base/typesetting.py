"""Sets one page description with typst, alone in its own process: JSON comes on stdin, the document goes to stdout.

base/printing.py starts it, and ends it when it takes too long. It writes no file and reads our templates and fonts.
"""

import json
import resource
import sys

import typst

MEMORY, SECONDS = 1_500_000_000, 30


def main() -> None:
    """One document; a failure leaves its reason on stderr and nothing on stdout."""
    asked = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    kind = {"format": "pdf", "pdf_standards": ["ua-1"]} if asked["format"] == "pdf" else {"format": "png", "ppi": 144.0}
    made = typst.compile(
        asked["template"],
        root=asked["root"],
        font_paths=[asked["fonts"]],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(asked["data"])},
        **kind,
    )
    sys.stdout.buffer.write((made[0] if isinstance(made, list) else made) or b"")


if __name__ == "__main__":
    main()
