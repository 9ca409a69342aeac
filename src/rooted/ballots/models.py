"""Questions, who may vote, votes and counts of hands. In clear: days and numbers. All that is asked or voted is sealed.

Where hands are raised no row names who voted: there are sittings and their figures alone.
"""

from django.db import models
from django.db.models import Q

from rooted.base.fields import LimitedText
from rooted.base.models import Unordered


class QuestionQuerySet(models.QuerySet):
    def of(self, group: object) -> "QuestionQuerySet":
        """The questions of one group."""
        return self.filter(group=group)

    def open(self) -> "QuestionQuerySet":
        """Those that take votes or counts."""
        return self.filter(closed_on=None)


class Question(Unordered):
    """What was put to a vote, as frozen at opening. `result`: what was counted at the close.

    Closed without a result: it was asked again, or withdrawn, before it was counted. `again`: the earlier question that
    this one asks anew. `number`: what members typed as the number for the lots, until they are drawn. `burns_on`: the
    day everything about it is erased.
    """

    class Mode(models.TextChoices):
        HANDS = "hands"
        MEMBERS = "members"

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="questions")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="question")
    result = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="result_of"
    )
    number = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="number_of"
    )
    mode = LimitedText(max_length=10, choices=Mode.choices)
    opened_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    burns_on = models.DateField(null=True, blank=True, db_index=True)
    again = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="asked_again")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "closed_on", "closes_on"], name="questions_of_a_group")]
        constraints = [
            models.CheckConstraint(
                name="only_a_closed_question_has_a_result",
                condition=Q(result__isnull=True) | Q(closed_on__isnull=False),
            ),
            models.CheckConstraint(name="hands_or_members", condition=Q(mode__in=["hands", "members"])),
        ]


class Elector(Unordered):
    """One seat that may vote on one question, frozen at opening. `item`: what it chose, open to all members."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="electors")
    seat = models.ForeignKey("groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    item = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="vote_of"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "seat"], name="one_elector_a_seat")]


class SittingCountQuerySet(models.QuerySet):
    def out(self) -> "SittingCountQuerySet":
        """Sittings that have not counted yet."""
        return self.filter(count=None)

    def differing(self) -> "SittingCountQuerySet":
        """Those whose tellers did not agree and have not counted again, or whose count a member doubts."""
        return self.filter(Q(count=None, differed_on__isnull=False) | Q(doubted_on__isnull=False))


class SittingCount(Unordered):
    """One sitting of a question where hands are raised, and what its two tellers counted.

    `item`: its name and language. `codes`: both codes, for members to print, until they are used. `first`, `second`:
    16 bytes each that a code leads to; `first_secret`, `second_secret`: the sitting's secret key under that code;
    `shown`: what tellers may read of the question, sealed to `public_key`. `typed`: the figures of one teller, sealed
    to that key too, until the other's agree; `typed_by` says which of the two. `differed_on`: they did not agree.
    `earlier`: what it counted before it counted again; `doubted_on`: one member asked for that, a second has not yet.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="sittings")
    place = models.PositiveSmallIntegerField()
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="sitting_count")
    codes = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="codes_of"
    )
    count = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="count_of"
    )
    earlier = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="earlier_of"
    )
    public_key = models.BinaryField(max_length=32)
    first = models.BinaryField(max_length=16, unique=True)
    second = models.BinaryField(max_length=16, unique=True)
    first_secret = models.BinaryField(max_length=200)
    second_secret = models.BinaryField(max_length=200)
    shown = models.BinaryField()
    typed = models.BinaryField(blank=True, default=b"")
    typed_by = models.PositiveSmallIntegerField(default=0)
    differed_on = models.DateField(null=True, blank=True)
    doubted_on = models.DateField(null=True, blank=True)

    objects = SittingCountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "place"], name="one_count_a_place"),
            models.CheckConstraint(name="typed_by_one_of_two", condition=Q(typed_by__gte=0, typed_by__lte=2)),
        ]
