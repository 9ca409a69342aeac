"""`./rooted import-struggles FILE --group ADDRESS`: bring in the list of Collective Action in Tech."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.groups.models import Group
from rooted.imports import notes
from rooted.imports.actions import import_file
from rooted.imports.importing import ADDED, KNOWN, LEFT_OUT, Chunk


class Command(BaseCommand):
    help = "Import struggles from the JSON list of Collective Action in Tech. Two members publish them afterwards."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file cat_actions.json")
        parser.add_argument("--group", required=True, help="address of the group that publishes the records")

    def handle(self, *, file, group, **options):
        owner = Group.objects.filter(address=group, closed_on=None).first()
        if owner is None:
            raise CommandError(_("There is no group with the address “%(group)s” here.") % {"group": group})
        self.sums = dict.fromkeys([ADDED, KNOWN, LEFT_OUT, "unclear"], 0)
        try:
            work = import_file(file, group=owner, tell=self.tell)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.tell_sums(len(work.rows), work.started_at_row)

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


def plain(text: str) -> str:
    """Text from a file as one line a terminal cannot be steered by."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)
