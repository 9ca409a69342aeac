"""Filling the table of towns."""

import gzip
import hashlib
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from rooted.base.fold import line
from rooted.places.models import TownEdition, TownName

Row = tuple[int | float | str, ...]
SHIPPED = Path(__file__).parent / "data" / "towns.tsv.gz"

PUT_TOWNS = """
INSERT INTO places_town (id, name, country, region, near, population, latitude, longitude)
VALUES {rows}
ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country, region = excluded.region,
    near = excluded.near, population = excluded.population, latitude = excluded.latitude, longitude = excluded.longitude
"""
PUT_NAMES = "INSERT INTO places_townname (town_id, folded) VALUES {rows}"
AT_ONCE = 500  # rows in one statement: one at a time takes PostgreSQL half a minute


def load_towns(path: Path = SHIPPED) -> int:
    """Make the table hold the towns of the file, as one act; answers how many, 0 if this very file was loaded last.

    Takes about two seconds. A town that is no longer in the file stays: records may point to it.
    """
    content = path.read_bytes()
    digest = hashlib.blake2b(content, digest_size=32).hexdigest()
    if TownEdition.objects.filter(digest=digest).exists():
        return 0
    towns, names = _read(gzip.decompress(content).decode())
    with transaction.atomic():
        TownName.objects.all().delete()
        with connection.cursor() as cursor:
            _write(cursor, PUT_TOWNS, towns)
            _write(cursor, PUT_NAMES, names)
        TownEdition.objects.all().delete()
        TownEdition.objects.create(digest=digest)
    return len(towns)


def _write(cursor: CursorWrapper, statement: str, rows: list[Row]) -> None:
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        marks = ", ".join([f"({', '.join(['%s'] * len(some[0]))})"] * len(some))
        cursor.execute(statement.format(rows=marks), [value for row in some for value in row])


def _read(text: str) -> tuple[list[Row], list[Row]]:
    """Rows of the two tables from the lines of the file (scripts/build_towns.py writes it)."""
    towns: list[Row] = []
    names: list[Row] = []
    for row in text.splitlines():
        number, name, country, region, near, population, latitude, longitude, others = row.split("\t")
        key = int(number)
        towns.append((key, name, country, region, near, int(population), float(latitude), float(longitude)))
        folded = [line(name), *others.split("|")] if others else [line(name)]
        names += [(key, one) for one in folded]
    return towns, names
