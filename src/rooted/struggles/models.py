"""The chronicle: one record per struggle, and the imports that bring in many at once.

Nothing here names a person: members' acts are seat numbers that only `groups` can resolve.
What is not known is NULL, never 0.
"""

import re
import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from rooted.base.fields import LimitedText, LongText
from rooted.struggles import codes, notes, telling

ACCOUNT_LENGTH = 20_000


class ImportBatch(models.Model):
    """One file brought in by a group. Its records become public together, when two members have said yes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    source_set = LimitedText(max_length=40)
    set_name = LimitedText(max_length=120)
    licence = LimitedText(max_length=200)
    cite = LimitedText(max_length=200)
    digest = LimitedText(max_length=64)
    imported_on = models.DateField()
    finished_on = models.DateField(null=True, blank=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    rows_added = models.PositiveIntegerField(default=0)
    rows_known = models.PositiveIntegerField(default=0)
    rows_left_out = models.PositiveIntegerField(default=0)
    rows_unclear = models.PositiveIntegerField(default=0)
    first_seat = models.BigIntegerField(null=True, blank=True)
    first_on = models.DateField(null=True, blank=True)
    cleared_seat = models.BigIntegerField(null=True, blank=True)
    cleared_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["group", "imported_on"], name="batch_of_group")]
        constraints = [
            models.CheckConstraint(
                name="batch_cleared_by_another",
                condition=Q(cleared_seat=None) | (Q(first_seat__isnull=False) & ~Q(cleared_seat=F("first_seat"))),
            ),
            models.UniqueConstraint(
                fields=["group", "source_set"], condition=Q(finished_on=None), name="one_unfinished_batch"
            ),
        ]

    def __str__(self) -> str:
        return self.set_name

    def get_absolute_url(self) -> str:
        return reverse("struggles:import-detail", args=[self.group.address, self.pk])


class ImportNote(models.Model):
    """One row of an import's report: left out and why, or what was unclear. `code` is one of notes.SENTENCES."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="notes")
    row = models.PositiveIntegerField()
    external_id = LimitedText(max_length=80, blank=True, default="")
    code = LimitedText(max_length=40)
    detail = LimitedText(max_length=200, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["batch", "row"], name="note_of_batch")]

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"

    @property
    def sentence(self) -> str:
        return notes.say(self.code, self.detail)


ONE_LINE = (
    "title", "language", "started_on", "started_precision", "ended_on", "ended_precision", "seen_going_on", "outcome",
    "estimate_low", "estimate_high", "estimate_unit", "where_text", "countries", "reach",
)  # fmt: skip


class StruggleQuerySet(models.QuerySet):
    def public(self) -> "StruggleQuerySet":
        """What anyone may read: published, not withdrawn, not hidden."""
        return self.filter(PUBLIC)

    def for_lists(self) -> "StruggleQuerySet":
        """With no more than one line of a list says."""
        return self.only(*ONE_LINE)

    def newest_first(self) -> "StruggleQuerySet":
        return self.order_by("-started_on", "id")


PUBLIC = Q(published_on__isnull=False, withdrawn_on=None, hidden_on=None)


