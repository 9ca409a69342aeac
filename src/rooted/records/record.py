"""What a record says before it is stored: plain values, whoever wrote or read them.

A draft, a row of an import and a file from another server all become a Record; storing.py writes it, reading.py
reads it back, plain.py writes it as JSON. What is not known is None or empty, never 0.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from rooted.records import codes

WHERE_LENGTH = 200
LATELY = timedelta(days=30)  # what began so long ago may go on, if nobody wrote how it ended
DECIMALS = 6  # of a degree: 11 centimetres, finer than any source


@dataclass(frozen=True)
class Place:
    """`country` is ISO 3166-1 alpha-2 or empty; `precision` one of codes.PLACE_PRECISIONS; `lat`, `lon` in degrees.

    Coordinates are kept to six decimals: finer ones are noise, and PostgreSQL cannot calculate with the finest.
    """

    precision: str
    country: str = ""
    region: str = ""
    town: str = ""
    lat: float | None = None
    lon: float | None = None
    site: str = ""

    def __post_init__(self) -> None:
        for name in ("lat", "lon"):
            if (degrees := getattr(self, name)) is not None:
                object.__setattr__(self, name, round(degrees, DECIMALS))


@dataclass(frozen=True)
class Code:
    """One code of one of codes.LISTS; `literal` is the source's own word for code "other" and for tags."""

    scheme: str
    code: str
    literal: str = ""


@dataclass(frozen=True)
class Employer:
    name: str
    role: str = "employer"


@dataclass(frozen=True)
class Organisation:
    name: str
    official: str = codes.UNKNOWN


@dataclass(frozen=True)
class Day:
    """One day at one site: how many were out, and for how many hundredths of the day."""

    day: date
    site: str = ""
    workers_low: int | None = None
    workers_high: int | None = None
    percent: int = 100
    estimated: bool = True


@dataclass(frozen=True)
class Action:
    """One stoppage or other action of the dispute; `form` is a code of codes.FORMS."""

    form: str
    started_on: date | None = None
    started_precision: str = "day"
    ended_on: date | None = None
    ended_precision: str = "day"
    workers_low: int | None = None
    workers_high: int | None = None
    words: str = ""
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the account says to one of questions.QUESTIONS."""

    question: str
    text: str


@dataclass(frozen=True)
class Point:
    """A point of one of questions.POINT_KINDS: `code` of a seed, or `words` of one's own, and the evidence.

    `withheld` points are never stored while the action runs: they stay in the draft, sealed.
    """

    kind: str
    words: str = ""
    code: str = ""
    evidence: str = ""
    withheld: bool = False


@dataclass(frozen=True)
class Source:
    """An address or words, of one of codes.SOURCE_KINDS."""

    url: str = ""
    text: str = ""
    kind: str = "web"
    published_on: date | None = None
    archive_url: str = ""
    published_precision: str = "day"


@dataclass(frozen=True)
class Record:
    """One struggle. Estimates are people (or households), None where nobody knows."""

    title: str
    started_on: date
    account: str = ""
    started_precision: str = "day"
    ended_on: date | None = None
    ended_precision: str = "day"
    seen_going_on: date | None = None
    language: str = "en"
    estimate_low: int | None = None
    estimate_high: int | None = None
    estimate_unit: str = "people"
    estimate_source: str = ""
    indirect_low: int | None = None
    indirect_high: int | None = None
    workforce: int | None = None
    days_low: int | None = None
    days_high: int | None = None
    days_estimated: bool = True
    led_by: str = codes.UNKNOWN
    threatened_only: bool = False
    outcome: str = codes.UNKNOWN
    outcome_after_3: str = codes.UNKNOWN
    outcome_after_12: str = codes.UNKNOWN
    support: str = ""
    support_until: date | None = None
    codings: tuple[Code, ...] = ()
    employers: tuple[Employer, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    actions: tuple[Action, ...] = ()
    answers: tuple[Answer, ...] = ()
    points: tuple[Point, ...] = ()
    sources: tuple[Source, ...] = ()
    origin: str = ""  # who published it first, where it came from another server: "Docks, rooted.example.org"
    external_id: str = ""
    notes: tuple[tuple[str, str], ...] = field(default=())  # what an import found unclear: code, detail

    @property
    def countries(self) -> str:
        """Country codes, each once, in the order of the places: "DE US"."""
        return " ".join(dict.fromkeys(place.country for place in self.places if place.country))

    @property
    def reach(self) -> str:
        """How far it went where no country says so: the widest of "world", "countries", "online"."""
        known = {place.precision for place in self.places}
        return next((reach for reach in ("world", "countries", "online") if reach in known), "")

    @property
    def where_text(self) -> str:
        """The towns (or regions, where no town is known), each once, as many as fit."""
        names = list(dict.fromkeys(place.town or place.region for place in self.places if place.town or place.region))
        while len(", ".join(names)) > WHERE_LENGTH:
            names.pop()
        return ", ".join(names)

    @property
    def running(self) -> bool:
        """Whether it still goes on, as far as its writer knows."""
        return self.outcome == codes.GOES_ON and self.ended_on is None

    def may_run(self, today: date) -> bool:
        """Whether it goes on, or may: it began lately, and nobody wrote when or how it ended."""
        lately = self.outcome == codes.UNKNOWN and self.started_on >= lately_from(today, self.started_precision)
        return self.running or (lately and self.ended_on is None)

    @property
    def lasted_days(self) -> int | None:
        """Days from the first to the last, both counted; None unless both are known to the day and in order."""
        if self.ended_on is None or {self.started_precision, self.ended_precision} != {"day"}:
            return None
        days = (self.ended_on - self.started_on).days + 1
        return days if days > 0 else None

    @property
    def shown_points(self) -> tuple[Point, ...]:
        """The points that may be published today: while the action may run, those nobody withholds."""
        may_run = self.may_run(timezone.localdate())
        return tuple(point for point in self.points if not (may_run and point.withheld))


def lately_from(today: date, precision: str) -> date:
    """The first day of what may have begun within the last 30 days: a year or a month stands as its first day."""
    day = today - LATELY
    first = {"month": day.replace(day=1), "year": date(day.year, 1, 1)}
    return first.get(precision, day)
