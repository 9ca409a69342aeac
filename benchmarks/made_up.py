"""Made-up texts and records, the same on each run and on both sides."""

import json
import random
import uuid
from itertools import accumulate
from pathlib import Path

SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
VOCABULARY, SKEW = 5_000, 1.07
TOWNS = ["berlin-germany", "leeds-uk", "new york city-new york-usa", "seattle-washington-usa", "paris-france"]
FORMS = ["strike", "protest", "open letter", "union drive"]
DEMANDS = ["pay and benefits", "working conditions", "job security"]


def vocabulary() -> list[str]:
    """Words by frequency, the commonest first."""
    chance = random.Random(3)
    words = {}
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = True
    return list(words)


def texts(count: int, *, shortest: int = 20, longest: int = 60) -> list[str]:
    """Texts whose words are as unevenly frequent as those of a language (Zipf)."""
    chance, words = random.Random(7), vocabulary()
    weights = list(accumulate(1 / rank**SKEW for rank in range(1, VOCABULARY + 1)))
    return [
        " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(shortest, longest))) for _ in range(count)
    ]


def days(count: int) -> list[str]:
    """A day for each record, as the list of Collective Action in Tech writes it."""
    chance = random.Random(11)
    return [f"{chance.randint(1990, 2025)}/{chance.randint(1, 12):02}/{chance.randint(2, 28):02}" for _ in range(count)]


def entries(count: int) -> list[dict]:
    """Entries in the form of Collective Action in Tech."""
    chance = random.Random(13)
    return [
        {
            "id": number,
            "date": day,
            "sources": [f"https://news.example/{number}", f"https://paper.example/{number}"],
            "actions": chance.sample(FORMS, chance.randint(1, 2)),
            "struggles": chance.sample(DEMANDS, chance.randint(1, 2)),
            "employment_types": ["white collar workers"],
            "description": f"{text.capitalize()}.",
            "online": None,
            "locations": [chance.choice(TOWNS)],
            "companies": [f"firm {chance.randint(1, 400)}"],
            "workers": chance.choice([None, 20, 100, 2_000]),
            "tags": None,
            "author": ["somebody"],
            "latlngs": None,
            "addresses": None,
        }
        for number, (text, day) in enumerate(zip(texts(count), days(count), strict=True), start=1)
    ]


def file_of(count: int, folder: str) -> Path:
    """The same as a file."""
    path = Path(folder) / f"entries-{count}.json"
    path.write_text(json.dumps(entries(count)), encoding="utf-8")
    return path


def stoppages_file(count: int, folder: str) -> Path:
    """Stoppages in the form of the US mediation service, as CSV."""
    chance, path = random.Random(19), Path(folder) / f"stoppages-{count}.csv"
    columns = 'Employer,Union,Union Local,Case Number,BU,NAICS,Industry,"City, State",'
    columns += "# Idled,Start Date,End Date,Duration"
    rows = (
        f'Firm {chance.randint(1, 9_000)},USW {chance.randint(1, 900)},,{number:012},,,Manufacturing,"Cleveland, OH",'
        f"{chance.randint(5, 900)}.0,{day.replace('/', '-')},{day.replace('/', '-')},"
        for number, day in enumerate(days(count))
    )
    path.write_text("\n".join([columns, *rows]) + "\n", encoding="utf-8")
    return path


def chronicle_file(count: int, folder: str) -> Path:
    """Another server's whole chronicle in our own form, one record a line."""
    chance, path = random.Random(23), Path(folder) / f"chronicle-{count}.json"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"format": "rooted-chronicle/1", "server": "other.example", "terms": [], "struggles": [\n')
        for number, (text, day) in enumerate(zip(texts(count), days(count), strict=True)):
            file.write((",\n" if number else "") + json.dumps(travelling(number, text, day, chance)))
        file.write("\n]}\n")
    return path


def travelling(number: int, text: str, day: str, chance: random.Random) -> dict:
    """One record as it travels: an account of four texts, two sources, a place, a firm, a union, a point."""
    record = {"format": "rooted-struggle/1", "title": text[:60], "account": f"{text}. " * 4}
    record |= {"started_on": day.replace("/", "-"), "led_by": "union", "origin": "Docks, other.example"}
    record["codings"] = [{"scheme": "form", "code": "strike"}, {"scheme": "demand", "code": "hours"}]
    record["employers"] = [{"name": f"Firm {chance.randint(1, 9_000)}"}]
    record["organisations"] = [{"name": f"Union {chance.randint(1, 90)}"}]
    record["places"] = [{"precision": "town", "country": "GB", "town": "Leeds", "lat": 53.8, "lon": -1.55}]
    record["points"] = [{"kind": "strong", "code": "all-shifts", "evidence": text[:100]}]
    record["sources"] = [{"url": f"https://{name}.example/{number}"} for name in ("news", "paper")]
    return {"id": str(uuid.UUID(int=chance.getrandbits(128))), "byline": "Docks", "published_on": "2026-11-01",
            "record": record}  # fmt: skip


FILES = {"list": file_of, "stoppages": stoppages_file, "chronicle": chronicle_file}


def queries(*, common: bool) -> list[str]:
    """Forty queries of two words: ordinary ones (rank 50 to 2,000), or the commonest (rank 2 to 30)."""
    chance, words = random.Random(17), vocabulary()
    ranks = words[1:30] if common else words[49:2_000]
    return [" ".join(chance.sample(ranks, 2)) for _ in range(40)]
