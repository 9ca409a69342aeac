"""The rows of one record: codes, employers, organisations, places, actions and their days, answers, points, sources."""

import uuid

from django.db import models
from django.db.models import Q

from rooted.base.fields import LimitedText, LongText
from rooted.records import codes, questions
from rooted.struggles.models.struggle import Struggle

ANSWER_LENGTH = 5_000
EVIDENCE_LENGTH = 1_000


class Detail(models.Model):
    """What several rows of one struggle have in common: its id, whose it is, and its place in the order.

    Indexes called `…_of` begin with the struggle and hold what comparisons read of a row, so that none is opened.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["order"]


class Coding(Detail):
    """One code of one list on one struggle; `literal` is the source's own word where we have no code.

    `countries` repeats those of the struggle, so that what is alike elsewhere is found without what is alike here.
    """

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="codings", db_index=False)
    scheme = LimitedText(max_length=10, choices=codes.SCHEMES)
    code = LimitedText(max_length=40)
    literal = LimitedText(max_length=80, blank=True, default="")
    countries = LimitedText(max_length=400, blank=True, default="")

    class Meta(Detail.Meta):
        indexes = [models.Index(fields=["scheme", "code", "countries", "struggle"], name="coding_by_country")]
        constraints = [
            models.UniqueConstraint(fields=["struggle", "scheme", "code", "literal"], name="coding_once"),
        ]

    def __str__(self) -> str:
        return codes.label(self.scheme, self.code, self.literal)


class Employer(Detail):
    """A firm or landlord a struggle was with, and in what role."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="employers", db_index=False)
    name = LimitedText(max_length=120)
    folded = LimitedText(max_length=240, default="")  # records.firms.folded: who is the same
    role = LimitedText(max_length=10, choices=codes.EMPLOYER_ROLES, default="employer")

    class Meta(Detail.Meta):
        indexes = [
            models.Index(fields=["folded", "struggle"], name="employer_by_name"),
            models.Index(fields=["struggle", "folded"], name="employer_of"),
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(Detail):
    """A union, committee or network that took part, and whether it was official."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="organisations", db_index=False)
    name = LimitedText(max_length=120)
    official = LimitedText(max_length=10, choices=codes.OFFICIAL, default=codes.UNKNOWN)

    class Meta(Detail.Meta):
        indexes = [models.Index(fields=["struggle", "official"], name="organisation_of")]

    def __str__(self) -> str:
        return self.name


class Location(Detail):
    """A place of a struggle, as finely as it is known. `country` is ISO 3166-1 alpha-2, or empty."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="locations", db_index=False)
    country = LimitedText(max_length=2, blank=True, default="")
    region = LimitedText(max_length=120, blank=True, default="")
    town = LimitedText(max_length=120, blank=True, default="")
    site = LimitedText(max_length=200, blank=True, default="")  # workplace, house or address
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    precision = LimitedText(max_length=10, choices=codes.PLACE_PRECISIONS)

    class Meta(Detail.Meta):
        indexes = [
            models.Index(fields=["country", "struggle"], name="location_by_country"),
            models.Index(fields=["country", "region", "struggle"], name="location_by_region"),
            models.Index(fields=["struggle", "country", "region"], name="location_of"),
            models.Index(fields=["lat", "lon"], name="location_by_point", condition=Q(lat__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="location_on_the_globe",
                condition=Q(lat=None, lon=None) | Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
            ),
        ]

    def __str__(self) -> str:
        return self.town or self.region or self.country


class Action(Detail):
    """One stoppage or other action within the dispute, from when to when, and how many took part."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="actions")
    form = LimitedText(max_length=40)
    started_on = models.DateField(null=True, blank=True)
    started_precision = LimitedText(max_length=10, choices=codes.DATE_PRECISIONS, default="day")
    ended_on = models.DateField(null=True, blank=True)
    ended_precision = LimitedText(max_length=10, choices=codes.DATE_PRECISIONS, default="day")
    workers_low = models.PositiveIntegerField(null=True, blank=True)
    workers_high = models.PositiveIntegerField(null=True, blank=True)
    words = LimitedText(max_length=500, blank=True, default="")

    class Meta(Detail.Meta):
        constraints = [
            models.CheckConstraint(
                name="action_workers_low_to_high",
                condition=(Q(workers_low=None) | Q(workers_low__gte=1))
                & (Q(workers_low=None) | Q(workers_high=None) | Q(workers_low__lte=models.F("workers_high"))),
            )
        ]

    def __str__(self) -> str:
        return codes.label("form", self.form)


class ActionDay(Detail):
    """One day at one site of an action: who was out, and for what part of the day (100: the whole of it)."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    site = LimitedText(max_length=200, blank=True, default="")
    workers_low = models.PositiveIntegerField(null=True, blank=True)
    workers_high = models.PositiveIntegerField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(default=100)
    estimated = models.BooleanField(default=True)

    class Meta(Detail.Meta):
        constraints = [
            models.CheckConstraint(name="part_of_a_day", condition=Q(percent__gte=1, percent__lte=100)),
        ]


class Answer(Detail):
    """What the account says to one of the guiding questions."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="answers")
    question = LimitedText(max_length=20)
    text = LongText(max_length=ANSWER_LENGTH)

    class Meta(Detail.Meta):
        constraints = [models.UniqueConstraint(fields=["struggle", "question"], name="one_answer_a_question")]

    @property
    def asked(self) -> str:
        return questions.question(self.question)


class Term(models.Model):
    """One word of the vocabulary of points. `code` is set for the seeds; a merged term speaks through another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = LimitedText(max_length=10, choices=list(questions.POINT_KINDS.items()))
    words = LimitedText(max_length=80)
    folded = LimitedText(max_length=160)
    code = LimitedText(max_length=40, blank=True, default="")
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "folded"], name="one_term_a_word"),
            models.CheckConstraint(
                name="term_not_merged_into_itself", condition=Q(merged_into=None) | ~Q(merged_into=models.F("id"))
            ),
        ]

    def __str__(self) -> str:
        return str(questions.SEEDS.get(self.kind, {}).get(self.code, self.words)) if self.code else self.words


