"""The reasons of a pair in words. Figures only where they can be counted on both pages."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

PLAIN = {
    "named": gettext_lazy("Named by a member."),
    "authors": gettext_lazy("Their authors say so."),
    "employer": gettext_lazy("Same employer."),
    "employer-alike": gettext_lazy("The employers’ names are alike."),
    "day": gettext_lazy("Began on the same day."),
    "month": gettext_lazy("Began in the same month, as far as is known."),
    "year": gettext_lazy("Began in the same year, as far as is known."),
    "span": gettext_lazy("The times in which they may have begun overlap."),
    "end": gettext_lazy("Ended on the same day."),
    "town": gettext_lazy("Same town."),
    "region": gettext_lazy("Same region."),
    "source": gettext_lazy("Same source."),
    "organisation": gettext_lazy("Same organisation."),
    "people": gettext_lazy("About as many people."),
}


def sentences(codes: str) -> list[str]:
    """One short sentence for each reason, in the reader's language; codes as models.Pair keeps them."""
    return [_sentence(*code.split(":")) for code in codes.split()]


def _sentence(name: str, *figures: str) -> str:
    if name == "days":
        days = int(figures[0])
        return ngettext("Began %(n)d day apart.", "Began %(n)d days apart.", days) % {"n": days}
    if name == "words":
        same, of = map(int, figures)
        return _("%(same)d of %(of)d words alike.") % {"same": same, "of": of}
    return str(PLAIN.get(name, ""))
