"""Who may read what: anyone what is published."""

from typing import NamedTuple

from django.db import connection
from django.db.models import Q, QuerySet

from rooted.groups.access import open_seat
from rooted.groups.models import Seat
from rooted.people.keyring import Keyring
from rooted.struggles.models import Location, Struggle

MOST_REGIONS = 2_000  # in a list to choose from
# From one entry of an index to the next larger one: what is there is known without reading what is there often.
# Not EXISTS: PostgreSQL would join every place of the country.
OFFERED = """
WITH RECURSIVE found(countries) AS (
    SELECT MIN(countries) FROM struggles_struggle WHERE {public}
    UNION ALL
    SELECT (SELECT MIN(countries) FROM struggles_struggle WHERE countries > found.countries AND {public})
    FROM found WHERE found.countries IS NOT NULL
), named(region) AS (
    SELECT MIN(region) FROM struggles_location WHERE country = %(country)s AND region > ''
    UNION ALL
    SELECT (SELECT MIN(region) FROM struggles_location WHERE country = %(country)s AND region > named.region)
    FROM named WHERE named.region IS NOT NULL
), coded(code) AS (
    SELECT MIN(code) FROM struggles_coding WHERE scheme = 'branch' AND code < 'A'
    UNION ALL
    SELECT (SELECT MIN(code) FROM struggles_coding WHERE scheme = 'branch' AND code > coded.code AND code < 'A')
    FROM coded WHERE coded.code IS NOT NULL
)
SELECT countries, '', '' FROM found WHERE countries <> ''
UNION ALL
SELECT '', region, '' FROM named WHERE (
    SELECT 1 FROM struggles_location AS location JOIN struggles_struggle AS struggle ON struggle.id = struggle_id
    WHERE location.country = %(country)s AND location.region = named.region AND {public} LIMIT 1
) = 1
UNION ALL
SELECT '', '', code FROM coded WHERE (
    SELECT 1 FROM struggles_coding AS coding JOIN struggles_struggle AS struggle ON struggle.id = struggle_id
    WHERE coding.scheme = 'branch' AND coding.code = coded.code AND {public} LIMIT 1
) = 1
"""
AS_SQL = "published_on IS NOT NULL AND withdrawn_on IS NULL AND hidden_on IS NULL AND merged_into_id IS NULL"


def readable_struggles() -> QuerySet[Struggle]:
    """What has a page for anyone: what is published, and what was published and withdrawn in the open."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).select_related("batch")


def public_through(relation: str) -> Q:
    """PUBLIC, said of the struggle a row belongs to."""
    gone = ("withdrawn_on", "hidden_on", "merged_into")
    return Q((f"{relation}__published_on__isnull", False), *((f"{relation}__{name}", None) for name in gone))


def seat_of_publisher(keyring: Keyring | None, struggle: Struggle) -> Seat | None:
    """The reader's seat in the group that published it, or None; asks nothing of the database for anybody else."""
    if keyring is None or keyring.seat_in(struggle.group_id) is None:
        return None
    return open_seat(keyring, struggle.group)


class Offered(NamedTuple):
    """What filters offer, since public records have it: countries, regions of one of them, divisions of branches."""

    countries: list[str]
    regions: list[str]
    divisions: list[str]


def offered(country: str) -> Offered:
    """What public records have, the regions in `country`; one query."""
    with connection.cursor() as cursor:
        cursor.execute(OFFERED.format(public=AS_SQL), {"country": country if country.isalnum() else ""})  # no NUL
        rows = cursor.fetchall()
    countries = {code for codes, _region, _division in rows for code in codes.split()}
    regions, divisions = {region for _c, region, _d in rows}, {division for _c, _r, division in rows}
    return Offered(*(sorted(found - {""}) for found in (countries, regions, divisions)))


def regions_known() -> list[tuple[str, str]]:
    """(country, region) of every public record, as they write them."""
    public = Struggle.objects.public().order_by().values("pk")
    rows = Location.objects.filter(struggle__in=public).exclude(Q(region="") | Q(country="")).order_by()
    return sorted(rows.values_list("country", "region").distinct()[:MOST_REGIONS])
