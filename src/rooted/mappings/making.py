"""One row becomes one record, or a reason why not."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation

from rooted.mappings.cells import read_count, says_nothing
from rooted.mappings.coding import read_choice, read_codes
from rooted.mappings.fields import FIELDS
from rooted.mappings.lessons import read_points
from rooted.mappings.naming import read_employers, read_organisations
from rooted.mappings.placing import read_places
from rooted.mappings.reading_row import LeftOut, Reading, Rules
from rooted.mappings.shape import Mapping
from rooted.mappings.sources import read_sources
from rooted.mappings.spans import read_end, read_span
from rooted.mappings.titles import title_from
from rooted.places.countries import country_name
from rooted.records import codes
from rooted.records.record import Answer, Point, Record
from rooted.struggles.exchange import Corrected, Notice, read_entry
from rooted.struggles.plain import Unreadable

LONGEST_ACCOUNT, LONGEST_TITLE = 20_000, 200
TELLS = 25  # characters from which a sentence says more than who and where: no remark such as “see file 12”
UNUSUAL = 200_000
OURS = "rooted-"  # how the codes of other servers' chronicles begin
TEXTS = {"support": 2_000, "estimate_source": 200}
COUNTS = ("estimate", "indirect", "days")
CHOICES = ("outcome", "outcome_after_3", "outcome_after_12", "led_by", "language")


@dataclass(frozen=True)
class Made:
    """What became of a row: a record, or the reason (code, detail) why it was left out."""

    record: Record | None
    left_out: tuple[str, str] | None = None
    source_set: str = ""  # the list it belongs to, where it brings its own
    corrections: tuple[Corrected, ...] = ()  # what its authors corrected on another server
    one_with: tuple[str, str] | None = None  # list and number of the record its authors joined it with
    notice: Notice | None = None  # in the place of a record: its authors withdrew it there


class Maker:
    """Makes records from the rows of one list."""

    def __init__(self, mapping: Mapping) -> None:
        self.rules = Rules(mapping)
        self.ours = mapping.code.startswith(OURS)

    def make(self, values: dict[str, Any] | None, number: str = "", notes: tuple[tuple[str, str], ...] = ()) -> Made:
        """The record of one row, known by `number`; `notes` is what was unclear before it was read."""
        try:
            if values is None:
                raise LeftOut("not-a-row")
            if self.ours:
                return own_form(values, server=self.rules.mapping.code)
            reading = Reading(self.rules, values)
            reading.notes.extend(notes)
            return Made(record_of(reading, number))
        except LeftOut as reason:
            return Made(None, (reason.code, reason.detail[:200]))


def own_form(values: dict[str, Any], *, server: str) -> Made:
    """A record as this product writes it. It brings its own list and number."""
    try:
        incoming = read_entry(values, server=server)
    except Unreadable as wrong:
        raise LeftOut("not-our-form", wrong.path) from wrong
    if isinstance(incoming, Notice):
        return Made(None, ("withdrawn", ""), incoming.source_set, notice=incoming)
    record = replace(incoming.record, notes=tuple(what_it_keeps_back(incoming.record)))
    return Made(record, None, incoming.source_set, incoming.corrections, incoming.one_with)


def what_it_keeps_back(record: Record) -> list[tuple[str, str]]:
    """The note that points of a record are left out because it still goes on."""
    return [("kept-back", "")] if len(record.shown_points) < len(record.points) else []


def record_of(reading: Reading, number: str) -> Record:
    started, ended = read_span(reading)
    account = read_account(reading)
    codings = [code for scheme in ("form", "demand", "branch", "contract", "who", "response", "tag")
               for code in read_codes(reading, scheme)]  # fmt: skip
    chosen = {name: code for name in CHOICES if (code := read_choice(reading, name))}
    organisations, a_union_led = read_organisations(reading)
    if a_union_led and organisations:
        chosen.setdefault("led_by", "union")
    values: dict[str, Any] = {
        **chosen, **read_numbers(reading), "account": account,
        "started_on": started[0], "started_precision": started[1],
        "codings": tuple(dict.fromkeys(codings)), "employers": read_employers(reading, account),
        "organisations": organisations, "places": read_places(reading), "sources": read_sources(reading),
        "threatened_only": reading.yes("threatened"), "external_id": number, **read_told(reading),
    }  # fmt: skip
    if ended:
        values |= {"ended_on": ended[0], "ended_precision": ended[1]}
    if seen := read_end(reading, "seen", started):
        values["seen_going_on"] = seen[0]
    values["title"] = read_title(reading, values)
    record = Record(**values)
    notes = [note for note in reading.notes if note[0] != "end-empty" or not record.running]
    return replace(record, notes=(*notes, *what_it_keeps_back(record)))


# ── how many ────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_numbers(reading: Reading) -> dict[str, int | None]:
    """The numbers that are known; 0 is none of them."""
    values: dict[str, int | None] = {}
    for name in COUNTS:
        low, high = read_bounds(reading, name)
        if low and high and low > high:
            reading.note("number-wrong", f"{low}, {high}")
            high = None
        values |= {f"{name}_low": low, f"{name}_high": high}
    low, high = read_bounds(reading, "workforce")
    values["workforce"] = high or low
    return values


def read_bounds(reading: Reading, name: str) -> tuple[int | None, int | None]:
    low = high = None
    for rule, texts in reading.by_rule(name):
        for text in texts:
            count = read_count(text, rounded=name == "days")
            if count is None:
                reading.note("number-wrong", text[:80])
                continue
            if 0 in count and not reading.mapping.zero_is_unknown:
                reading.note("number-zero")
            least, most = (bound or None for bound in count)
            low = (least or most if rule.how == "least" else least) or low if rule.how != "most" else low
            high = (most or least if rule.how == "most" else most) or high if rule.how != "least" else high
    if max(low or 0, high or 0) > UNUSUAL:
        reading.note("number-large", str(max(low or 0, high or 0)))
    return low, high


# ── what is told ────────────────────────────────────────────────────────────────────────────────────────────────────


def read_account(reading: Reading) -> str:
    account = "\n\n".join(text for _rule, texts in reading.by_rule("account") for text in texts)
    if len(account) > LONGEST_ACCOUNT:
        raise LeftOut("too-long")
    return account


def read_told(reading: Reading) -> dict[str, Any]:
    """Answers, points and single texts."""
    told: dict[str, Any] = {}
    answers, points = list[Answer](), list[Point]()
    for code in reading.rules.by_field:
        kind = FIELDS[code].kind
        if code in TEXTS and (text := reading.text(code)):
            told[code] = reading.cut(text, TEXTS[code], code)
        elif kind == "answer" and (text := reading.text(code)):
            answers.append(Answer(code.removeprefix("answer-"), reading.cut(text, 5_000, code)))
        elif kind == "lesson":
            points += read_points(reading, code)
    return told | {"answers": tuple(answers), "points": tuple(points)}


def read_title(reading: Reading, values: dict[str, Any]) -> str:
    """The list's own title; else the first sentence; else employer and place; else what they did."""
    if title := " ".join(reading.text("title").split()):
        return reading.cut(title, LONGEST_TITLE, "title")
    told, who = title_from(values["account"]) if values["account"] else "", who_and_where(values)
    if told and (len(told) >= TELLS or not who):
        return told
    return who or form_of(values) or str(codes.label("form", "other"))


def who_and_where(values: dict[str, Any]) -> str:
    """The first employer or organisation, else what they did, and the first place; "" where none is known."""
    named = [one.name for one in (*values["employers"], *values["organisations"])] or [form_of(values)]
    place = next(iter(values["places"]), None)
    language = values.get("language", "en")
    where = (place.town or place.region or country_name(place.country, language)) if place else ""
    return ", ".join(name for name in [named[0], where] if name and not says_nothing(name))[:LONGEST_TITLE]


def form_of(values: dict[str, Any]) -> str:
    """The first thing they did, in the record's language."""
    with translation.override(values.get("language", "en")):
        forms = (codes.label("form", one.code, one.literal) for one in values["codings"] if one.scheme == "form")
        return next(forms, "")
