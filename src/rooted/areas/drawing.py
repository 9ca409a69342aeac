"""The picture of an area: how many struggles began in each year."""

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from rooted.areas.figures import Line, list_at
from rooted.base.templatetags.parts import grouped
from rooted.charts.timeline import bars, draw_timeline, period, step
from rooted.struggles.finding import Selection


def years_drawn(counts: Mapping[int, int], among: Selection | None) -> SafeString | str:
    """The timeline; "" where there is only one year, or none."""
    if len(counts) < 2:
        return ""
    drawn = draw_timeline(
        counts,
        name="years",
        title=_("Struggles nearby: when they began"),
        description=_("The table below has the same numbers."),
        link=(lambda first, last: list_at(among.but(since=first, until=last))) if among else None,
        number=grouped,
        rtl=get_language_bidi(),
    )
    return mark_safe(drawn)  # noqa: S308  texts are escaped where they are drawn


def years_listed(counts: Mapping[int, int], among: Selection | None) -> list[Line]:
    """The same numbers as rows, the newest first, without empty years."""
    rows = [bar for bar in reversed(bars(counts)) if bar.count]
    return [
        Line(
            period(bar.first, bar.last),
            bar.count,
            list_at(among.but(since=bar.first, until=bar.last)) if among else "",
        )
        for bar in rows
    ]


def spans(counts: Mapping[int, int]) -> bool:
    """Whether a bar stands for more than one year."""
    return len(counts) > 1 and step(min(counts), max(counts)) > 1
