"""Records of many kinds for comparing: the same ones for the same number, some of everything unknown."""

from datetime import date, timedelta
from random import Random

from rooted.records import branches, codes
from rooted.records.record import Action, Code, Employer, Organisation, Place, Point
from rooted.struggles.tests.make import record, struggles

SCHEMES = {
    "form": ["strike", "protest", "open-letter", codes.OTHER],
    "demand": ["hours", "safety", "housing"],
    "branch": ["H", "52", "49", "Q", "86"],
    "contract": ["agency", "gig"],
    "who": ["migrant", "night-shift"],
    "response": ["police", "court", "talks"],
}
POINTS = [("strong", "surprise"), ("strong", "own-money"), ("weak", "isolated"), ("weak", "no-leverage")]
PLACES = [("DE", "Saxony"), ("DE", ""), ("GB", ""), ("US", "Oregon"), ("US", "Ohio")]


def mixed(owner, count, seed=7):
    """`count` published records that differ in everything a comparison asks of."""
    chance = Random(seed)
    return struggles(owner, [one(number, chance) for number in range(count)])


def one(number, chance):
    started = date(1960 + chance.randrange(60), 1 + chance.randrange(12), 1 + chance.randrange(28))
    low = chance.choice([None, 4, 60, 700, 5_000, 20_000])
    return record(
        number,
        account=chance.choice(["", "Eighty sat down in the canteen."]),
        started_on=started,
        started_precision=chance.choice(["day", "day", "month", "unclear", "year", "decade"]),
        ended_on=chance.choice([None, started + timedelta(days=chance.choice([0, 3, 12, 60, 200]))]),
        estimate_low=low,
        estimate_high=chance.choice([None, 30_000]),
        estimate_unit=chance.choice(["people", "people", "households"]),
        days_low=chance.choice([None, 8, 300]),
        led_by=chance.choice([code for code, _words in codes.LED_BY]),
        outcome=chance.choice([code for code, _words in codes.OUTCOMES]),
        threatened_only=chance.random() < 0.2,
        codings=codings(chance),
        employers=tuple(Employer(f"Firm {n}") for n in chance.sample(range(9), chance.randrange(3))),
        organisations=tuple(
            Organisation(f"Union {n}", chance.choice(["yes", "no", codes.UNKNOWN])) for n in range(chance.randrange(3))
        ),
        places=tuple(
            Place("region", country, region) for country, region in chance.sample(PLACES, chance.randrange(3))
        ),
        points=tuple(Point(kind, code=code) for kind, code in chance.sample(POINTS, chance.randrange(4))),
        actions=(Action("strike"),),
    )


def codings(chance):
    found = []
    for scheme, listed in SCHEMES.items():
        for code in chance.sample(listed, chance.randrange(3)):
            found.append(Code(scheme, code, "sleep-in" if code == codes.OTHER else ""))
            if code == codes.OTHER:  # two words of the source under one code of ours: one record all the same
                found.append(Code(scheme, code, "sing-in"))
    return tuple(found)


def sections(record):
    return {branches.section_of(code.code) for code in record.codings if code.scheme == "branch"}
