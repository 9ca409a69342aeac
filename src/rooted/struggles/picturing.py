"""A selection as a map and as a timeline: the drawing, its figures as rows with links, and what to see in words."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, ngettext, pgettext
from django.utils.translation import gettext as _

from rooted.charts.circles import Point, not_on_map
from rooted.charts.timeline import bars, draw_timeline
from rooted.charts.world_map import draw_map
from rooted.places.countries import country_name
from rooted.records import telling
from rooted.struggles import tallies
from rooted.struggles.finding import Selection
from rooted.struggles.forms import NONE

MOST_PLACES = 100  # regions or towns that have a row and a link; the others are drawn
MOST_NAMED = 3  # places that are not on the map and are said by name


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
    by: str = ""  # of a map: "country", "region" or "place"


def records_at(selection: Selection) -> str:
    """The address of the list of these records."""
    return f"{reverse('struggles:struggle-list')}?{selection.query()}"


def map_of(selection: Selection, total: int, by: str = "") -> Picture:
    """Where the `total` records of a selection lie: by "country", "region" or "place".

    Without `by`, and where nothing so fine is written down, by what tells most: regions in a chosen country, else
    countries.
    """
    by = by or ("place" if selection.region else "region" if selection.country not in ("", NONE) else "country")
    return (by != "country" and _by_place(selection, total, by)) or _by_country(selection, total)


def _by_country(selection: Selection, total: int) -> Picture:
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
    return Picture(mark_safe(drawn), says, figures, "country")  # noqa: S308  charts escape their texts


def _by_place(selection: Selection, total: int, by: str) -> Picture | None:
    """By region or by town; None where none is written down. Drawn are all, listed those of most records."""
    found = tallies.by_region(selection) if by == "region" else tallies.by_town(selection)
    figures = [Figure(_name(one, selection), one.count, _records_of(one, selection)) for one in found[:MOST_PLACES]]
    if not figures:
        return None
    rest = [Figure("", one.count, "") for one in found[MOST_PLACES:]]
    points = [
        Point(one.lat, one.lon, one.count, figure.name, figure.href)
        for one, figure in zip(found, [*figures, *rest], strict=True)
        if one.lat is not None and one.lon is not None
    ]
    drawn = draw_map(
        {},
        points,
        name="where",
        title=_("Where it was"),
        description=_("A circle is as large as its number. The table below has the same figures."),
        labels={},
        number=telling.grouped,
        near=True,
    )
    says = [*_most(figures[0], total), *_of_places(found, [figure.name for figure in figures], total)]
    scheme = "region" if by == "region" else "town"
    if unknown := tallies.without_place(selection, scheme):
        words = _("Region not known") if by == "region" else _("Town not known")
        figures.append(Figure(words, unknown, records_at(selection.adding("not_known", scheme))))
    return Picture(mark_safe(drawn), says, figures, by)  # noqa: S308  charts escape their texts


def _name(one: tallies.Placed, selection: Selection) -> str:
    """Its town and region, and its country where none is chosen."""
    named = dict.fromkeys([one.town, "" if selection.region else one.region])
    text = pgettext("between the items of a list", ", ").join(name for name in named if name)
    return telling.where(text, [] if selection.country else [one.country], "")


def _records_of(one: tallies.Placed, selection: Selection) -> str:
    if one.town:
        return "" if ":" in one.region else records_at(selection.but(place=f"{one.country}:{one.region}:{one.town}"))
    return records_at(selection.but(country=one.country, region=one.region))


def _of_places(found: list[tallies.Placed], names: list[str], total: int) -> list[str]:
    """`names`: of the first of them."""
    says = []
    if sum(one.count for one in found) > total:
        says.append(_("A record of several places counts in each of them."))
    undrawn = [at for at, one in enumerate(found) if one.lat is None or one.lon is None]
    if undrawn:
        words = ngettext(
            "%(n)s of the places has no point we know: it is not on the map.",
            "%(n)s of the places have no point we know: they are not on the map.",
            len(undrawn),
        )
        says.append(words % {"n": telling.grouped(len(undrawn))})
    if undrawn and len(undrawn) <= MOST_NAMED and undrawn[-1] < len(names):
        listed = pgettext("between filters that are set", "; ").join(names[at] for at in undrawn)
        says.append(_("Only in the table: %(places)s.") % {"places": listed})
    if len(found) > MOST_PLACES:
        words = _("The table has the %(n)s places with most struggles, of %(all)s. The others are drawn together.")
        says.append(words % {"n": telling.grouped(MOST_PLACES), "all": telling.grouped(len(found))})
    says.append(_("Where a circle stands is rounded to about 10 kilometres."))
    return says


def timeline_of(selection: Selection, total: int, *, this_year: int) -> Picture:
    """When the `total` records of a selection began: by year, or by decade or century where there are many years."""
    counts = tallies.by_year(selection)
    drawn = draw_timeline(
        counts,
        name="when",
        title=_("Timeline"),
        description=_("How many struggles began in each year. The table below has the same figures."),
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
    return Picture(mark_safe(drawn), says, figures[::-1])  # noqa: S308  charts escape their texts


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
