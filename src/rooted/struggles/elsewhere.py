"""In how many other records the words of one record stand, counted so far as people want to know."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery, UUIDField

from rooted.base.prepared import Given, Prepared
from rooted.struggles.access import public_through
from rooted.struggles.models import Point, Struggle, Term

MOST_COUNTED = 100  # a word of 30,000 records is not counted to the end on every page it stands on
AT_ONCE = 5  # words: the text of a statement is kept for 5, 10, 15 …


class HowMany(Subquery):
    """The number of rows of a subquery."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def elsewhere(struggle: Struggle, roots: Iterable[UUID]) -> dict[UUID, int]:
    """How many other public records have each word, as itself or through a word merged into it; one query, or none.

    No more than MOST_COUNTED: that number says that it is as many at least.
    """
    wanted = sorted(roots)
    if not wanted:
        return {}
    wanted += wanted[:1] * (-len(wanted) % AT_ONCE)
    given = {f"root{place}": root for place, root in enumerate(wanted)}
    return dict(_asked(len(wanted)).rows(pk=struggle.pk, **given))


@cache
def _asked(words: int) -> Prepared[Any]:
    return Prepared(lambda: _counted([Given(f"root{place}", UUIDField()) for place in range(words)]))


def _counted(roots: list[Any]) -> QuerySet[Any]:
    root: Any = OuterRef(OuterRef("pk"))
    speaking = Term.objects.filter(Q(pk=root) | Q(merged_into=root)).values("pk")
    others = Point.objects.filter(public_through("struggle"), term__in=speaking).order_by()
    others = others.exclude(struggle=Given("pk", UUIDField()))
    counted = HowMany(others.values("struggle").distinct()[:MOST_COUNTED])
    return Term.objects.filter(pk__in=roots).values_list("pk", counted)
