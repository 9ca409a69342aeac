"""Finding likely doubles among 15,000 and 100,000 records; CPU seconds of everything, and of the writing alone.

Beside it what the comparing alone takes once the records are in memory. No peer looks for doubles across lists.
"""

import os
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooted.config.settings")

YEARS = 40
TWICE = 20  # every so-maniest record is told a second time, a day later


def fill(count):
    """Records over 40 years; every twentieth a second time, from another list."""
    from django.db.models import F

    from rooted.records.record import Employer, Place, Source
    from rooted.struggles.models import Struggle
    from rooted.struggles.storing import Origin, store_records
    from rooted.struggles.tests import make

    owner = make.group()
    for start in range(0, count, 500):
        records = []
        for number in range(start, min(start + 500, count)):
            told = number - 1 if number % TWICE == 1 else number
            day = date(1980, 1, 1) + timedelta(days=told * YEARS * 365 // count + (told != number))
            country, town = make.TOWNS[told % 6]
            records.append(
                make.record(
                    number, title=f"{make.WORK[told % 8]} of {town} stop work", started_on=day,
                    account=f"They met on day {told} and decided to stay out until an answer came, {told % 977}.",
                    employers=(Employer(f"Firm{told % 2_003} Works"),), places=(Place("town", country, "", town),),
                    sources=(Source(f"https://example.org/{number}"),),
                )
            )  # fmt: skip
        store_records(records, Origin(owner, make.TODAY, seat=make.ANA))
    days = dict.fromkeys(("cleared_on", "publish_on", "published_on"), make.TODAY)
    Struggle.objects.update(public_id=F("id"), byline=owner.name, cleared_seat=make.BO, **days)  # none can be searched


def measure(count):
    from django.db import transaction

    from rooted.doubles import actions
    from rooted.doubles.models import Looked, Pair

    fill(count)
    longest, written = 0.0, 0.0

    def timed(write):
        def writing(*args, **kwargs):
            nonlocal longest, written
            before = time.process_time()
            write(*args, **kwargs)
            spent = time.process_time() - before
            longest, written = max(longest, spent), written + spent

        return writing

    actions.write_pairs, actions.write_looked = timed(actions.write_pairs), timed(actions.write_looked)
    before, pieces, reached = time.process_time(), 0, actions.look_at_some()
    while reached is not None:
        pieces, reached = pieces + 1, actions.look_at_some(before=reached)
    spent = time.process_time() - before
    assert Looked.objects.count() == count
    again = time.process_time()
    assert actions.look_at_some() is None
    again = time.process_time() - again
    print(
        f"{count:>8,} records: {spent:6.1f} s in {pieces} pieces, {1000 * spent / count:.2f} ms a record, "
        f"{Pair.objects.count():,} pairs; writing {written:.2f} s, the longest transaction {1000 * longest:.0f} ms; "
        f"a look when nothing is new {1000 * again:.0f} ms"
    )
    transaction.get_connection().close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0, skip_checks=True)
        measure(int(sys.argv[1]))
    else:
        import subprocess

        for count in (15_000, 100_000):
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run(
                    [sys.executable, __file__, str(count)], env=os.environ | {"ROOTED_DATA": folder}, check=True
                )
