"""Counts records by what they can be told apart by, in the database: one statement however many records.

A record with several codes counts under each of them, and once under each.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, FilteredRelation, Q

from rooted.comparisons.traits import NOT_KNOWN, Trait
from rooted.struggles.models import StruggleQuerySet

Row = tuple[Any, ...]  # the codes in the order asked, then how many records


def coded(records: StruggleQuerySet, traits: Mapping[str, Trait]) -> StruggleQuerySet:
    """The records with a column `<name>_code` for each trait; those with several codes stand there several times."""
    for name, trait in traits.items():
        if trait.relation:
            rows = FilteredRelation(trait.relation, condition=trait.within(f"{trait.relation}__"))
            records = records.alias(**{name: rows})
        records = records.annotate(**{f"{name}_code": trait.code(f"{name}__" if trait.relation else "")})
    return records.order_by()


def tally(
    records: StruggleQuerySet, traits: Mapping[str, Trait], only: Mapping[str, Sequence[str]] | None = None
) -> list[Row]:
    """How many records have each combination of codes; a code of text that is not known is "", a number None.

    `only`: the codes wanted, by name of a trait; "" for those that are not known.
    """
    found = coded(records, traits)
    for name, wanted in (only or {}).items():
        unknown = Q((f"{name}_code__isnull", True)) if NOT_KNOWN in wanted else Q()
        found = found.filter(unknown | Q((f"{name}_code__in", [code for code in wanted if code])))
    several = any(trait.relation for trait in traits.values())
    names = [f"{name}_code" for name in traits]
    rows = found.values_list(*names).annotate(found=Count("pk", distinct=several))
    numbers = [trait.number for trait in traits.values()]
    return [(*(_plain(code, number) for code, number in zip(row, numbers, strict=False)), row[-1]) for row in rows]


def _plain(code: Any, number: bool) -> Any:
    return code if number else str(code or NOT_KNOWN)


def in_several(records: StruggleQuerySet, trait: Trait, wanted: Sequence[str]) -> int:
    """How many records have more than one of the codes `wanted`."""
    if not trait.relation or len(wanted) < 2:
        return 0
    rows = coded(records, {"held": trait}).filter(held_code__in=list(wanted)).values("pk")
    return rows.annotate(times=Count("held_code", distinct=True)).filter(times__gt=1).count()


def remarks(records: StruggleQuerySet) -> dict[str, int]:
    """What has to be said beside a table: how many records are dated to a decade or century, how many households."""
    rough = Q(started_precision__in=("decade", "century"))
    counted = Q(estimate_unit="households") & ~Q(estimate_low=None, estimate_high=None)
    found = records.order_by().aggregate(inexact=Count("pk", filter=rough), households=Count("pk", filter=counted))
    return dict(found)
