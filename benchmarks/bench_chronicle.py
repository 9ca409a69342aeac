"""The chronicle's pages at 15,000 and 100,000 records, on SQLite or, with ROOTED_DATABASE set, on an empty PostgreSQL
database of that name; beside each bare Django's list of 50 in the same run.

    python benchmarks/bench_chronicle.py 15000
    ROOTED_DATABASE=postgres://rooted:rooted@127.0.0.1/bench python benchmarks/bench_chronicle.py 100000

CPU is this process's; on PostgreSQL the database's own work is not in it, so the time by the clock stands beside it.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from measure import Side

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
ROUNDS, AT_ONCE = 6, 3

PAGES = {
    "list": "/struggles/?short=1",
    "list, one country and form": "/struggles/?short=1&country=GB&form=strike",
    "list, the largest first": "/struggles/?short=1&sort=largest",
    "list, page 100": "/struggles/?short=1&page=100",
    "search, ordinary words": "/struggles/?short=1&q=riders+7001",
    "search, commonest words": "/struggles/?short=1&q=workers+decided",
    "map": "/struggles/map/?short=1",
    "timeline": "/struggles/timeline/?short=1",
    "compare": "/struggles/compare/?short=1&held=form&asked=won",
    "compare, by decade": "/struggles/compare/?form=strike&short=1&held=decade&asked=lasted",
    "what went together": "/struggles/compare/together/?short=1",
    "feed": "/struggles/feed.atom?short=1",
    "read API, a page of 50 whole": "/api/struggles/?short=1",
}


def prepare(count: int):
    """A fresh database with so many public records; a client, and the address of one of them."""
    os.environ.setdefault("ROOTED_DATA", tempfile.mkdtemp(prefix="rooted-bench-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "rooted.config.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from rooted.struggles.models import Struggle
    from rooted.struggles.tests import make

    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    call_command("migrate", verbosity=0)
    began = time.monotonic()
    make.many(make.group(), count)
    print(f"{count:,} records written in {time.monotonic() - began:.0f} s", flush=True)
    return Client(), Struggle.objects.order_by("pk").first().get_absolute_url()


def look(client, path: str) -> tuple[float, float, int, int]:
    """CPU and clock (milliseconds) of one request, its statements and bytes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as statements:
        cpu, clock = time.process_time(), time.monotonic()
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        cpu, clock = time.process_time() - cpu, time.monotonic() - clock
    if response.status_code != 200:
        raise SystemExit(f"{path}: {response.status_code}")
    return cpu * 1_000, clock * 1_000, len(statements), len(body)


def main(count: int) -> None:
    client, record = prepare(count)
    bare = Side("bare", records=506)
    bare.ask("run", page="record_list", times=5)
    base = min(min(bare.ask("run", page="record_list", times=5)["cpu"]) for _round in range(5))
    print(f"bare Django, list of 50: {base:.1f} ms\n{'':32}{'CPU ms':>9}{'clock':>9}{'SQL':>5}{'bytes':>9}   ratio")
    for name, path in {**PAGES, "one record, with those like it": record}.items():
        if (response := client.get(path)).status_code == 302:
            path = response["Location"]  # noqa: PLW2901  a question has one address; a form leads there
        seen = [look(client, path) for _time in range(ROUNDS * AT_ONCE)]
        cpu, clock = min(one[0] for one in seen), min(one[1] for one in seen)
        print(f"{name:32}{cpu:9.1f}{clock:9.1f}{seen[-1][2]:5}{seen[-1][3]:9}   {cpu / base:.1f}x", flush=True)
    bare.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15_000)
