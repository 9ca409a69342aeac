"""Towns of the world, as GeoNames lists them."""

from django.db import models
from django.utils.translation import gettext as _

from rooted.base.fields import LimitedText
from rooted.places.countries import country_name


class Town(models.Model):
    """A place of 5,000 people or more.

    `id`: its number at GeoNames. `country`: ISO 3166 code of two letters. `region` is known for the United States;
    `near`, the nearest big town, only where it takes that to tell two towns apart. Degrees of WGS 84.
    """

    id = models.PositiveIntegerField(primary_key=True)
    name = LimitedText(max_length=80)
    country = LimitedText(max_length=2)
    region = LimitedText(max_length=40, blank=True)
    near = LimitedText(max_length=80, blank=True)
    population = models.PositiveIntegerField()
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        indexes = [models.Index(fields=["latitude", "longitude"], name="town_position")]

    def __str__(self) -> str:
        return self.label

    @property
    def where(self) -> str:
        """What tells this town from others of its name: "Illinois, United States"."""
        words = {"region": self.region, "near": self.near, "country": country_name(self.country)}
        if self.region and self.near:
            return _("%(region)s, near %(near)s, %(country)s") % words
        if self.region:
            return _("%(region)s, %(country)s") % words
        if self.near:
            return _("near %(near)s, %(country)s") % words
        return words["country"]

    @property
    def label(self) -> str:
        """The whole name, with which the town is found again: "Springfield, Illinois, United States"."""
        return _("%(town)s, %(where)s") % {"town": self.name, "where": self.where}


class TownName(models.Model):
    """One of a town's names, folded (base/fold.py): large towns are also found by their names in other languages."""

    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="names", db_index=False)
    folded = LimitedText(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["folded", "town"], name="town_by_name")]


class TownEdition(models.Model):
    """Which file of towns was loaded last: its digest."""

    digest = LimitedText(max_length=64)