class Struggle(models.Model):
    """What workers or tenants did, where and when, and how it went.

    `year`, `countries`, `where_text` and `reach` repeat what locations and dates say, for quick lists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    byline = LimitedText(max_length=80, blank=True, default="")
    title = LimitedText(max_length=200)
    account = LongText(max_length=ACCOUNT_LENGTH, blank=True, default="")
    language = LimitedText(max_length=20, default="en")

    started_on = models.DateField()
    started_precision = LimitedText(max_length=10, choices=codes.DATE_PRECISIONS, default="day")
    ended_on = models.DateField(null=True, blank=True)
    ended_precision = LimitedText(max_length=10, choices=codes.DATE_PRECISIONS, default="day")
    seen_going_on = models.DateField(null=True, blank=True)  # the last day it was known to go on

    estimate_low = models.PositiveIntegerField(null=True, blank=True)
    estimate_high = models.PositiveIntegerField(null=True, blank=True)
    estimate_unit = LimitedText(max_length=12, choices=codes.UNITS, default="people")
    estimate_source = LimitedText(max_length=200, blank=True, default="")
    outcome = LimitedText(max_length=12, choices=codes.OUTCOMES, default=codes.UNKNOWN)

    year = models.SmallIntegerField()
    countries = LimitedText(max_length=400, blank=True, default="")  # "DE US"
    where_text = LimitedText(max_length=200, blank=True, default="")  # the first towns or regions, as written
    reach = LimitedText(max_length=10, blank=True, default="")  # "world", "countries" or "online", where no country is

    first_seat = models.BigIntegerField(null=True, blank=True)
    cleared_seat = models.BigIntegerField(null=True, blank=True)
    drafted_on = models.DateField()
    cleared_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    hidden_on = models.DateField(null=True, blank=True)

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="struggles")
    source_set = LimitedText(max_length=40, blank=True, default="")
    external_id = LimitedText(max_length=80, blank=True, default="")

    objects = StruggleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(F("started_on").desc(), "id", name="struggle_newest", condition=PUBLIC),
            models.Index("year", F("started_on").desc(), name="struggle_year", condition=PUBLIC),
            models.Index("countries", name="struggle_countries", condition=PUBLIC),
            models.Index("batch", "id", name="struggle_of_batch"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_set", "external_id"], condition=~Q(external_id=""), name="struggle_imported_once"
            ),
            models.CheckConstraint(
                name="estimate_never_zero",
                condition=(Q(estimate_low=None) | Q(estimate_low__gte=1))
                & (Q(estimate_high=None) | Q(estimate_high__gte=1)),
            ),
            models.CheckConstraint(
                name="estimate_low_to_high",
                condition=Q(estimate_low=None) | Q(estimate_high=None) | Q(estimate_low__lte=F("estimate_high")),
            ),
            models.CheckConstraint(name="published_with_byline", condition=Q(published_on=None) | ~Q(byline="")),
            models.CheckConstraint(
                name="struggle_cleared_by_another",
                condition=Q(cleared_seat=None) | (Q(first_seat__isnull=False) & ~Q(cleared_seat=F("first_seat"))),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("struggles:struggle-detail", args=[self.pk])

    @property
    def when(self) -> str:
        """From when to when, as exactly as it is known."""
        if self.ended_on is not None:
            return telling.span(self.started_on, self.started_precision, self.ended_on, self.ended_precision)
        started = telling.when(self.started_on, self.started_precision)
        return telling.since(started) if self.seen_going_on else started

    @property
    def how_it_went(self) -> str:
        return codes.outcome(self.outcome)

    @property
    def how_many(self) -> str:
        return telling.how_many(self.estimate_low, self.estimate_high, self.estimate_unit)

    @property
    def who(self) -> str:
        """Where and how many, as one sentence."""
        return telling.who(self.where, self.how_many)

    @property
    def where(self) -> str:
        return telling.where(self.where_text, self.countries.split(), self.reach)


class Detail(models.Model):
    """What several rows of one struggle have in common: its id, whose it is, and its place in the order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["order"]


class Coding(Detail):
    """One code of one list on one struggle; `literal` is the source's own word where we have no code."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="codings")
    scheme = LimitedText(max_length=10, choices=codes.SCHEMES)
    code = LimitedText(max_length=40)
    literal = LimitedText(max_length=80, blank=True, default="")

    class Meta(Detail.Meta):
        indexes = [models.Index(fields=["scheme", "code", "struggle"], name="coding_by_code")]
        constraints = [
            models.UniqueConstraint(fields=["struggle", "scheme", "code", "literal"], name="coding_once"),
        ]

    def __str__(self) -> str:
        return codes.label(self.scheme, self.code, self.literal)


class Employer(Detail):
    """A firm or landlord a struggle was with, and in what role."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="employers")
    name = LimitedText(max_length=120)
    role = LimitedText(max_length=10, choices=codes.EMPLOYER_ROLES, default="employer")

    def __str__(self) -> str:
        return self.name


class Location(Detail):
    """A place of a struggle, as finely as it is known. `country` is ISO 3166-1 alpha-2, or empty."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="locations")
    country = LimitedText(max_length=2, blank=True, default="")
    region = LimitedText(max_length=120, blank=True, default="")
    town = LimitedText(max_length=120, blank=True, default="")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    precision = LimitedText(max_length=10, choices=codes.PLACE_PRECISIONS)

    class Meta(Detail.Meta):
        indexes = [models.Index(fields=["country", "struggle"], name="location_by_country")]
        constraints = [
            models.CheckConstraint(
                name="location_on_the_globe",
                condition=Q(lat=None, lon=None) | Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return self.town or self.region or self.country


class Source(Detail):
    """Where a record's facts come from: an address, or words that say what it is."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="sources")
    url = LimitedText(max_length=1000, blank=True, default="")
    text = LimitedText(max_length=500, blank=True, default="")
    kind = LimitedText(max_length=10, choices=codes.SOURCE_KINDS, default="web")
    published_on = models.DateField(null=True, blank=True)

    class Meta(Detail.Meta):
        constraints = [models.CheckConstraint(name="source_says_something", condition=~Q(url="", text=""))]

    def __str__(self) -> str:
        return self.text or self.url

    @property
    def site(self) -> str:
        """The site of a web address, or the whole address where none can be made out."""
        found = re.match(r"https?://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", self.url)
        return found[1] if found else self.url
