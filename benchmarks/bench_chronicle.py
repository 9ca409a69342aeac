"""The chronicle's pages at 15,000 and 100,000 records, on SQLite or, with ROOTED_DATABASE set, on an empty PostgreSQL
database of that name; in turns with bare Django's pages, and with pretalx's where a Python has it (pretalx_side.py).

    python benchmarks/bench_chronicle.py 15000 --pretalx /tmp/pretalx-venv/bin/python
    ROOTED_DATABASE=postgres://rooted:rooted@127.0.0.1/bench python benchmarks/bench_chronicle.py 100000

CPU is that of the process, the least of many; on PostgreSQL the database's own work is not in it, so the least time by
the clock stands beside it. Each page is drawn anew (this reader has a cookie); "kept" is what it costs the next
stranger, who gets it as it was drawn (base/kept_pages.py). With ROOTED_DATA set to a folder that an earlier run filled,
its records are taken.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from measure import Side

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
ROUNDS, AT_ONCE = 6, 3
AT_A_TIME = 500  # records written at once

PAGES = {
    "list": "/struggles/?short=1",
    "list, one country and form": "/struggles/?short=1&country=GB&form=strike",
    "list, the largest first": "/struggles/?short=1&sort=largest",
    "list, page 100": "/struggles/?short=1&page=100",
    "search, ordinary words": "/struggles/?short=1&q=riders+7001",
    "search, commonest words": "/struggles/?short=1&q=workers+decided",
    "map": "/struggles/map/?short=1",
    "timeline": "/struggles/timeline/?short=1",
    "compare: who led, won": "/struggles/compare/?short=1&held=led_by&asked=won",
    "compare: form, won": "/struggles/compare/?short=1&held=form&asked=won",
    "compare: country, lasted": "/struggles/compare/?short=1&held=country&asked=lasted",
    "compare: employer, won": "/struggles/compare/?short=1&held=employer&asked=won",
    "compare: branch, people": "/struggles/compare/?short=1&held=branch&asked=people",
    "compare: weak points, lost": "/struggles/compare/?short=1&held=weak&asked=lost",
    "compare: form, won, by country": "/struggles/compare/?short=1&held=form&asked=won&by=country",
    "compare: decade, lasted, strikes": "/struggles/compare/?form=strike&short=1&held=decade&asked=lasted",
    "what went together": "/struggles/compare/together/?short=1",
    "feed": "/struggles/feed.atom?short=1",
    "read API, a page of 50 whole": "/api/struggles/?short=1",
}
PEERS = {"landing page": "landing", "schedule without script": "schedule", "speakers": "speakers", "one talk": "talk"}


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

    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    call_command("migrate", verbosity=0)
    if not Struggle.objects.exists():
        began = time.process_time()
        write_records(count)
        print(f"{count:,} records written and published in {time.process_time() - began:.0f} s of CPU", flush=True)
    return Client(), Struggle.objects.order_by("pk").first().get_absolute_url()


def write_records(count: int) -> None:
    """Records with some of everything, much of it not known; titles and accounts are those of the lists."""
    from rooted.comparisons.tests.make import one as mixed
    from rooted.records.record import Place
    from rooted.struggles.models import Struggle
    from rooted.struggles.storing import Origin, store_records
    from rooted.struggles.tests import make

    owner, chance, plain = make.group(), random.Random(7), make.one_of_many
    for start in range(0, count, AT_A_TIME):
        told = [plain(number) for number in range(start, min(start + AT_A_TIME, count))]
        records = [
            replace(
                mixed(number, chance), title=one.title, account=one.account, employers=one.employers,
                places=tuple(Place("town", at.country, f"Region {number % 40}", at.town) for at in one.places),
            )
            for number, one in enumerate(told, start)
        ]  # fmt: skip
        made = store_records(records, Origin(owner, make.TODAY, seat=make.ANA))
        make.publish(Struggle.objects.filter(pk__in=[struggle.pk for struggle in made]), owner)


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


def kept(path: str) -> float:
    """CPU (milliseconds) of a stranger's request for a page that a stranger has just read."""
    from django.test import Client

    for _time in range(2):
        Client().get(path)
    return min(look(Client(), path)[0] for _time in range(ROUNDS * AT_ONCE))


def turns(client, path: str, bare: Side, page: str) -> tuple[list[tuple[float, float, int, int]], float]:
    """What each of our requests took, and the least of bare Django's page, asked for in turns."""
    seen, theirs = [], []
    look(client, path)
    for _round in range(ROUNDS):
        seen += [look(client, path) for _time in range(AT_ONCE)]
        theirs += bare.ask("run", page=page, times=AT_ONCE)["cpu"]
    return seen, min(theirs)


def main(count: int, pretalx: str, only: str) -> None:
    client, record = prepare(count)
    bare = Side("bare", records=506)
    client.cookies["elsewhere"] = "1"
    print(f"{'':34}{'CPU ms':>9}{'clock':>9}{'SQL':>5}{'bytes':>9}{'bare':>8}   ratio     kept")
    for name, path in {**PAGES, "one record, with those like it": record}.items():
        if only not in name:
            continue
        if (response := client.get(path)).status_code == 302:
            path = response["Location"]  # noqa: PLW2901  a question has one address; a form leads there
        seen, base = turns(client, path, bare, "hello" if path == record else "record_list")
        cpu, clock = min(one[0] for one in seen), min(one[1] for one in seen)
        written = f"{cpu:9.1f}{clock:9.1f}{seen[-1][2]:5}{seen[-1][3]:9}{base:8.1f}{cpu / base:7.1f}x{kept(path):9.2f}"
        print(f"{name:34}{written}", flush=True)
    if pretalx:
        beside_pretalx(pretalx, client, bare)
    bare.close()


def beside_pretalx(python: str, client, bare: Side) -> None:
    """pretalx's pages of an event of 50 sessions; our list of 50 and bare Django's in the same turns."""
    peer = Side("pretalx", python=python)
    print(f"\n{'pretalx':34}{'CPU ms':>9}{'SQL':>5}{'bytes':>9}{'ours':>8}{'bare':>8}   pretalx / our list")
    for name, page in PEERS.items():
        found, theirs, ours, plain = peer.ask("look", page=page), [], [], []
        for _round in range(ROUNDS):
            theirs += peer.ask("run", page=page, times=AT_ONCE)["cpu"]
            ours += [look(client, PAGES["list"])[0] for _time in range(AT_ONCE)]
            plain += bare.ask("run", page="record_list", times=AT_ONCE)["cpu"]
        written = f"{min(theirs):9.1f}{found['queries']:5}{found['bytes']:9}{min(ours):8.1f}{min(plain):8.1f}"
        print(f"{name:34}{written}   {min(theirs) / min(ours):.1f}x", flush=True)
    peer.close()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("count", type=int, nargs="?", default=15_000)
    options.add_argument("--pretalx", default="", help="a Python that has pretalx installed")
    options.add_argument("--only", default="", help="pages whose name has these words")
    given = options.parse_args()
    main(given.count, given.pretalx, given.only)
