"""Who may read what: anyone what is published, a group's members what waits to be published."""

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from rooted.groups.models import Seat
from rooted.struggles.models import PUBLIC, ImportBatch, Location, Struggle


def readable_struggles() -> QuerySet[Struggle]:
    """What has a page for anyone: what is published, and what was published and withdrawn in the open."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).select_related("group", "batch")


def batches_of(seat: Seat) -> QuerySet[ImportBatch]:
    """The imports of this member's group, newest first."""
    return ImportBatch.objects.filter(group=seat.group).order_by("-imported_on", "id")


def years_and_countries() -> tuple[list[int], list[str]]:
    """The years (newest first) and the country codes that public records have; one query."""
    years = Struggle.objects.public().annotate(word=Cast("year", CharField())).values_list("word")
    public = Struggle.objects.filter(PUBLIC).values("pk")
    countries = Location.objects.exclude(country="").filter(struggle__in=public).values_list("country")
    words = [word for (word,) in years.order_by().union(countries.order_by())]
    found = sorted((int(word) for word in words if word.lstrip("-").isdigit()), reverse=True)
    return found, [word for word in words if word.isalpha()]
