"""A member says that two records are one struggle: a pair like every other, decided by whoever may decide it."""

import re
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.doubles.actions import pair_of, public, write_pairs
from rooted.doubles.blocking import Found
from rooted.doubles.likeness import Likeness, likeness
from rooted.doubles.looking import facts_of
from rooted.doubles.models import Pair
from rooted.struggles.models import Struggle

NAMED = "named"  # before the reasons of likeness.py
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
