"""Taking a list of groups over into this server's own, and giving this server's list away."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import ngettext

from rooted.groups.models import Group
from rooted.support.access import help_entries
from rooted.support.actions import between_commas
from rooted.support.directory import Contents, Line, read_file, written
from rooted.support.kinds import KINDS
from rooted.support.models import HelpEntry


@dataclass(frozen=True)
class Report:
    """What an import did. `faults`: one sentence for each line left out."""

    added: int
    changed: int
    same: int
    own: int
    faults: list[str]

    @property
    def sentences(self) -> list[str]:
        """The sums, as sentences."""
        said = [
            ngettext("%(n)d group is new.", "%(n)d groups are new.", self.added) % {"n": self.added},
            ngettext("%(n)d was changed.", "%(n)d were changed.", self.changed) % {"n": self.changed},
            ngettext("%(n)d stood here already.", "%(n)d stood here already.", self.same) % {"n": self.same},
        ]
        if self.own:
            said.append(
                ngettext("%(n)d is a group of this server.", "%(n)d are groups of this server.", self.own)
                % {"n": self.own}
            )
        return said


def import_directory(content: bytes, *, today: date) -> Report:
    """Take over a file's groups: new ones are added, known ones (by their address) brought up to date, none twice.

    What a member hid stays hidden. An older file never replaces what a newer one said. Raises ValidationError.
    """
    return _take_over(read_file(content, kinds=set(dict(KINDS)), today=today))


@transaction.atomic
def _take_over(contents: Contents) -> Report:
    list(Group.objects.select_for_update(no_key=True).order_by("pk")[:1])  # one import at a time
    known = {entry.address: entry for entry in HelpEntry.objects.filter(group=None)}
    sums = {"added": 0, "changed": 0, "same": 0, "own": 0}
    for line in contents.lines:
        sums[_take(line, known.get(line.address))] += 1
    return Report(**sums, faults=contents.faults)


def _take(line: Line, entry: HelpEntry | None) -> str:
    if is_ours(line.address):
        return "own"
    said = {
        "name": line.name,
        "area": line.area,
        "about": line.about,
        "languages": between_commas(line.languages),
        "kinds": between_commas(line.kinds or ("other",)),
    }
    seen = {"source": line.source, "source_on": line.source_on}
    if entry is None:
        HelpEntry.objects.create(address=line.address, **said, **seen)
        return "added"
    if entry.source_on is not None and line.source_on < entry.source_on:
        return "same"
    changed = any(getattr(entry, name) != value for name, value in said.items())
    HelpEntry.objects.filter(pk=entry.pk).update(**said, **seen)
    return "changed" if changed else "same"


def is_ours(address: str) -> bool:
    """Whether an address lies on this very server."""
    ours = [place for place in (settings.ADDRESS, settings.ONION_LOCATION) if place]
    return any(address == place or address.startswith(f"{place}/") for place in ours)


def export_directory(*, address: str, today: date) -> str:
    """This server's list as a file. `address`: where this server answers, "https://rooted.example.org".

    Its own groups are left out where nobody elsewhere could open their pages: no https address and no onion.
    """
    lines = [_as_line(entry, address, today) for entry in help_entries() if entry.group is None or address]
    return written(lines, address=address, today=today)


def _as_line(entry: HelpEntry, address: str, today: date) -> Line:
    own = entry.group is not None
    return Line(
        name=entry.group.name if entry.group is not None else entry.name,
        area=entry.area,
        about=entry.about,
        languages=tuple(entry.language_codes),
        kinds=tuple(entry.kind_codes),
        address=f"{address}{entry.group.get_absolute_url()}" if entry.group is not None else entry.address,
        source=address if own else entry.source,
        source_on=today if own else entry.source_on or today,
    )
