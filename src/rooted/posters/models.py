"""Where posters hang. In clear: two days. All else is sealed."""

from datetime import date, timedelta

from django.db import models

from rooted.base.models import Unordered

KEPT_DAYS = 60
SOON_DAYS = 7


class PosterQuerySet(models.QuerySet):
    def hanging(self) -> "PosterQuerySet":
        """Those nobody took down."""
        return self.filter(down_on=None)

    def due_by(self, day: date) -> "PosterQuerySet":
        """Those that are to be hung anew by that day."""
        return self.hanging().filter(renew_on__lte=day)


class Poster(Unordered):
    """One place where a poster hangs, until it is taken down."""

    group = models.ForeignKey("groups.Group", on_delete=models.CASCADE, related_name="posters")
    item = models.OneToOneField("circles.SealedItem", on_delete=models.CASCADE, related_name="poster")
    renew_on = models.DateField()
    down_on = models.DateField(null=True, blank=True)

    objects = PosterQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["group", "down_on", "renew_on"], name="posters_of_a_group")]

    def is_soon(self, today: date) -> bool:
        """Whether it is to be hung anew within a week."""
        return self.down_on is None and self.renew_on <= today + timedelta(days=SOON_DAYS)
