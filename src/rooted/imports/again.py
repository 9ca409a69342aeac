"""A list that comes again: the same file, or a newer edition, is read as it was and known as the same list."""

import secrets
from dataclasses import replace

from django.db.models import Q

from rooted.groups.models import Group
from rooted.imports.access import usable_mappings
from rooted.mappings.making import Maker
from rooted.mappings.numbering import digest_of, number_of
from rooted.mappings.shape import OWN, Mapping
from rooted.struggles.models import ImportBatch, Struggle
from rooted.tables.looking import Look


def as_before(plan: Mapping, digest: str, group: Group) -> Mapping:
    """`plan` under the code and name of the list that the same file was brought in as, so that it adds nothing.

    What another group did not publish yet is nobody else's to know: its file is a list of its own here.
    """
    seen = ImportBatch.objects.filter(Q(group=group) | Q(published_on__isnull=False))
    before = seen.filter(digest=digest, source_set__startswith=OWN).order_by("imported_on").first()
    if before is None:
        return plan
    return replace(plan, code=before.source_set, name=before.set_name, cite=before.cite, licence=before.licence)


def kept_for(look: Look, group: Group, called: str) -> Mapping | None:
    """The way of reading that was made for a list with such columns; the group's own before one that others share.

    Of several it is the one whose rows the file shows. Another list, such as that of another year, is read as the group
    reads the first, but is a list of its own; what others share says who gathered their list, and is not taken for it.
    """
    columns = set(look.layout.columns)
    kept = sorted(usable_mappings(group), key=lambda one: (one.group_id != group.pk, one.name))
    fits = [(mapping, one.group_id) for one in kept if fitting(mapping := one.mapping, columns)]
    same = [is_same(mapping, look) for mapping, _owner in fits]
    for answer in (True, None):
        if answer in same:
            return fits[same.index(answer)][0]
    first = next((mapping for mapping, owner in fits if owner == group.pk), None)
    return first and replace(first, code=f"{OWN}{secrets.token_hex(8)}", name=called.strip()[:120] or first.name)


def fitting(mapping: Mapping, columns: set[str]) -> bool:
    """Whether a file has every column a mapping reads, and few others."""
    read = {rule.column for rule in mapping.rules}
    return bool(read) and read <= columns and len(read) * 2 >= len(columns)


def is_same(mapping: Mapping, look: Look) -> bool | None:
    """Whether a file is the list a mapping was made for; None where nothing says so or otherwise.

    Rows known here that mostly began on the same day say yes, on other days no. A list without numbers that is here
    would show rows that are known.
    """
    column, maker = mapping.column_of("number"), Maker(mapping)
    rows = {number_of(values, column) or digest_of(values).hex(): values for values in look.samples}
    here = Struggle.objects.filter(source_set=mapping.code)
    days = dict(here.filter(external_id__in=rows).values_list("external_id", "started_on"))
    if not days:
        return False if not column and here.exists() else None
    made = ((maker.make(rows[number], "?").record, day) for number, day in days.items())
    other = sum(1 for record, day in made if record and record.started_on != day)
    return other <= len(days) / 2
