"""How a reader narrows the chronicle."""

import functools
from collections.abc import Iterable, Mapping, Set
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rooted.base.forms import Filters
from rooted.places.countries import country_names
from rooted.struggles import bands, branches, codes

Words = str | Promise
Pair = tuple[str, Words]
Pairs = Iterable[Pair]

NONE = "none"  # those of whom it is not written down
ALL: Pair = ("", _("All"))
NOT_KNOWN, UNKNOWN = (NONE, _("Not known")), (codes.UNKNOWN, _("Not known"))
SORTS = [("", _("Newest")), ("oldest", _("Oldest")), ("largest", _("Largest")), ("longest", _("Longest"))]
MONTHS = [str(month) for month in range(1, 13)]


class Options(forms.Select):
    """A list to choose from that is written as text: Django draws each option with a template of its own."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        inner = "".join(drawn(str(code), str(words), str(code) == str(value or "")) for code, words in self.choices)
        shown = self.build_attrs(self.attrs, attrs)
        listed = "".join(f' {key}="{conditional_escape(text)}"' for key, text in shown.items() if text is not False)
        return mark_safe(f'<select name="{name}"{listed}>{inner}</select>')  # noqa: S308  every part is escaped


@functools.lru_cache(maxsize=4_000)
def drawn(code: str, words: str, chosen: bool) -> str:
    """One option."""
    mark = " selected" if chosen else ""
    return f'<option value="{conditional_escape(code)}"{mark}>{conditional_escape(words)}</option>'


class OneOf(forms.ChoiceField):
    """One code of a list, or all; `last` are those of whom it is not known."""

    widget = Options

    def __init__(self, label: Any, choices: Pairs = (), *, first: Pair = ALL, last: Pair | None = None) -> None:
        super().__init__(label=label, required=False, choices=[first, *choices, *([last] if last else [])])


class Kept(forms.CharField):
    """What is not asked in the form, but comes with an address: it stays when the form is sent."""

    widget = forms.HiddenInput

    def __init__(self, *, allowed: Set[str] | None = None, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.allowed = allowed

    def validate(self, value: Any) -> None:
        if value and self.allowed is not None and value not in self.allowed:
            raise forms.ValidationError(_("Choose one of these."), code="invalid")


def year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=9999)


def codes_of(scheme: str) -> Set[str]:
    return {*codes.LISTS[scheme], NONE}


class RegionField(OneOf):
    """A region, written with its country ("US:Oregon"): any text, since countries name their regions as they like."""

    def valid_value(self, value: Any) -> bool:
        return len(value) <= 120


class FindForm(Filters):
    """Every filter of the chronicle; `countries` and `regions` are those offered, by default every country there is."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    country = OneOf(_("Country"))
    region = RegionField(_("Region"))
    since = year(_("From year"))
    until = year(_("To year"))
    form = OneOf(_("What they did"), codes.FORMS.items(), last=NOT_KNOWN)
    demand = OneOf(_("What it was about"), codes.DEMANDS.items(), last=NOT_KNOWN)
    branch = OneOf(_("Branch"))
    led_by = OneOf(_("Who led it"), codes.LED_BY)
    outcome = OneOf(_("How it went"), codes.OUTCOMES)
    size = OneOf(_("How many"), [(code, band.words) for code, band in bands.SIZES.items()], last=UNKNOWN)
    sort = OneOf(pgettext_lazy("in which order", "Order"), SORTS[1:], first=SORTS[0])
    account = forms.BooleanField(label=_("With an account"), required=False)
    lessons = forms.BooleanField(label=_("With lessons"), required=False)

    short = Kept(allowed={"1"})
    contract = Kept(label=_("Contracts"), allowed=codes_of("contract"))
    who = Kept(label=_("Who worked"), allowed=codes_of("who"))
    response = Kept(label=_("What was done against it"), allowed=codes_of("response"))
    lasted = Kept(label=_("How long"), allowed={*bands.DURATIONS, codes.UNKNOWN})
    month = Kept(label=_("Month"), allowed=set(MONTHS))
    employer = Kept(label=_("With whom"), max_length=240)
    point = forms.UUIDField(required=False, widget=forms.HiddenInput)
    source = Kept(max_length=40)

    def __init__(
        self, data: Mapping[str, Any], *, countries: Iterable[str] | None = None, regions: Iterable[str] = ()
    ) -> None:
        super().__init__(data)
        known = country_names()
        named = sorted(
            ((code, known.get(code, code)) for code in (known if countries is None else countries)), key=second
        )
        self.offer("country", [*named, NOT_KNOWN])
        chosen = str(data.get("country", ""))
        self.offer("region", ((f"{chosen}:{name}", name) for name in regions))
        self.offer("branch", [*branches_offered(data.get("branch", "")), NOT_KNOWN])

    def offer(self, name: str, choices: Pairs) -> None:
        """What can be chosen in one of the fields."""
        field: Any = self.fields[name]
        field.choices = [ALL, *choices]

    def clean_region(self) -> str:
        """The region's own name; nothing where another country was chosen since."""
        country, mark, name = self.cleaned_data["region"].rpartition(":")
        return name if not mark or country == self.cleaned_data.get("country") else ""

    def clean(self) -> None:
        first, last = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if first and last and first > last:
            self.add_error("until", _("This year is before the first one. Change one of the two."))


def second(pair: tuple[str, str]) -> str:
    return pair[1]


def branches_offered(chosen: str) -> list[tuple[str, Words]]:
    """Every section, and the divisions of the one that is chosen."""
    section = branches.section_of(chosen) if chosen in branches.BRANCHES else ""
    return [
        (code, words) for code, words in branches.choices() if len(code) == 1 or branches.section_of(code) == section
    ]
