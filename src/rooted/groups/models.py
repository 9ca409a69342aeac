"""Groups, the seats in them, and the two ways in: an invitation to a group, a link to found one."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property

from rooted.base.fields import LimitedText, LongText
from rooted.base.models import Unordered
from rooted.circles.keys import OpenCircle
from rooted.groups import kinds
from rooted.groups.sealed import SEAT, SMALL_CIRCLE
from rooted.people.keyring import Keyring

INVITATION_HOURS = 72
INVITATION_TRIES = 5
FOUNDING_DAYS = 7


class GroupQuerySet(models.QuerySet):
    def open(self) -> "GroupQuerySet":
        """Groups that still exist and whose page nobody hid."""
        return self.filter(closed_on=None, hidden_on=None)

    def listed(self) -> "GroupQuerySet":
        """Groups strangers may find by themselves."""
        return self.open().filter(listed=True)

    def named(self, text: str) -> "GroupQuerySet":
        """The one with this address, as people copy it: `docks`, `/g/docks/` or the whole link."""
        try:
            parts = [part for part in urlsplit(text.strip()).path.split("/") if part and part != "g"]
        except ValueError:
            return self.none()
        return self.filter(address=parts[0]) if parts else self.none()


class Group(models.Model):
    """A local group. What stands here is in clear: it is the group's public page. Who is in it is sealed."""

    Kind = kinds.Kind

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = LimitedText(max_length=40, unique=True)
    name = LimitedText(max_length=80)
    area = LimitedText(max_length=120)
    languages = LimitedText(max_length=120, default="en")
    kind = LimitedText(max_length=20, choices=Kind.choices, default=Kind.LOCAL)
    about = LongText(max_length=600)
    outlook = LongText(max_length=4000, blank=True, default="")
    outlook_changed_on = models.DateField(null=True, blank=True)
    outlook_changed_by = models.ForeignKey("Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    phone = LimitedText(max_length=60, blank=True, default="")
    hour_text = LimitedText(max_length=200, blank=True, default="")
    listed = models.BooleanField(default=True)
    promised_hours = models.PositiveSmallIntegerField(default=48)
    founded_month = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    hidden_on = models.DateField(null=True, blank=True)
    # Since when a newcomer needs two members, and which seat wants one to be enough again.
    two_vouchers_on = models.DateField(null=True, blank=True)
    one_voucher_by = models.ForeignKey("Seat", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    circle = models.OneToOneField("circles.Circle", on_delete=models.SET_NULL, null=True, related_name="group")

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="open_group_has_a_circle", condition=Q(circle__isnull=False) | Q(closed_on__isnull=False)
            ),
            models.CheckConstraint(
                name="promise_of_a_day_to_two_weeks", condition=Q(promised_hours__gte=1, promised_hours__lte=336)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The public page."""
        return reverse("groups:group", args=[self.address])

    @property
    def board_url(self) -> str:
        """The notice board, which config/urls.py puts under the group's own page for a part above this one."""
        return f"{self.get_absolute_url()}board/"

    @property
    def first_language(self) -> str:
        """The code of the language the group named first."""
        return self.languages.split(",")[0]


class SeatQuerySet(models.QuerySet):
    def taken(self) -> "SeatQuerySet":
        """Seats of members, those whose removal is proposed among them."""
        return self.filter(left_on=None)

    def active(self) -> "SeatQuerySet":
        """Seats that may act now."""
        return self.filter(left_on=None, paused_on=None)


class Seat(Unordered):
    """A member's place in a group. It names no person; only the person's sealed keyring knows it.

    The row stays after its member left, so that what they did stays the deed of "a former member".
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="seats")
    holder = models.OneToOneField(
        "circles.Holder", on_delete=models.SET_NULL, null=True, blank=True, related_name="seat"
    )
    name_item = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="seat"
    )
    paused_on = models.DateField(null=True, blank=True)
    paused_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    left_on = models.DateField(null=True, blank=True)
    # The seat was given a new key, and who let its member back in: the others see it for a while and can object.
    back_on = models.DateField(null=True, blank=True)
    back_by = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    # Set by access.open_seat, for the length of one request: the open circle and the person's keyring.
    keys: OpenCircle
    keyring: Keyring
    names: dict[int, str]
    small: "list[SmallCircle]"

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pause_has_day_and_author",
                condition=Q(paused_on__isnull=False) | Q(paused_by__isnull=True),
            ),
        ]

    @cached_property
    def sealed(self) -> dict[str, Any]:
        """What the circle keeps of this seat: {"name": text, "holds_recovery": bool}. Only of one's own, open seat."""
        assert self.name_item is not None  # an open seat has a name
        return self.keys.read(self.name_item, SEAT)

    @property
    def name(self) -> str:
        """What the group calls this seat."""
        return self.sealed["name"]


class SmallCircle(Unordered):
    """A second circle for a few members of a group. Who is not in it sees neither its name nor that it is there.

    Who is in it: the holders its circle is wrapped to. `shut_out_on`: the day somebody lost their seat or its key and
    nobody inside was there to change the circle's key; the next member inside who does anything changes it.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="small_circles")
    circle = models.OneToOneField("circles.Circle", on_delete=models.CASCADE, related_name="small_circle")
    name_item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="small_circle")
    shut_out_on = models.DateField(null=True, blank=True)

    # Set by small_circles.open_small, for the length of one request.
    keys: OpenCircle

    @cached_property
    def name(self) -> str:
        """What those inside call it."""
        return self.keys.read(self.name_item, SMALL_CIRCLE)["name"]


class Invitation(Unordered):
    """A way into a group for one person: opened by four words the inviter says, once, within 72 hours.

    `secret` holds the circle's keys and the exact hour it ends, under a key made from the words.
    With `seat` set it brings a member back to that seat.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    # Where two vouchers are needed: what the first leaves for the second, instead of the circle's keys.
    voucher_item = models.ForeignKey(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    salt = models.BinaryField(max_length=16)
    secret = models.BinaryField()
    tries = models.PositiveSmallIntegerField(default=0)
    expires_on = models.DateField()


class Newcomer(Unordered):
    """Somebody one member vouched for, who waits for a second: with a key pair of their own that opens nothing yet.

    The row's id becomes the id of their seat. With `seat` set they come back to that seat. `proof`: 32 bytes over their
    public key that only somebody with the first voucher's invitation could make.
    """

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="newcomers")
    holder = models.OneToOneField("circles.Holder", on_delete=models.CASCADE, related_name="newcomer")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    name_item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="newcomer")
    voucher_item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="vouched_newcomer")
    vouched_by = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    proof = models.BinaryField(max_length=32)
    expires_on = models.DateField()


class FoundingLink(Unordered):
    """Leave to found one group on this server. Only a digest of its token is kept."""

    digest = models.BinaryField(max_length=32, unique=True)
    expires_on = models.DateField()
