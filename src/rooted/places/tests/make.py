"""A few towns, without loading all of them."""

import gzip
from pathlib import Path

from rooted.base.fold import line
from rooted.places.models import Town, TownName

LEEDS = ("2644688", "Leeds", "GB", "", "", "536280", "53.796", "-1.548", "lids|ليدز")
FEW = [
    LEEDS,
    ("4072130", "Leeds", "US", "Alabama", "", "11936", "33.548", "-86.544", ""),
    ("3093133", "Łódź", "PL", "", "", "639890", "51.771", "19.474", "lodzia|лодзь"),
    ("2641598", "Newport", "GB", "", "Cardiff", "161506", "51.588", "-2.998", ""),
    ("2641595", "Newport", "GB", "", "Telford", "12741", "52.767", "-2.377", ""),
    ("360630", "Cairo", "EG", "", "", "9606916", "30.063", "31.250", "القاهره|kairo"),
    ("1757985", "Kampung Bukit Tinggi, Bentong", "MY", "", "", "7000", "3.350", "101.820", ""),
]


def town_file(folder: Path, rows=FEW) -> Path:
    """A file of towns as it is shipped."""
    path = folder / "towns.tsv.gz"
    path.write_bytes(gzip.compress("".join("\t".join(row) + "\n" for row in rows).encode()))
    return path


def make_town(number=1, name="Harrowmere", country="GB", region="", latitude=0.0, longitude=0.0, population=9000):
    town = Town.objects.create(
        id=number, name=name, country=country, region=region,
        latitude=latitude, longitude=longitude, population=population,
    )  # fmt: skip
    TownName.objects.create(town=town, folded=line(name))
    return town
