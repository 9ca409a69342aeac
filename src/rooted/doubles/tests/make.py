"""Plain makers: records that are alike, and their pair."""

from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q

from rooted.doubles.actions import look_at_some
from rooted.doubles.likeness import Facts
from rooted.doubles.models import Pair
from rooted.records.record import Source
from rooted.struggles.models import Struggle
from rooted.struggles.tests import make

TODAY = make.TODAY
DAY = date(2026, 11, 12)


def facts(key=1, **values):
    """A strike of night cleaners at a hospital in Leeds."""
    given = {
        "first": DAY,
        "employers": frozenset({frozenset({"merrowgate", "hospital"})}),
        "towns": frozenset({("GB", "leeds")}),
        "regions": frozenset({("GB", "yorkshire")}),
        "countries": frozenset({"GB"}),
    } | values
    return Facts(key, last=given.pop("last", given["first"]), **given)


def moved(one, days):
    return replace(one, first=one.first + timedelta(days), last=one.last + timedelta(days))


def alike(owner, count=2, **values):
    """So many published records that are all alike: same employer, town, day and words, each with its own source."""
    sources = [{"sources": (Source(f"https://example.org/{number}"),)} | values for number in range(count)]
    return make.struggles(owner, [make.record(number, **given) for number, given in enumerate(sources)])


def look():
    """Compare everything that nobody compared."""
    before = look_at_some(today=TODAY)
    while before is not None:
        before = look_at_some(before=before, today=TODAY)


def pair(owner, other=None):
    """The pair of two records, of one group or of two; the first record is `owner`'s."""
    _one, two = alike(owner)
    if other is not None:
        Struggle.objects.filter(pk=two.pk).update(group=other, byline=other.name)
    look()
    return Pair.objects.whole().get()


def pair_of_year(owner, year):
    """The pair of two records of that year, wherever else pairs are."""
    one, _two = alike(owner, started_on=date(year, 3, 4))
    look()
    return Pair.objects.whole().get(Q(one=one.pk) | Q(other=one.pk))


def of(pair, group):
    """ "one" or "other": the record of the pair that this group published."""
    return "one" if pair.one_group_id == group.pk else "other"


def pairs(owner, count):
    """So many pairs, a year apart from each other."""
    for number in range(count):
        alike(owner, started_on=date(1960 + number, 3, 4))
    look()
    return list(Pair.objects.order_by("id"))
