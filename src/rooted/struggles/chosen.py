"""A selection in words: each filter with its name, what it is set to, and the same selection without it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rooted.places.countries import country_name
from rooted.struggles import bands, codes, telling
from rooted.struggles.forms import NONE, FindForm
from rooted.struggles.models import ImportBatch, Term

if TYPE_CHECKING:
    from rooted.struggles.finding import Selection

CODED = ("form", "demand", "branch", "contract", "who", "response")
BANDS = {"size": bands.SIZES, "lasted": bands.DURATIONS}
OTHER_NAMES: dict[str, Promise] = {
    "point": gettext_lazy("What it teaches"),
    "source": gettext_lazy("Imported from"),
    "short": gettext_lazy("Short entries too"),
}


@dataclass(frozen=True)
class Chosen:
    """One filter that is set: its name ("Country"), its value ("Germany", "" for a yes), the address without it."""

    name: str
    label: str
    value: str
    without: str

    @property
    def words(self) -> str:
        """ "Country: Germany", "With lessons"."""
        return _("%(filter)s: %(value)s") % {"filter": self.label, "value": self.value} if self.value else self.label


def chosen(selection: "Selection") -> list[Chosen]:
    """Every filter that is set; at most one query each for a word of the vocabulary and an imported list."""
    default = type(selection)()
    names = [name for name in vars(default) if getattr(selection, name) != getattr(default, name) and name != "sort"]
    return [
        Chosen(name, label_of(name), value_of(selection, name), selection.without(name).query())
        for name in names
        if name in FindForm.base_fields
    ]


def sentence(selection: "Selection", filters: list[Chosen] | None = None) -> str:
    """The whole selection as one line: "Country: Germany; What they did: Strike"; `filters` if they are known."""
    words = [one.words for one in (chosen(selection) if filters is None else filters)]
    if selection.only_told:
        words.append(_("only with an account or lessons"))
    return pgettext("between filters that are set", "; ").join(words) if words else _("All struggles")


def label_of(name: str) -> str:
    """What a filter is called."""
    return str(OTHER_NAMES.get(name) or FindForm.base_fields[name].label)


def value_of(selection: "Selection", name: str) -> str:
    """What a filter is set to, in the reader's words; "" for those that are only on or off."""
    value = getattr(selection, name)
    if value is True:
        return ""
    if value in (NONE, codes.UNKNOWN) and name not in ("led_by", "outcome"):
        return _("Not known")
    if name in CODED:
        return codes.label(name, value)
    if name in BANDS:
        return str(BANDS[name][value].words)
    named: dict[str, Callable[[Any], str]] = {
        "country": country_name,
        "led_by": codes.led_by,
        "outcome": codes.outcome,
        "official": lambda code: str(dict(codes.OFFICIAL)[code]),
        "threat": lambda code: _("Threatened only") if code == "yes" else _("Carried out"),
        "month": lambda number: str(MONTHS[int(number)]),
        "point": _term,
        "source": _source,
    }
    return named.get(name, lambda text: telling.isolated(str(text)))(value)


def _term(pk: UUID) -> str:
    return str(Term.objects.filter(pk=pk).first() or _("Not known"))


def _source(key: str) -> str:
    batch = ImportBatch.objects.filter(source_set=key).order_by("imported_on", "pk").first()
    return batch.set_name if batch else key
