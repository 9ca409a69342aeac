"""Pairs that nobody found: a member says that two records are one, or the authors of a copy did on another server."""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from rooted.doubles.actions import pair_of, public, write_pairs
from rooted.doubles.blocking import Found
from rooted.doubles.likeness import Likeness, likeness
from rooted.doubles.looking import facts_of
from rooted.doubles.models import MERGED, ONE, OTHER, Pair
from rooted.struggles.actions import found_by_words
from rooted.struggles.models import Struggle

NAMED, AUTHORS = "named", "authors"  # beside the reasons of likeness.py
AT_ONCE = 100
OFFERED = 10
FIRST = 100  # what a person says stands above what merely looks alike
NUMBER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def record_at(text: str) -> Struggle | None:
    """The record whose address or number this is, or the one it leads to; None where it is not in the chronicle."""
    found = NUMBER.search(text.lower())
    if found is None:
        return None
    record = Struggle.objects.filter(public_id=UUID(found[0])).select_related("merged_into").first()
    stands = record and (record.merged_into or record)
    return stands if stands and record and record.hidden_on is None and public(stands) else None


def with_words(text: str, record: Struggle) -> list[Struggle]:
    """Up to ten other public records that have these words, those that began nearest to `record` first."""
    found = Struggle.objects.public().filter(pk__in=found_by_words(text)).exclude(pk=record.pk)
    begun = sorted(found.values_list("started_on", "pk"), key=lambda one: abs(one[0] - record.started_on))[:OFFERED]
    rows = Struggle.objects.filter(pk__in=[pk for _day, pk in begun]).for_lists()
    return sorted(rows, key=lambda one: abs(one.started_on - record.started_on))


@transaction.atomic
def name_pair(record: Struggle, other: Struggle, *, today: date) -> Pair:
    """The pair of two public records; one that stands already stays as it is. Raises ValidationError for one record."""
    if record.pk == other.pk:
        raise ValidationError(_("These are one record already."))
    one, two = facts_of(Struggle.objects.filter(pk__in=[record.pk, other.pk]))
    alike = Likeness(FIRST, (NAMED, *likeness(one, two).reasons))
    write_pairs([Found(one, two, alike)], today=today)
    made = pair_of(Found(one, two, alike), today)
    return Pair.objects.get(one=made.one_id, other=made.other_id)


@transaction.atomic
def pairs_of_joined(*, today: date) -> int:
    """Let members part what an import joined: the next few pairs that are merged and were decided nowhere here."""
    yields = Q(one=OuterRef("pk"), yields=ONE) | Q(other=OuterRef("pk"), yields=OTHER)
    joined = Struggle.objects.filter(merged_into__isnull=False, batch__isnull=False)
    some = joined.filter(~Exists(Pair.objects.filter(yields, verdict=MERGED))).select_related("merged_into")[:AT_ONCE]
    found = [(record, record.merged_into) for record in some if record.merged_into]
    for record, stands in found:
        first, second = sorted((record, stands), key=lambda one: one.pk)
        said: dict[str, Any] = {
            "verdict": MERGED, "yields": ONE if first.pk == record.pk else OTHER, "reasons": AUTHORS,
            "decided_group_id": record.group_id, "decided_seat": None, "decided_on": record.merged_on or today,
        }  # fmt: skip
        new = {"one_group_id": first.group_id, "other_group_id": second.group_id, "alike": FIRST, "found_on": today}
        Pair.objects.update_or_create(one=first, other=second, defaults=said, create_defaults=said | new)
    return len(found)
