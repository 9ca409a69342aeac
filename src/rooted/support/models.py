"""Groups for each other: who hosts, who wants to start, who helps, who stands by whom.

In clear: which groups, which threads, days, and what is public anyway. All that is said is sealed.
"""

from urllib.parse import urlsplit

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext

from rooted.base.fields import LimitedText, LongText
from rooted.base.models import Unordered
from rooted.support.kinds import KINDS


class Host(Unordered):
    """A group that answers people who want to start a group here, and may give them founding links."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="host")
    since_on = models.DateField()


class Wish(Unordered):
    """What somebody who wants to start said beside their letter: the town, and whether they are alone.

    `item` is for the hosting group, `copy` the same for the stranger. `link_copy`: the founding link given to them,
    sealed to their thread's key alone; `link` is there while nobody used it.
    """

    thread = models.OneToOneField("intake.Thread", on_delete=models.CASCADE, related_name="wish")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="wish")
    copy = models.BinaryField()
    link = models.ForeignKey(
        "groups.FoundingLink", on_delete=models.SET_NULL, null=True, blank=True, related_name="wishes"
    )
    link_copy = models.BinaryField(null=True, blank=True)
    link_on = models.DateField(null=True, blank=True)


class Introduction(Unordered):
    """Two people who are alone are asked whether they want to meet.

    `own_…`: what each answered, for themselves; `from_…`: the same for the other, who is shown it only once both said
    yes (`met_on`). A yes and a no look alike here; nobody can read either but the two themselves.
    """

    first = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="introductions_first")
    second = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="introductions_second")
    proposed_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)
    own_first = models.BinaryField(null=True, blank=True)
    own_second = models.BinaryField(null=True, blank=True)
    from_first = models.BinaryField(null=True, blank=True)
    from_second = models.BinaryField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="two_are_introduced_once"),
            models.CheckConstraint(name="introduced_in_one_order", condition=Q(first__lt=F("second"))),
        ]


class IntroductionMessage(Unordered):
    """What one of the two wrote to the other, once for each; nobody else can read it."""

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="messages")
    for_first = models.BinaryField()
    for_second = models.BinaryField()


class HelpEntry(Unordered):
    """One group in the list "We can help": a group of this server, or one from an imported file.

    All of it is public. `languages` and `kinds` stand between commas: ",en,pl,". `address` is empty for a group of
    this server. `source`: the server a file came from, `source_on`: the day it was made.
    """

    group = models.OneToOneField(
        "groups.Group", on_delete=models.CASCADE, null=True, blank=True, related_name="help_entry"
    )
    name = LimitedText(max_length=80)
    area = LimitedText(max_length=120)
    languages = LimitedText(max_length=140)
    kinds = LimitedText(max_length=140)
    about = LongText(max_length=600)
    address = LimitedText(max_length=300, blank=True, default="")
    source = LimitedText(max_length=200, blank=True, default="")
    source_on = models.DateField(null=True, blank=True)
    hidden_on = models.DateField(null=True, blank=True)
    hidden_by = models.ForeignKey("groups.Group", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["hidden_on", "name"], name="help_entries_shown")]
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=Q(group__isnull=True), name="one_help_entry_an_address"
            ),
            models.CheckConstraint(
                name="imported_help_entry_has_an_address",
                condition=Q(group__isnull=False) | ~Q(address=""),
            ),
        ]

    @property
    def language_codes(self) -> list[str]:
        """["en", "pl"]."""
        return self.languages.strip(",").split(",")

    @property
    def kind_codes(self) -> list[str]:
        """Codes of kinds.KINDS."""
        return self.kinds.strip(",").split(",")

    @property
    def kind_names(self) -> str:
        """What they can help with, in the reader's language."""
        known = dict(KINDS)
        return pgettext("between the items of a list", ", ").join(
            str(known.get(code, code)) for code in self.kind_codes
        )

    @property
    def source_host(self) -> str:
        """The server an imported entry comes from: "rooted.example.org"."""
        return urlsplit(self.source).netloc


class Pairing(Unordered):
    """One group stands by another, once it agreed; `circle` is what the two share, until either ends it.

    `ask_item`: what the asking group wrote, sealed to the other's circle. `call_on`: the next call; `last_by`: which
    group wrote last, and `last_on` when.
    """

    asking = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="pairings_asked")
    standing = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="pairings_stood")
    ask_item = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="pairing_ask"
    )
    circle = models.OneToOneField(
        "circles.Circle", on_delete=models.SET_NULL, null=True, blank=True, related_name="pairing"
    )
    asked_on = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True, db_index=True)
    call_on = models.DateField(null=True, blank=True)
    last_by = models.ForeignKey("groups.Group", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    last_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asking", "standing"], condition=Q(ended_on__isnull=True), name="one_pairing_of_two_groups"
            ),
            models.CheckConstraint(name="nobody_stands_by_themselves", condition=~Q(asking=F("standing"))),
        ]


class PairingSide(Unordered):
    """One group's way into the circle of a pairing: a holder whose secret lies sealed in the group's own circle.

    `epoch`: the epoch of the group's circle when the secret was put there. Once the group's circle has a newer one,
    somebody who left may know the secret: the next who writes, on either side, makes a new holder.
    """

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="sides")
    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="+")
    holder = models.OneToOneField("circles.Holder", on_delete=models.CASCADE, related_name="pairing_side")
    key_item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="pairing_side")
    epoch = models.PositiveIntegerField()
    steps_item = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="pairing_steps"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pairing", "group"], name="one_side_a_group")]


class PairingMessage(Unordered):
    """What one group wrote to the other; sealed to what the two share."""

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="messages")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="pairing_message")
