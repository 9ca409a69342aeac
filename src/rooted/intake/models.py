"""Threads between a stranger and a group. In clear: days, who has it, how long it is. All else is sealed."""

from django.db import models
from django.db.models import Exists, OuterRef

from rooted.base.models import Unordered

KEPT_DAYS = 60


class ThreadQuerySet(models.QuerySet):
    def of(self, group: object) -> "ThreadQuerySet":
        """The threads of one group."""
        return self.filter(group=group)

    def open(self) -> "ThreadQuerySet":
        """Threads nobody has closed."""
        return self.filter(closed_on=None)

    def with_waiting(self) -> "ThreadQuerySet":
        """Each with `waiting`: whether a letter in it has no answer yet."""
        return self.annotate(waiting=Exists(Message.objects.waiting().filter(thread=OuterRef("pk"))))


class Thread(Unordered):
    """A letter and all that followed.

    `lookup`: 16 bytes from the receipt. `public_key`: the stranger's, 32 bytes; its secret lies in `wrapped_secret`,
    under a key from the receipt. `length`: how many messages; whoever answers must have seen that many.
    A group that closed leaves the row without messages until `expires_on`, so that the stranger can be told.
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
