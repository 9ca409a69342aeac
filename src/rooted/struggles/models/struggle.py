"""One record of the chronicle. Nothing here names a person: members' acts are seat numbers only `groups` can resolve.

What is not known is NULL, never 0. What several rows say is repeated here for quick lists; `storing.py` writes both.
"""

import re
import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from rooted.base.fields import LimitedText, LongText
from rooted.records import codes, telling
from rooted.struggles.models.batch import ImportBatch

ACCOUNT_LENGTH = 20_000
SUPPORT_LENGTH = 2_000
CODED_LENGTH = 1_000
BY_CONTENT = re.compile(r"[0-9a-f]{20}(-\d+)?")  # what an import knows a row by that has no number of its own

ONE_LINE = (
    "title", "language", "started_on", "started_precision", "ended_on", "ended_precision", "seen_going_on", "outcome",
    "estimate_low", "estimate_high", "estimate_unit", "where_text", "countries", "reach", "public_id", "led_by",
    "has_account", "has_lessons", "support_until",
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

    def last_published_first(self) -> "StruggleQuerySet":
        return self.order_by(SHOWN_ON.desc(), "-started_on", "id")

    def told(self) -> "StruggleQuerySet":
        """Those somebody wrote more about than a line of a list: an account, or points to learn from."""
        return self.filter(TOLD)


TOLD = Q(has_account=True) | Q(has_lessons=True)
PUBLIC = Q(published_on__isnull=False, withdrawn_on=None, hidden_on=None, merged_into=None)
# The day of publication, in words by which no other question finds its index: SQLite would read comparisons out of an
# index of `published_on` itself, thrice as slowly.
SHOWN_ON = Coalesce("published_on", "drafted_on")
# What an index must hold so that SQLite does not open each row: the columns of PUBLIC, and those people filter by.
SEEN = ("hidden_on", "merged_into", "published_on", "withdrawn_on")
NARROWED = (
    "has_account", "has_lessons", "led_by", "outcome", "estimate_low", "estimate_high", "lasted_days", "countries",
    "coded",
)  # fmt: skip
COMPARED = (
    "year", "started_on", "started_precision", "threatened_only", "estimate_unit", "days_low", "days_high", *NARROWED,
)  # fmt: skip


class Struggle(models.Model):
    """What workers or tenants did, where and when, and how it went: one dispute with all that was done in it.

    `year`, `countries`, `coded`, `where_text`, `reach`, `lasted_days`, `has_account`, `has_lessons` repeat other rows.
    `public_id` is its address from publication on; `withheld` counts what is kept back while the action runs.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = models.UUIDField(null=True, blank=True, unique=True, editable=False)
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

    estimate_low = models.PositiveIntegerField(null=True, blank=True)  # who took part themselves
    estimate_high = models.PositiveIntegerField(null=True, blank=True)
    estimate_unit = LimitedText(max_length=12, choices=codes.UNITS, default="people")
    estimate_source = LimitedText(max_length=200, blank=True, default="")
    indirect_low = models.PositiveIntegerField(null=True, blank=True)  # who could not work because of it (ILO 1993)
    indirect_high = models.PositiveIntegerField(null=True, blank=True)
    workforce = models.PositiveIntegerField(null=True, blank=True)  # who works there in all
    days_low = models.PositiveIntegerField(null=True, blank=True)  # days not worked (ILO 1993)
    days_high = models.PositiveIntegerField(null=True, blank=True)
    days_estimated = models.BooleanField(default=True)

    led_by = LimitedText(max_length=12, choices=codes.LED_BY, default=codes.UNKNOWN)
    threatened_only = models.BooleanField(default=False)
    outcome = LimitedText(max_length=12, choices=codes.OUTCOMES, default=codes.UNKNOWN)
    outcome_after_3 = LimitedText(max_length=12, choices=codes.OUTCOMES, default=codes.UNKNOWN)
    outcome_after_12 = LimitedText(max_length=12, choices=codes.OUTCOMES, default=codes.UNKNOWN)
    support = LongText(max_length=SUPPORT_LENGTH, blank=True, default="")
    support_until = models.DateField(null=True, blank=True)
    withheld = models.PositiveSmallIntegerField(default=0)

    year = models.SmallIntegerField()
    lasted_days = models.PositiveIntegerField(null=True, blank=True)  # first and last day count; None if not known
    countries = LimitedText(max_length=400, blank=True, default="")  # "DE US"
    coded = LimitedText(max_length=CODED_LENGTH, blank=True, default="")  # " form:strike branch:52 branch:H "
    where_text = LimitedText(max_length=200, blank=True, default="")  # the first towns or regions, as written
    reach = LimitedText(max_length=10, blank=True, default="")  # "world", "countries" or "online", where no country is
    has_account = models.BooleanField(default=False)
    has_lessons = models.BooleanField(default=False)

    first_seat = models.BigIntegerField(null=True, blank=True)
    cleared_seat = models.BigIntegerField(null=True, blank=True)
    drafted_on = models.DateField()
    cleared_on = models.DateField(null=True, blank=True)
    publish_on = models.DateField(null=True, blank=True)  # cleared, but not to be read before that day
    published_on = models.DateField(null=True, blank=True)
    corrected_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = LimitedText(max_length=500, blank=True, default="")
    withdrawn_there_on = models.DateField(null=True, blank=True)  # of a copy: when its authors withdrew it
    hidden_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", db_index=False
    )
    merged_on = models.DateField(null=True, blank=True)

    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="struggles")
    source_set = LimitedText(max_length=40, blank=True, default="")
    external_id = LimitedText(max_length=80, blank=True, default="")
    freed_number = LimitedText(max_length=80, blank=True, default="")  # its external_id until it was taken back
    origin = LimitedText(max_length=200, blank=True, default="")  # who published it first, on another server

    objects = StruggleQuerySet.as_manager()

    class Meta:
        indexes = [
            # Lists, counts, map and timeline are answered out of these two, whatever is filtered: no row is opened.
            models.Index(
                F("started_on").desc(), "id", "year", *NARROWED, *SEEN, name="struggle_newest", condition=PUBLIC
            ),
            models.Index(
                "year", "countries", "has_account", "has_lessons", *SEEN, name="struggle_year", condition=PUBLIC
            ),
            models.Index("countries", "has_account", "has_lessons", *SEEN, name="struggle_countries", condition=PUBLIC),
            # Comparisons take records and their rows in one order: thrice as fast as looking each up.
            models.Index("id", *COMPARED, *SEEN, name="struggle_compared", condition=PUBLIC),
            models.Index(
                SHOWN_ON.desc(), F("started_on").desc(), "id", name="struggle_last_published", condition=PUBLIC
            ),
            models.Index("merged_into", name="struggle_merged", condition=Q(merged_into__isnull=False)),
            models.Index("batch", "id", name="struggle_of_batch"),
            models.Index("group", "id", name="struggle_of_group"),
            models.Index("source_set", "freed_number", name="struggle_freed", condition=~Q(freed_number="")),
            models.Index("publish_on", name="struggle_due", condition=Q(published_on=None, publish_on__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_set", "external_id"], condition=~Q(external_id=""), name="struggle_imported_once"
            ),
            *(
                models.CheckConstraint(
                    name=f"{name}_never_zero",
                    condition=(Q((f"{name}_low", None)) | Q((f"{name}_low__gte", 1)))
                    & (Q((f"{name}_high", None)) | Q((f"{name}_high__gte", 1))),
                )
                for name in ("estimate", "indirect", "days")
            ),
            *(
                models.CheckConstraint(
                    name=f"{name}_low_to_high",
                    condition=Q((f"{name}_low", None))
                    | Q((f"{name}_high", None))
                    | Q((f"{name}_low__lte", F(f"{name}_high"))),
                )
                for name in ("estimate", "indirect", "days")
            ),
            models.CheckConstraint(
                name="published_with_byline",
                condition=Q(published_on=None) | ~Q(byline="") & Q(public_id__isnull=False),
            ),
            models.CheckConstraint(
                name="struggle_cleared_by_another",
                condition=Q(cleared_seat=None) | (Q(first_seat__isnull=False) & ~Q(cleared_seat=F("first_seat"))),
            ),
            models.CheckConstraint(
                name="not_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=F("id"))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page; a record that is not public yet has none."""
        return reverse("struggles:struggle-detail", args=[self.public_id]) if self.public_id else ""

    @property
    def number_there(self) -> str:
        """Its number in the list it was imported from; "" where that list gives it none, or another list does."""
        own = self.batch is not None and self.source_set == self.batch.source_set
        return "" if not own or BY_CONTENT.fullmatch(self.external_id) else self.external_id

    @property
    def when(self) -> str:
        """From when to when, as exactly as it is known."""
        return telling.lasting(self)

    @property
    def how_it_went(self) -> str:
        return codes.outcome(self.outcome)

    @property
    def running(self) -> bool:
        """Whether it went on when it was last written down."""
        return self.outcome == codes.GOES_ON and self.ended_on is None

    @property
    def asks_support(self) -> bool:
        """Whether it goes on and says until a day to come how others can support."""
        return self.running and self.support_until is not None and self.support_until >= timezone.localdate()

    @property
    def ends_before_it_starts(self) -> bool:
        """Whether its source gives an end before the start: both days are kept and shown."""
        return self.ended_on is not None and self.ended_on < self.started_on

    @property
    def led(self) -> str:
        return codes.led_by(self.led_by)

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
