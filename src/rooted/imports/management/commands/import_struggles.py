"""`./rooted import-struggles FILE --group ADDRESS`: bring in a list of struggles, as on the pages of a group."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.command import NamedCommand
from rooted.groups.models import Group
from rooted.imports import actions, notes
from rooted.imports.access import mapping_called
from rooted.imports.carrying_out import erase_parts
from rooted.imports.importing import ADDED, KNOWN, LEFT_OUT, Chunk, Stopped, run
from rooted.imports.models import ImportFile
from rooted.mappings.shape import LONGEST_JSON, Mapping, Unreadable, from_plain
from rooted.tables.table import Unusable

PIECE = 256 * 1024


class Command(NamedCommand):
    help = "Import struggles from a list (CSV or JSON). Two members publish them afterwards."

    def add_arguments(self, parser):
        size = "at most 50 MB; another server's whole chronicle may be longer"
        parser.add_argument("file", type=Path, help=f"the list: CSV or JSON, {size}")
        parser.add_argument(
            "--group", required=True, help="the group that publishes them: docks, or the link of its page"
        )
        parser.add_argument(
            "--mapping",
            help="how its columns are read: cat-json, cat-csv, fmcs, the name of a saved mapping, or a mapping's file",
        )

    def handle(self, *, file, group, mapping, **options):
        owner = Group.objects.named(group).filter(closed_on=None).first()
        if owner is None:
            words = _("There is no group %(group)s. Copy the address of its page from the browser.")
            raise CommandError(words % {"group": plain(group)})
        self.sums = dict.fromkeys([ADDED, KNOWN, LEFT_OUT, "unclear"], 0)
        try:
            batch = self.begin(file, owner, self.chosen(mapping, owner) if mapping else None)
            before = batch.rows_done
            run(batch, tell=self.tell)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        except Stopped as stopped:
            words = _(
                "This import was paused or taken back, or somebody else is doing it. Look at the group's imports."
            )
            raise CommandError(words) from stopped
        except KeyboardInterrupt as stopped:
            raise CommandError(_("Stopped. Start it again, and it goes on where it was.")) from stopped
        self.tell_sums(batch.rows_total, before)
        while erase_parts(batch):
            pass
        ImportFile.objects.filter(batch=batch).delete()

    def begin(self, path, owner, mapping):
        """The import of this file that was broken off, or a new one."""
        packed = taken(path)
        broken_off = ImportFile.objects.filter(group=owner, digest=packed.digest.hexdigest())
        left = broken_off.filter(batch__finished_on=None, batch__undo_on=None, batch__isnull=False).first()
        if left is not None:
            actions.resume_import(left.batch, at_once=False)
            return left.batch
        file = actions.take_file(packed, name=path.name, group=owner, mapping=mapping)
        try:
            return actions.start_import(file, at_once=False)
        except ValidationError:
            actions.discard_file(file)
            raise

    def chosen(self, wanted, owner) -> Mapping:
        """The mapping that was named, or that stands in a file."""
        if found := mapping_called(wanted, owner):
            return found
        try:
            text = Path(wanted).read_text(encoding="utf-8")[: LONGEST_JSON + 1]
            return from_plain(json.loads(text))
        except OSError as error:
            words = _(
                "There is no mapping called “%(name)s”, and no such file. The group's imports name the kept ones."
            )
            raise CommandError(words % {"name": plain(wanted)}) from error
        except (ValueError, RecursionError) as error:
            where = error.path if isinstance(error, Unreadable) else "JSON"
            raise CommandError(_("This is no mapping. Look at: %(path)s") % {"path": where}) from error

    def tell(self, chunk: Chunk) -> None:
        """One line per row."""
        lines = []
        for result in chunk.results:
            self.sums[result.fate] += 1
            fate = {ADDED: _("added"), KNOWN: _("already there"), LEFT_OUT: _("left out")}[result.fate]
            lines.append(f"{result.number:>6}  {plain(result.external_id):<8}  {fate}")
            lines += [f"{'':>18}{plain(notes.say(code, detail))}" for code, detail in result.notes]
        self.sums["unclear"] += chunk.unclear
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def tell_sums(self, total: int, before: int) -> None:
        self.stdout.write("")
        if before:
            self.stdout.write(_("Went on after row %(row)d, where the last import was broken off.") % {"row": before})
        sums = _("%(total)d rows: %(added)d added, %(known)d already there, %(left_out)d left out.") % {
            "total": total,
            "added": self.sums[ADDED],
            "known": self.sums[KNOWN],
            "left_out": self.sums[LEFT_OUT],
        }
        self.stdout.write(sums)
        unclear = self.sums["unclear"]
        words = ngettext("%(n)d of them has something unclear.", "%(n)d of them have something unclear.", unclear)
        self.stdout.write(words % {"n": unclear})
        if self.sums[ADDED]:
            self.stdout.write(_("Nobody outside the group sees them until two members have published them."))


def taken(path: Path):
    """The file, packed as it is read. Raises ValidationError for one that cannot be opened or is too large."""
    try:
        return actions.packed(pieces(path))
    except OSError as error:
        raise ValidationError(Unusable("folder").sentence) from error


def pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def plain(text: str) -> str:
    """Text from a file as one line a terminal cannot be steered by."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
