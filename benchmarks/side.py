"""One side of a comparison, alone in its process: fills a database in a temporary folder, runs pages on demand."""

import json
import sys
import tempfile
import time
from importlib import import_module


def main(name: str) -> None:
    """Answer one JSON line for each JSON line, until the other end closes."""
    with tempfile.TemporaryDirectory(prefix="rooted-bench-") as folder:
        side = import_module(f"{name}_side").Side(folder)
        for request in map(json.loads, sys.stdin):
            print(json.dumps(answer(side, request)), flush=True)


def answer(side, request: dict) -> dict:
    what = request.pop("do")
    if what == "world":
        side.fill(**request)
        return {}
    page = getattr(side, request["page"])
    return look(page) if what == "look" else {"cpu": [cpu(page) for _ in range(request["times"])]}


def look(page) -> dict:
    """How many statements that read or write, and how many bytes; the page must be what it claims to be."""
    from django.db import connection

    statements = []

    def note(execute, sql, *rest):
        statements.append(sql)
        return execute(sql, *rest)

    page()
    with connection.execute_wrapper(note):
        response = page()
    count = sum(sql.split(None, 1)[0] in ("SELECT", "INSERT", "UPDATE", "DELETE") for sql in statements)
    return {"queries": count, "bytes": len(getattr(response, "content", b""))}


def cpu(page) -> float:
    """CPU milliseconds of one run."""
    start = time.process_time()
    page()
    return (time.process_time() - start) * 1_000


if __name__ == "__main__":
    main(sys.argv[1])
