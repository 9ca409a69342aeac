"""A record as its page shows it, whether it is stored or only being written: struggles/_record.html takes a Told.

{"told": told_of(struggle)}              # published, with the links of its points
{"told": Told(record, today=today)}      # a draft: the same page before anybody else reads it
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.records import codes, questions, telling
from rooted.records.record import Action, Record
from rooted.struggles.elsewhere import MOST_COUNTED, elsewhere
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of

KINDS = dict(codes.SOURCE_KINDS)
NAMES = dict(codes.SCHEMES)


@dataclass(frozen=True)
class Fact:
    """One line of the facts: what it is, its values, and what is to be said of them."""

    name: Promise | str
    values: list[str]
    remark: str = ""


@dataclass(frozen=True)
class Word:
    """One point: its word of the vocabulary, its evidence, and where else the word was used (0: nowhere)."""

    words: str
    evidence: str
    elsewhere: int = 0
    query: str = ""

    @property
    def times(self) -> str:
        """How many other records have the word: "12", "at least 100"."""
        return telling.between(self.elsewhere, None if self.elsewhere == MOST_COUNTED else self.elsewhere)


@dataclass(frozen=True)
class Cited:
    """One source: what kind it is, the address to follow (none but of the web), the site it lies on, its kept copy."""

    source: Any

    @property
    def kind(self) -> str:
        return str(KINDS.get(self.source.kind, self.source.kind))

    @property
    def href(self) -> str:
        return self.source.url if telling.of_the_web(self.source.url) else ""

    @property
    def when(self) -> str:
        """From when it is, as exactly as it is known; "" for what has no date."""
        day = self.source.published_on
        return telling.when(day, self.source.published_precision) if day else ""

    @property
    def copy(self) -> str:
        return self.source.archive_url if telling.of_the_web(self.source.archive_url) else ""

    @property
    def title(self) -> str:
        """The site of an address; what has no address is said in its own words."""
        return telling.site(self.source.url) if self.href else self.source.text or self.source.url

    @property
    def words(self) -> str:
        """What else is said of it beside its title."""
        return self.source.text if self.title != self.source.text else ""


@dataclass(frozen=True)
class Told:
    """What a page says of `record` on the day `today`; `points` by kind, with links, for those that are stored."""

    record: Record
    today: date
    words: dict[str, list[Word]] | None = None
    withheld: int | None = None

    @property
    def support(self) -> str:
        """How to support, while it lasts: to its last day if one is known, else while the action runs."""
        until = self.record.support_until
        return self.record.support if (until >= self.today if until else self.record.running) else ""

    @property
    def kept_back(self) -> int:
        """How much is kept back while the action runs; the page says only that something is."""
        hidden = len(self.record.points) - len(self.record.shown_points)
        return hidden if self.withheld is None else self.withheld

    @property
    def how_it_went(self) -> str:
        return codes.outcome(self.record.outcome)

    @property
    def backwards(self) -> bool:
        """Whether the end is given before the start."""
        return self.record.ended_on is not None and self.record.ended_on < self.record.started_on

    @cached_property
    def facts(self) -> list[Fact]:
        """What is known, in the order of the page; what is not known is left out, but for numbers and places."""
        parts = (self._begun(), self._coded("branch", "form", "demand"), self._people(), self._later())
        return [fact for part in parts for fact in part if fact.values]

    def _begun(self) -> Iterable[Fact]:
        record = self.record
        unclear = record.started_precision == "unclear"
        remark = _("The source says %(day)s, which may mean only the month or the year.")
        told = {"day": telling.when(record.started_on, "day")}
        yield Fact(_("When"), [telling.lasting(record)], remark % told if unclear else "")
        if record.lasted_days:
            days = {"n": telling.grouped(record.lasted_days)}
            yield Fact(_("How long"), [ngettext("%(n)s day", "%(n)s days", record.lasted_days) % days])
        yield Fact(_("Where"), telling.places(record.places) or [_("place not known")])
        yield Fact(_("With whom"), [telling.employer(one) for one in record.employers])

    def _people(self) -> Iterable[Fact]:
        record = self.record
        number = telling.how_many(record.estimate_low, record.estimate_high, record.estimate_unit)
        yield Fact(_("How many"), [number], record.estimate_source)
        if record.indirect_low or record.indirect_high:
            kept = telling.how_many(record.indirect_low, record.indirect_high)
            yield Fact(_("Could not work because of it"), [kept])
        if record.workforce:
            yield Fact(_("Work there in all"), [telling.how_many(record.workforce, record.workforce)])
        if record.days_low or record.days_high:
            days = telling.between(record.days_low, record.days_high)
            yield Fact(_("Days not worked"), [days], _("Estimated.") if record.days_estimated else "")
        yield from self._coded("contract", "who")

    def _later(self) -> Iterable[Fact]:
        record = self.record
        yield Fact(_("Who led it"), [codes.led_by(record.led_by)])
        yield Fact(_("Organisations"), [telling.organisation(one) for one in record.organisations])
        yield from self._coded("response")
        if record.threatened_only:
            yield Fact(_("How far it came"), [_("It was threatened, and not carried out.")])
        later = [(_("Three months later"), record.outcome_after_3), (_("A year later"), record.outcome_after_12)]
        yield from (Fact(name, [codes.outcome(code)]) for name, code in later if code != codes.UNKNOWN)
        yield from self._coded(codes.TAG)

    def _coded(self, *schemes: str) -> Iterable[Fact]:
        for scheme in schemes:
            rows = [one for one in self.record.codings if one.scheme == scheme]
            yield Fact(NAMES[scheme], [codes.label(scheme, one.code, one.literal) for one in rows])

    @cached_property
    def actions(self) -> list["Step"]:
        return [Step(one) for one in self.record.actions]

    @cached_property
    def answers(self) -> list[tuple[str, str]]:
        """Each question that was answered, with what the account says."""
        return [(questions.question(one.question), one.text) for one in self.record.answers]

    @property
    def sources(self) -> list[Cited]:
        return [Cited(one) for one in self.record.sources]

    @cached_property
    def points(self) -> list[tuple[str, list[Word]]]:
        """The four kinds, each with its points, those without left out."""
        found = self.words if self.words is not None else words_of(self.record)
        return [(str(name), found[kind]) for kind, name in questions.POINT_KINDS.items() if found.get(kind)]


@dataclass(frozen=True)
class Step:
    """One action of the dispute, as the page says it."""

    action: Action

    @property
    def name(self) -> str:
        return codes.label("form", self.action.form)

    @property
    def when(self) -> str:
        return telling.lasting(self.action) if self.action.started_on else ""

    @property
    def how_many(self) -> str:
        known = self.action.workers_low or self.action.workers_high
        return telling.how_many(self.action.workers_low, self.action.workers_high) if known else ""

    @property
    def in_parts(self) -> bool:
        """Whether any day was not a whole one."""
        return any(one.percent != 100 for one in self.action.days)

    @cached_property
    def days(self) -> list[dict[str, Any]]:
        """Each day at each site: day, site, how many, what part of the day, whether that is estimated."""
        return [
            {
                "day": one.day,
                "site": one.site,
                "number": telling.between(one.workers_low, one.workers_high),
                "part": "" if one.percent == 100 else f"{one.percent} %",
                "estimated": one.estimated,
            }
            for one in self.action.days
        ]


def words_of(record: Record) -> dict[str, list[Word]]:
    """The points of a record that is not stored, by kind; withheld ones are left out while the action runs."""
    found: dict[str, list[Word]] = {}
    for one in record.shown_points:
        seed = questions.SEEDS.get(one.kind, {}).get(one.code)
        found.setdefault(one.kind, []).append(Word(str(seed) if seed else one.words, one.evidence))
    return found


def told_of(struggle: Struggle) -> Told:
    """A stored struggle; read it through reading.whole. One query more, where it has points with words."""
    rows = list(struggle.points.all())
    roots = {row.pk: row.term.merged_into or row.term for row in rows if row.term}
    counts = elsewhere(struggle, {root.pk for root in roots.values()})
    found: dict[str, list[Word]] = {}
    for row in rows:
        root = roots.get(row.pk)
        word = _spoken(root, row.evidence, counts) if root else Word("", row.evidence)
        found.setdefault(row.kind, []).append(word)
    return Told(record_of(struggle), timezone.localdate(), found, struggle.withheld)


def _spoken(root: Any, evidence: str, counts: Mapping[UUID, int]) -> Word:
    number = counts.get(root.pk, 0)
    return Word(str(root), evidence, number, Selection(point=root.pk, short=True).query() if number else "")
