"""Threads between a stranger and a group. In clear: days, who has it, how long it is. All else is sealed.

What strangers are told before they write (the group's question, a closed inbox) stands in clear: anyone may read it.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from rooted.base.fields import LimitedText, LongText
from rooted.base.models import Unordered

KEPT_DAYS = 60
ASKS_ABOVE, HOLDS_ABOVE = 20, 60  # letters a day


class ThreadQuerySet(models.QuerySet):
    def of(self, group: object) -> "ThreadQuerySet":
        """The threads of one group."""
        return self.filter(group=group)

    def open(self) -> "ThreadQuerySet":
        """Threads nobody has closed, without those held back."""
        return self.filter(closed_on=None, held_on=None)

    def held(self) -> "ThreadQuerySet":
        """Threads that came when too many did: a member looks at them first."""
        return self.exclude(held_on=None)

    def with_waiting(self) -> "ThreadQuerySet":
        """Each with `waiting`: whether a letter in it has no answer yet."""
        return self.annotate(waiting=Exists(Message.objects.waiting().filter(thread=OuterRef("pk"))))


class Thread(Unordered):
    """A letter and all that followed.

    `lookup`: 16 bytes from the receipt. `public_key`: the stranger's, 32 bytes; its secret lies in `wrapped_secret`,
    under a key from the receipt. `length`: how many messages; whoever answers must have seen that many.
    A group that closed leaves the row without messages until `expires_on`, so that the stranger can be told.
    `held_on`: the day it came in a flood; it is shown apart until `released_on`, when the promised time begins.
    `danger` and `outcome` are the members' own marks, sealed.
    """

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="threads")
    lookup = models.BinaryField(max_length=16, unique=True)
    public_key = models.BinaryField(max_length=32)
    wrapped_secret = models.BinaryField(max_length=200)
    length = models.PositiveIntegerField(default=0)
    arrived_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(db_index=True)
    taken_by = models.ForeignKey("groups.Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    held_on = models.DateField(null=True, blank=True)
    released_on = models.DateField(null=True, blank=True)
    danger = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="danger_of"
    )
    outcome = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="outcome_of"
    )

    objects = ThreadQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "closed_on", "expires_on"], name="threads_of_a_group")]


class MessageQuerySet(models.QuerySet):
    def waiting(self) -> "MessageQuerySet":
        """Letters that still need an answer."""
        return self.filter(from_stranger=True, settled_on=None)


class Message(Unordered):
    """One letter or answer. `item` is for the circle; `copy` the same words for the stranger, sealed and padded.

    `settled_on`: the day a letter was answered, or its thread closed without an answer.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="message")
    copy = models.BinaryField()
    from_stranger = models.BooleanField()
    settled_on = models.DateField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()


class Note(Unordered):
    """What members write among themselves; the stranger never gets it."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="notes")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="note")


class SentFile(Unordered):
    """A file that came with a message. `file` is for the circle; `copy` opens it for the stranger, in answers alone."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField("circles.SealedFile", on_delete=models.CASCADE, related_name="sent_with")
    place = models.PositiveSmallIntegerField()
    copy = models.BinaryField()


class InterpreterLink(Unordered):
    """Leave for one person to read one thread and write beside it: a link, four spoken words, 72 hours.

    `secret`: the link's secret key and the exact hour it ends, under a key from the words. `shared`: what was said, as
    far as members shared it, sealed to `public_key`. Neither opens anything else.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="interpreters")
    made_by = models.ForeignKey("groups.Seat", on_delete=models.CASCADE, related_name="+")
    salt = models.BinaryField(max_length=16)
    public_key = models.BinaryField(max_length=32)
    secret = models.BinaryField()
    shared = models.BinaryField()
    shared_length = models.PositiveIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)
    expires_on = models.DateField(db_index=True)


class BookEntry(Unordered):
    """Somebody the group refers people on to: an advice centre, a union, another group."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="book")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="book_entry")


class QuickAnswer(Unordered):
    """An answer the group gives often, in each of its languages."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="quick_answers")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="quick_answer")


class Tally(Unordered):
    """How many letters of one month ended how: numbers alone, sealed, kept when the letters are gone."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="tallies")
    month = models.DateField()
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="tally")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "month"], name="one_tally_a_month")]


class Inbox(Unordered):
    """What a group decided about letters to come. In clear: strangers read it, and the server must act on it.

    `question` with its accepted answers, one a line, is asked of everyone since `asking_since`, and of all on a day
    with more than `asks_above` letters; above `holds_above` further ones are held. `shut_on`: no letters until
    `reopens_on`, or until a member opens it.
    """

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="inbox")
    question = LimitedText(max_length=200, blank=True, default="")
    accepted = LongText(max_length=600, blank=True, default="")
    asking_since = models.DateField(null=True, blank=True)
    asks_above = models.PositiveSmallIntegerField(default=ASKS_ABOVE)
    holds_above = models.PositiveSmallIntegerField(default=HOLDS_ABOVE)
    shut_on = models.DateField(null=True, blank=True)
    shut_text = LimitedText(max_length=300, blank=True, default="")
    reopens_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_question_has_accepted_answers", condition=Q(question="") | ~Q(accepted="")),
            models.CheckConstraint(
                name="only_a_shut_inbox_reopens", condition=Q(shut_on__isnull=False) | Q(reopens_on__isnull=True)
            ),
        ]