class Point(Detail):
    """A strong or weak point, what others should try, or what is not known: a word and its evidence."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="points", db_index=False)
    kind = LimitedText(max_length=10, choices=list(questions.POINT_KINDS.items()))
    term = models.ForeignKey(Term, on_delete=models.PROTECT, null=True, blank=True, related_name="points")
    evidence = LongText(max_length=EVIDENCE_LENGTH, blank=True, default="")

    class Meta(Detail.Meta):
        indexes = [
            models.Index(fields=["term", "struggle"], name="point_by_term"),
            models.Index(fields=["struggle", "kind", "term"], name="point_of"),
        ]
        constraints = [
            models.CheckConstraint(name="point_says_something", condition=Q(term__isnull=False) | ~Q(evidence=""))
        ]


class Correction(Detail):
    """What was changed in a published record, said in the open. `origin`: who changed it, where that was elsewhere."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="corrections")
    made_on = models.DateField()
    words = LimitedText(max_length=500)
    origin = LimitedText(max_length=200, blank=True, default="")


class Source(Detail):
    """Where a record's facts come from: an address, or words that say what it is."""

    struggle = models.ForeignKey(Struggle, on_delete=models.CASCADE, related_name="sources")
    url = LimitedText(max_length=1000, blank=True, default="")
    text = LimitedText(max_length=500, blank=True, default="")
    kind = LimitedText(max_length=10, choices=codes.SOURCE_KINDS, default="web")
    published_on = models.DateField(null=True, blank=True)
    published_precision = LimitedText(max_length=10, choices=codes.DATE_PRECISIONS, default="day")
    archive_url = LimitedText(max_length=1000, blank=True, default="")  # a copy that stays when the page goes

    class Meta(Detail.Meta):
        constraints = [models.CheckConstraint(name="source_says_something", condition=~Q(url="", text=""))]

    def __str__(self) -> str:
        return self.text or self.url
