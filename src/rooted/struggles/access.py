"""Who may read what: anyone what is published."""

from django.db.models import CharField, QuerySet, Value

from rooted.struggles.models import PUBLIC, Location, Struggle


def readable_struggles() -> QuerySet[Struggle]:
    """What has a page for anyone: what is published, and what was published and withdrawn in the open."""
    return Struggle.objects.filter(published_on__isnull=False, hidden_on=None).select_related("batch", "merged_into")


def public_places(country: str) -> tuple[list[str], list[str]]:
    """The country codes that public records have, and the regions they have in `country`; one query."""
    known = Struggle.objects.filter(PUBLIC).order_by().annotate(what=Value("country", CharField()))
    written = known.values_list("what", "countries").distinct()
    if country:
        regions = Location.objects.filter(country=country, struggle__in=Struggle.objects.filter(PUBLIC)).order_by()
        named = regions.annotate(what=Value("region", CharField())).values_list("what", "region").distinct()
        written = written.union(named, all=True)
    found: dict[str, set[str]] = {"country": set(), "region": set()}
    for what, names in written:
        found[what].update(names.split() if what == "country" else [names])
    return sorted(found["country"]), sorted(found["region"] - {""})
