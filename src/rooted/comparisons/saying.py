"""Figures in the reader's words: counts, percentages, numbers of days. Few are said as counts, never as percentages."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.templatetags.parts import grouped
from rooted.comparisons.figures import Figure, Share, Spread
from rooted.comparisons.measures import Measure


def percent(part: float) -> str:
    """ "35 %" of 0.352, in whole numbers: no chronicle is exact to more."""
    words = _("%(number)s %%") % {"number": number_format(round(100 * part), use_l10n=True)}
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def number(value: float | None) -> str:
    """ "1,240", "7.5"; "" for None."""
    if value is None:
        return ""
    return grouped(int(value)) if value == int(value) else number_format(value, 1, use_l10n=True, force_grouping=True)


def share(figure: Share) -> str:
    """ "14 of 40 (35 %)"; "3 of 8" where fewer than 10 are known."""
    counts = {"hits": grouped(figure.hits), "known": grouped(figure.known)}
    if figure.few or figure.middle is None:
        return _("%(hits)s of %(known)s") % counts
    return _("%(hits)s of %(known)s (%(percent)s)") % (counts | {"percent": percent(figure.middle)})


def between(figure: Share) -> str:
    """ "between 12 % and 61 %": the share of all, whatever is true of those not known."""
    low, high = figure.bounds
    return _("between %(low)s and %(high)s") % {"low": percent(low), "high": percent(high)}


def chance(figure: Share) -> str:
    """ "22 % to 50 %": between what shares chance alone would leave it, 95 times in 100; "" where few are known."""
    return "" if figure.few else span(*map(percent, figure.chance))


def bounds(figure: Figure) -> str:
    """The same whatever is true of those not known: "12 % to 61 %", "3 or more"; "" where all are known."""
    if figure.known == figure.n:
        return ""
    low, high = figure.bounds
    if isinstance(figure, Share):
        return span(percent(figure.bounds[0]), percent(figure.bounds[1]))
    if low is None and high is None:
        return _("any number")
    if high is None:
        return _("%(low)s or more") % {"low": number(low)}
    return span(number(low or 1), number(high))


def span(low: str, high: str) -> str:
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def said(measure: Measure, figure: Figure) -> str:
    """A figure with its unit."""
    if isinstance(figure, Share):
        return share(figure)
    value = figure.middle
    if value is None:
        return _("not known")
    # Halves are never said as the word for one or two, which some languages have: they take the plural of three.
    count = int(value) if value == int(value) else max(round(value), 3)
    if isinstance(figure, Spread) and measure.key in ("lasted", "days"):
        return ngettext("%(n)s day", "%(n)s days", count) % {"n": number(value)}
    if isinstance(figure, Spread):
        return ngettext("%(n)s person", "%(n)s people", count) % {"n": number(value)}
    return ngettext("%(n)s struggle", "%(n)s struggles", count) % {"n": number(value)}
