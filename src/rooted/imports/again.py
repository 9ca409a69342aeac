"""A list that comes again: the same file, or a newer edition, is read as it was and known as the same list."""

import secrets
from dataclasses import replace

from rooted.groups.models import Group
from rooted.imports.access import usable_mappings
from rooted.mappings.making import Maker
from rooted.mappings.numbering import number_of
from rooted.mappings.shape import OWN, Mapping
from rooted.struggles.models import ImportBatch, Struggle
from rooted.tables.looking import Look


def as_before(plan: Mapping, digest: str) -> Mapping:
    """`plan` under the code and name of the list that the same file was brought in as, so that it adds nothing."""
    before = ImportBatch.objects.filter(digest=digest, source_set__startswith=OWN).order_by("imported_on").first()
    if before is None:
        return plan
    return replace(plan, code=before.source_set, name=before.set_name, cite=before.cite, licence=before.licence)


def kept_for(look: Look, group: Group, called: str) -> Mapping | None:
    """The way of reading that was made for a list with such columns; the group's own before one that others share.

    A list with numbers of its own, such as that of another year, is read alike, but is a list of its own.
    """
    columns = set(look.layout.columns)
    kept = sorted(usable_mappings(group), key=lambda one: (one.group_id != group.pk, one.name))
    mapping = next((one.mapping for one in kept if fitting(one.mapping, columns)), None)
    if mapping is None or not is_another(mapping, look):
        return mapping
    return replace(mapping, code=f"{OWN}{secrets.token_hex(8)}", name=called.strip()[:120] or mapping.name)


def fitting(mapping: Mapping, columns: set[str]) -> bool:
    """Whether a file has every column a mapping reads, and few others."""
    read = {rule.column for rule in mapping.rules}
    return bool(read) and read <= columns and len(read) * 2 >= len(columns)


def is_another(mapping: Mapping, look: Look) -> bool:
    """Whether most numbers of a file that are known here stand for something that began on another day."""
    column, maker = mapping.column_of("number"), Maker(mapping)
    made = {number_of(values, column): maker.make(values, "?").record for values in look.samples}
    here = Struggle.objects.filter(source_set=mapping.code, external_id__in=[number for number in made if number])
    days = dict(here.values_list("external_id", "started_on"))
    other = sum(1 for number, day in days.items() if (record := made[number]) and record.started_on != day)
    return other > len(days) / 2
