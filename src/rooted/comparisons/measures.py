"""What can be asked of records: how often they won, how long they lasted, how many took part …"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from rooted.comparisons.figures import Figure, Share, Spread, Total
from rooted.comparisons.traits import NOT_KNOWN, TRAITS, Trait, Words
from rooted.records import codes
from rooted.struggles.bands import DURATIONS, SIZE, SIZES, Band, band_of

DAYS_NOT_WORKED = Coalesce("days_low", "days_high")  # of a range the lower end: what is surely reached
UNDECIDED = {NOT_KNOWN, codes.GOES_ON}


def _unnamed(wanted: Iterable[str]) -> dict[str, Words]:
    return dict.fromkeys(wanted, "")


@dataclass(frozen=True)
class Measure:
    """`columns`: the trait a table shows of each group; `number`: the number itself in SQL; `good`: outcomes asked for.

    `cut`: how numbers become codes of `columns`. Without columns only records are counted.
    """

    key: str
    label: Words
    question: Words
    columns: Trait | None = None
    number: Any = None
    cut: Mapping[str, Band] | None = None
    good: frozenset[str] = frozenset()
    of: Words = ""  # the heading of the last columns of a table

    @property
    def value(self) -> Trait | None:
        """What the database counts: outcomes as codes, numbers as they are."""
        if self.number is None:
            return self.columns
        return Trait("number", "", lambda _at: self.number, _unnamed, number=True)

    def column_of(self, value: Any) -> str:
        """The column of a table that a counted value belongs to."""
        if value is None or self.cut is None:
            return str(value or NOT_KNOWN)
        return band_of(dict(self.cut), value)

    def figure(self, counts: Mapping[Any, int]) -> Figure:
        """The figure of one group, from how many of its records have which value."""
        n = sum(counts.values())
        if self.number is not None:
            return Spread(n, {value: count for value, count in counts.items() if value is not None})
        if self.columns is None:
            return Total(n)
        known = sum(count for value, count in counts.items() if (value or NOT_KNOWN) not in UNDECIDED)
        return Share(n, known, sum(counts.get(code, 0) for code in self.good))


OUTCOME = TRAITS["outcome"]
DAYS = Trait(
    "days",
    _("Days not worked"),
    TRAITS["size"].code,
    TRAITS["size"].names,
    order=TRAITS["size"].order,
)

MEASURES = {
    measure.key: measure
    for measure in [
        Measure(
            "won", _("how often they won"), _("Which won more often?"),
            OUTCOME, good=frozenset({"won"}), of=_("Won"),
        ),
        Measure(
            "gained", _("how often they won at least in part"), _("Which won more often, at least in part?"),
            OUTCOME, good=frozenset({"won", "partly-won"}), of=_("Won at least in part"),
        ),
        Measure(
            "lost", _("how often they lost"), _("Which lost more often?"),
            OUTCOME, good=frozenset({"lost"}), of=_("Lost"),
        ),
        Measure(
            "lasted", _("how long they lasted"), _("Which lasted longer?"),
            TRAITS["lasted"], F("lasted_days"), DURATIONS, of=_("Days"),
        ),
        Measure(
            "people", _("how many took part"), _("In which did more people take part?"),
            TRAITS["size"], SIZE, SIZES, of=_("People"),
        ),
        Measure(
            "days", _("how many days were not worked"), _("In which were more days not worked?"),
            DAYS, DAYS_NOT_WORKED, SIZES, of=_("Days not worked"),
        ),
        Measure("records", _("how many there are"), _("Of which are there more?")),
    ]
}  # fmt: skip
