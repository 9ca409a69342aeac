"""A selection as a map and as a timeline: the drawing, its figures as rows with links, and what to see in words."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, ngettext, pgettext
from django.utils.translation import gettext as _

from rooted.charts.circles import not_on_map
from rooted.charts.timeline import bars, draw_timeline
from rooted.charts.world_map import draw_map
from rooted.places.countries import country_name
from rooted.struggles import tallies, telling
from rooted.struggles.finding import Selection
from rooted.struggles.forms import NONE


@dataclass(frozen=True)
class Figure:
    """One row of the table: what it counts, how many, and the address of these records ("" where there is none)."""

    name: str
    count: int
    href: str

    @property
    def number(self) -> str:
        return telling.grouped(self.count)


@dataclass(frozen=True)
class Picture:
    """A drawing as safe SVG, what it shows in sentences, and its figures."""

    svg: SafeString
    says: list[str]
    figures: list[Figure]
    regions: list[Figure]


def records_at(selection: Selection) -> str:
    """The address of the list of these records."""
    return f"{reverse('struggles:struggle-list')}?{selection.query()}"


def map_of(selection: Selection, total: int) -> Picture:
    """Where the `total` records of a selection lie: by country, and by region where one country is chosen."""
    counts = tallies.by_country(selection)
    unplaced = counts.pop("", 0)
    links = {code: records_at(_in(selection, code)) for code in counts}
    labels = {code: country_name(code) for code in counts}
    drawn = draw_map(
        counts,
        name="where",
        title=_("Map of the world"),
        description=_("How many records in each country. The table below has the same figures."),
        labels=labels,
        links=links,
        number=telling.grouped,
    )
    figures = [Figure(labels[code], count, links[code]) for code, count in ordered(counts)]
    if unplaced:
        figures.append(Figure(_("Country not known"), unplaced, records_at(_in(selection, NONE))))
    says = [*_most(figures[0], total), *_of_several(counts, unplaced, total)] if counts else []
    says += _undrawn([labels[code] for code in not_on_map(counts)]) + _without_country(unplaced)
    return Picture(mark_safe(drawn), says, figures, regions_of(selection))  # noqa: S308  charts escape their texts


def regions_of(selection: Selection) -> list[Figure]:
    """By region of the chosen country; nothing where none is chosen, or no region is known."""
    if not selection.country or selection.country == NONE or selection.region:
        return []
    counts = tallies.by_region(selection)
    unknown = counts.pop("", 0)
    figures = [Figure(name, count, records_at(selection.but(region=name))) for name, count in ordered(counts)]
    return [*figures, Figure(_("Region not known"), unknown, "")] if figures and unknown else figures


def timeline_of(selection: Selection, total: int, *, this_year: int) -> Picture:
    """When the `total` records of a selection began: by year, or by decade or century where there are many years."""
    counts = tallies.by_year(selection)
    drawn = draw_timeline(
        counts,
        name="when",
        title=_("Timeline"),
        description=_("How many records began in each year. The table below has the same figures."),
        link=lambda first, last: records_at(_between(selection, first, last)),
        number=telling.grouped,
        rtl=get_language_bidi(),
    )
    figures = [
        Figure(telling.years(bar.first, bar.last), bar.count, records_at(_between(selection, bar.first, bar.last)))
        for bar in bars(counts)
        if bar.count
    ]
    says = _most(max(figures, key=lambda figure: figure.count), total) if figures else []
    if counts and max(counts) >= this_year:
        says.append(_("%(year)d is not over.") % {"year": this_year})
    return Picture(mark_safe(drawn), says, figures[::-1], [])  # noqa: S308  charts escape their texts


def ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """The largest first, equal ones by their code or name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _in(selection: Selection, country: str) -> Selection:
    return selection if selection.country == country else selection.without("country").but(country=country)


def _between(selection: Selection, first: int, last: int) -> Selection:
    return selection.but(since=max(first, selection.since or first), until=min(last, selection.until or last))


def _most(figure: Figure, total: int) -> list[str]:
    told = {"what": figure.name, "n": figure.number, "total": telling.grouped(total)}
    return [_("Most: %(what)s, %(n)s of %(total)s.") % told]


def _of_several(counts: Counter[str], unplaced: int, total: int) -> list[str]:
    several = counts.total() + unplaced > total
    return [_("A record of several countries counts in each of them.")] if several else []


def _undrawn(names: list[str]) -> list[str]:
    if not names:
        return []
    listed = pgettext("between the items of a list", ", ").join(sorted(names))
    return [_("Only in the table, too small for this map: %(countries)s.") % {"countries": listed}]


def _without_country(count: int) -> list[str]:
    words = ngettext(
        "Of %(n)s record no country is known: it is not on the map.",
        "Of %(n)s records no country is known: they are not on the map.",
        count,
    )
    return [words % {"n": telling.grouped(count)}] if count else []
