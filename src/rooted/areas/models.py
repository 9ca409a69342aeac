"""A group's page of its area. In clear: days, numbers and which texts exist; what they say is sealed."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rooted.base.fields import LimitedText, LongText
from rooted.base.models import Unordered

CONTENT_LENGTH = 120_000


class Area(Unordered):
    """`number` goes up with every saving of a piece. `forward`: that a first member agreed to one of these numbers.

    Saving, publishing and taking back forget what was put forward.
    """

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="area_kept")
    number = models.PositiveIntegerField(default=0)
    changed_on = models.DateField()
    forward = models.OneToOneField(
        "circles.SealedItem", on_delete=models.SET_NULL, null=True, blank=True, related_name="forward_of_an_area"
    )
    forward_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="area_put_forward_on_a_day", condition=Q(forward=None) | Q(forward_on__isnull=False)
            )
        ]


class Piece(Unordered):
    """The bounds of an area, or one of its texts. `number`: whoever saves must have seen that one."""

    class Name(models.TextChoices):
        BOUNDS = "bounds", _("Which area is ours")
        WHOLE = "whole", _("What we make of it")
        NEAR = "near", _("Struggles nearby")
        POINTS = "points", _("Strong and weak points nearby")
        BRANCHES = "branches", _("Our branches elsewhere")
        EMPLOYERS = "employers", _("The same employers elsewhere")

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="pieces")
    name = LimitedText(max_length=10, choices=Name.choices)
    number = models.PositiveIntegerField(default=1)
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="piece_of_an_area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "name"], name="one_piece_a_name")]


TEXTS = [name for name in Piece.Name if name is not Piece.Name.BOUNDS]


class PublicArea(Unordered):
    """What strangers read: a copy two members agreed to. `content`: JSON of the bounds and the texts, in clear."""

    group = models.OneToOneField("groups.Group", on_delete=models.CASCADE, related_name="public_area")
    number = models.PositiveIntegerField()
    content = LongText(max_length=CONTENT_LENGTH)
    written_on = models.DateField()
    published_on = models.DateField()

    def get_absolute_url(self) -> str:
        """Its page."""
        group: Any = self.group
        return reverse("areas:area-public", args=[group.address])
