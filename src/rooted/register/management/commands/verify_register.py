"""`./rooted verify-register FILE`: whether a register's file holds; needs no key, and no database."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rooted.base.command import NamedCommand
from rooted.base.words import LISTS, fold_spoken
from rooted.register.chain import head_words
from rooted.register.document import Wrong, check_document

WHOLE = {
    "unreadable": gettext_lazy("This is not the file of a register: it is no JSON in UTF-8."),
    "form": gettext_lazy("This is not the file of a register, or something of it is missing."),
    "end": gettext_lazy("The entries at its end are missing, or it names another last head than theirs."),
    "changed": gettext_lazy("All entries hold, but something else in the file was changed since it was made."),
}
ENTRY = {
    "form": gettext_lazy("Number %(number)d: something is missing, or has a form that no entry has."),
    "gap": gettext_lazy("Number %(number)d is missing, or stands in another place."),
    "chain": gettext_lazy("Number %(number)d does not hang on what stands before it: one of the two was changed."),
    "text": gettext_lazy("Number %(number)d: this is not the text that was decided."),
    "missing": gettext_lazy("Number %(number)d: the text is missing, and nothing says that it burnt."),
    "unburnt": gettext_lazy("Number %(number)d: there is a text where none may be."),
}
DIGITS = "-"  # a language without a list of words


class Command(NamedCommand):
    help = "Check the file of a register: whether any decision was changed, left out or put in."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file that the page “All of it as a file” saved")
        parser.add_argument(
            "--words", help="head words from your minutes, in quotation marks: after which entry were they?"
        )

    def handle(self, *, file, words, **options):
        try:
            heads = check_document(file.read_bytes())
        except OSError as error:
            raise CommandError(_("%(file)s cannot be read. Look at its name.") % {"file": file}) from error
        except Wrong as wrong:
            raise CommandError(sentence(wrong)) from wrong
        said = ngettext("It holds: %(n)d entry.", "It holds: %(n)d entries.", len(heads)) % {"n": len(heads)}
        self.stdout.write(said)
        if heads:
            self.stdout.write(_("Head words: %(words)s") % {"words": head_words(heads[-1])})
        if words is not None:
            self.stdout.write(_("Your words are those after number %(number)d.") % {"number": place_of(words, heads)})


def sentence(wrong: Wrong) -> str:
    """What is wrong and where, in one line."""
    return (ENTRY if wrong.number else WHOLE)[wrong.code] % {"number": wrong.number}


def place_of(words: str, heads: list[bytes]) -> int:
    """After which entry the chain had these words, in whatever language; CommandError if it never had."""
    asked = fold_spoken(words)
    for number, head in enumerate(heads, 1):
        if asked in {fold_spoken(head_words(head, language)) for language in (*LISTS, DIGITS)}:
            return number
    raise CommandError(_("It holds, but the chain never had these words. Look whether a word is written wrong."))
