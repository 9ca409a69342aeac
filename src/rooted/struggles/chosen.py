"""A selection in words: each filter with its name, what it is set to, and the same selection without it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rooted.base.language import isolated
from rooted.places.countries import country_name
from rooted.records import codes, telling
from rooted.struggles import bands
from rooted.struggles.finding import Selection
from rooted.struggles.forms import CODED, NONE, NOT_WRITTEN_DOWN, FindForm
from rooted.struggles.models import ImportBatch, Term

BANDS = {"size": bands.SIZES, "lasted": bands.DURATIONS, "days": bands.SIZES}
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

    @property
    def dropped(self) -> str:
        """What the link says that drops it: of a filter that holds several, which one."""
        return self.words if self.name in ("not_known", "known", "also") else self.label


def chosen(selection: Selection) -> list[Chosen]:
    """Every filter that is set; at most one query each for a word of the vocabulary and an imported list."""
    default = type(selection)()
    names = [name for name in vars(default) if getattr(selection, name) != getattr(default, name) and name != "sort"]
    return [one for name in names if name in FindForm.base_fields for one in _each(selection, name)]


def _each(selection: Selection, name: str) -> Iterator[Chosen]:
    """One filter; of one that holds several codes, each."""
    value = getattr(selection, name)
    if name == "twice":
        each = pgettext("between the items of a list", ", ").join(words_of(*_split(one)) for one in value)
        yield Chosen(name, label_of(name), each, selection.but(twice=()).query())
        return
    if not isinstance(value, tuple):
        yield Chosen(name, label_of(name), words_of(name, value), selection.without(name).query())
        return
    for one in value:
        key, code = _split(one) if name == "also" else (name, one)
        yield Chosen(name, label_of(key), words_of(key, code), selection.without(name, one).query())


def _split(one: str) -> tuple[str, str]:
    key, _mark, code = one.partition(":")
    return key, code


def sentence(selection: Selection, filters: list[Chosen] | None = None) -> str:
    """The whole selection as one line: "Country: Germany; What they did: Strike"; `filters` if they are known."""
    words = [one.words for one in (chosen(selection) if filters is None else filters)]
    if selection.only_told:
        words.append(_("only with an account or lessons"))
    return pgettext("between filters that are set", "; ").join(words) if words else _("All struggles")


def label_of(name: str) -> str:
    """What a filter is called."""
    return str(OTHER_NAMES.get(name) or FindForm.base_fields[name].label)


def words_of(name: str, value: Any) -> str:
    """What a filter is set to, in the reader's words; "" for those that are only on or off."""
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
        "unit": lambda code: str(dict(codes.UNITS)[code]),
        "threat": lambda code: _("Threatened only") if code == "yes" else _("Carried out"),
        "month": lambda number: str(MONTHS[int(number)]),
        "region": _region,
        "place": _place,
        "not_known": lambda code: str(NOT_WRITTEN_DOWN[code]),
        "known": label_of,
        "point": _term,
        "source": _source,
    }
    return named.get(name, lambda text: isolated(str(text)))(value)


def _region(name: str) -> str:
    country, mark, region = name.partition(":")
    return telling.where(region, [country], "") if mark else isolated(name)


def _place(written: str) -> str:
    country, region, town = written.split(":", 2)
    names = pgettext("between the items of a list", ", ").join(dict.fromkeys(name for name in (town, region) if name))
    return telling.where(names, [country], "")


def _term(pk: UUID | str) -> str:
    return str(Term.objects.filter(pk=pk).first() or _("Not known"))


def _source(key: str) -> str:
    batch = ImportBatch.objects.filter(source_set=key).order_by("imported_on", "pk").first()
    return batch.set_name if batch else key
