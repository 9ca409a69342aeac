"""Who may read what: anyone what is published."""

from django.db.models import QuerySet

from rooted.struggles.models import Struggle


def readable_struggles() -> QuerySet[Struggle]:
    """What has a page for anyone: what is published, and what was published and withdrawn in the open."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).select_related("batch", "merged_into")


def public_countries() -> list[str]:
    """The country codes that public records have; one query over an index of its own."""
    written = Struggle.objects.public().order_by().values_list("countries", flat=True).distinct()
    return sorted({code for codes in written for code in codes.split()})
