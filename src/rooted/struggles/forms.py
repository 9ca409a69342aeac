"""How a reader narrows the chronicle."""

import functools
import re
from collections.abc import Iterable, Mapping, Set
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rooted.base.forms import Filters
from rooted.places.countries import country_names
from rooted.records import branches, codes, questions
from rooted.struggles import bands

Words = str | Promise
Pair = tuple[str, Words]
Pairs = Iterable[Pair]

NONE = "none"  # those of whom it is not written down
ALL: Pair = ("", _("All"))
NOT_KNOWN, UNKNOWN = (NONE, _("Not known")), (codes.UNKNOWN, _("Not known"))
SORTS = [("", _("Newest")), ("oldest", _("Oldest")), ("largest", _("Largest")), ("longest", _("Longest"))]
MONTHS = [str(month) for month in range(1, 13)]
CODED = ("form", "demand", "branch", "contract", "who", "response")
SEVERAL = (*CODED, "country", "region", "employer", "official", "point")  # what a record can have several codes of
MOST_ALSO = 6
MOST_DAYS = 99_999
CONTROL = re.compile("[\x00-\x1f\x7f]")  # what no name has, and neither PostgreSQL nor a feed takes
NOT_WRITTEN_DOWN: dict[str, Words] = {  # what can be asked for as not known, and has no code for it
    "employer": _("Employer"),
    "region": _("Region"),
    "town": _("Town"),
    "year": _("Year"),
    questions.STRONG: questions.POINT_KINDS[questions.STRONG],
    questions.WEAK: questions.POINT_KINDS[questions.WEAK],
}


class Options(forms.Select):
    """A list to choose from that is written as text: Django draws each option with a template of its own."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = f'<option value="{conditional_escape(str(value or ""))}"'
        inner = listed(Offer(name, get_language(), tuple(self.choices))).replace(f"{chosen}>", f"{chosen} selected>", 1)
        shown = self.build_attrs(self.attrs, attrs)
        given = "".join(f' {key}="{conditional_escape(text)}"' for key, text in shown.items() if text is not False)
        return mark_safe(f'<select name="{name}"{given}>{inner}</select>')  # noqa: S308  every part is escaped


class Offer:
    """What a list offers; alike where the same codes are offered under one name in one language."""

    def __init__(self, name: str, language: str | None, choices: tuple[Any, ...]) -> None:
        self.choices = choices
        self.key = (name, language, tuple(code for code, _words in choices))

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Offer) and self.key == other.key


@functools.lru_cache(maxsize=400)
def listed(offer: Offer) -> str:
    """Its options, none of them chosen; a heading with options of its own is a pair of words and a list."""
    return "".join(under(*one) if isinstance(one[1], list) else option(*one) for one in offer.choices)


def under(heading: Any, choices: list[Pair]) -> str:
    inner = "".join(option(*one) for one in choices)
    return f'<optgroup label="{conditional_escape(str(heading))}">{inner}</optgroup>'


def option(code: Any, words: Any) -> str:
    return f'<option value="{conditional_escape(str(code))}">{conditional_escape(str(words))}</option>'


@functools.lru_cache(maxsize=400)
def named(countries: tuple[str, ...], language: str | None) -> list[Pair]:
    """Countries with their names, by name."""
    names = country_names(language)
    return sorted(((code, names.get(code, code)) for code in countries), key=lambda pair: str(pair[1]))


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


class KeptPlace(Kept):
    """A town, written with its country and its region, which may be empty: "US:Oregon:Salem"."""

    def validate(self, value: Any) -> None:
        country, _mark, rest = value.partition(":")
        if value and (country not in country_names() or not rest.partition(":")[2]):
            raise forms.ValidationError(_("Choose one of these."), code="invalid")


class KeptSeveral(forms.MultipleChoiceField):
    """The same of several codes; gives them sorted, each once."""

    widget = forms.MultipleHiddenInput

    def __init__(self, label: Any, choices: Iterable[str] = ()) -> None:
        super().__init__(label=label, required=False, choices=[(code, code) for code in choices])

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(sorted(set(super().clean(value))))


class KeptAlso(KeptSeveral):
    """More codes of one filter, each written with its name: "form:picket", "region:US:Oregon"."""

    def clean(self, value: Any) -> tuple[str, ...]:
        if len(found := super().clean(value)) > MOST_ALSO:
            raise forms.ValidationError(_("Choose one of these."), code="invalid")
        return found

    def valid_value(self, value: Any) -> bool:
        name, _mark, code = value.partition(":")
        if name in CODED:
            return code in codes_of(name)
        if name == "region":
            code, _mark, region = code.partition(":")
            return bool(region) and code in country_names() and cleans(FindForm.base_fields["region"], region)
        if name == "country":
            return code in country_names() or code == NONE
        return bool(code) and name in SEVERAL and cleans(FindForm.base_fields[name], code)


def cleans(field: forms.Field, value: str) -> bool:
    """Whether a field would take this value, written as it would write it."""
    try:
        return str(field.clean(value)) == value
    except forms.ValidationError:
        return False


def year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=9999)


def days(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=MOST_DAYS)


def codes_of(scheme: str) -> Set[str]:
    return {*codes.LISTS[scheme], NONE}


class RegionField(OneOf):
    """A region, written with its country ("US:Oregon"): any text, since countries name their regions as they like."""

    def valid_value(self, value: Any) -> bool:
        return len(value) <= 120 and not CONTROL.search(value)


class FindForm(Filters):
    """Every filter of the chronicle.

    `countries`, `regions` and `divisions` (of branches) are those offered; by default every country and division there
    is. Regions are asked for where there are any: once a country is chosen.
    """

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
    lasted_from = days(_("Lasted at least (days)"))
    lasted_to = days(_("Lasted at most (days)"))
    size = OneOf(_("How many"), [(code, band.words) for code, band in bands.SIZES.items()], last=UNKNOWN)
    sort = OneOf(pgettext_lazy("in which order", "Order"), SORTS[1:], first=SORTS[0])
    account = forms.BooleanField(label=_("With an account"), required=False)
    lessons = forms.BooleanField(label=_("With lessons"), required=False)

    short = Kept(allowed={"1"})
    contract = Kept(label=_("Contracts"), allowed=codes_of("contract"))
    who = Kept(label=_("Who worked"), allowed=codes_of("who"))
    response = Kept(label=_("What was done against it"), allowed=codes_of("response"))
    lasted = Kept(label=_("How long"), allowed={*bands.DURATIONS, codes.UNKNOWN})
    days = Kept(label=_("Days not worked"), allowed={*bands.SIZES, codes.UNKNOWN})
    month = Kept(label=_("Month"), allowed={*MONTHS, codes.UNKNOWN})
    employer = Kept(label=_("With whom"), max_length=240)
    point = forms.UUIDField(required=False, widget=forms.HiddenInput)
    source = Kept(max_length=40)
    official = Kept(label=_("Official or not"), allowed=set(dict(codes.OFFICIAL)))
    threat = Kept(label=_("Done or threatened"), allowed={"yes", "no"})
    place = KeptPlace(label=_("Place"), max_length=250)
    not_known = KeptSeveral(_("Not known"), NOT_WRITTEN_DOWN)
    known = KeptSeveral(pgettext_lazy("a filter: what has to be written down", "Known"), bands.KNOWN)
    also = KeptAlso("")
    twice = KeptAlso(_("More than one of these"))
    unit = Kept(label=_("Counted"), allowed=set(dict(codes.UNITS)))

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        countries: Iterable[str] | None = None,
        regions: Iterable[str] = (),
        divisions: Iterable[str] = branches.DIVISIONS,
    ) -> None:
        super().__init__(data)
        offered = tuple(country_names() if countries is None else countries)
        self.offer("country", [*named(offered, get_language()), NOT_KNOWN])
        chosen = str(data.get("country", ""))
        self.offer("region", of_country := [(f"{chosen}:{name}", name) for name in regions if chosen])
        if not of_country:
            self.fields["region"].widget = forms.HiddenInput()
        also = frozenset({*divisions, str(data.get("branch", ""))})
        self.offer("branch", [*branches_offered(also, get_language()), NOT_KNOWN])

    def offer(self, name: str, choices: Pairs) -> None:
        """What can be chosen in one of the fields."""
        field: Any = self.fields[name]
        field.choices = [ALL, *choices]

    def clean_region(self) -> str:
        """The region's own name; nothing where another country was chosen since."""
        country, mark, name = self.cleaned_data["region"].rpartition(":")
        return name if not mark or country == self.cleaned_data.get("country") else ""

    def clean(self) -> None:
        self.in_order("since", "until", _("This year is before the first one. Change one of the two."))
        self.in_order("lasted_from", "lasted_to", _("This is less than the first number. Change one of the two."))

    def in_order(self, first: str, last: str, words: Any) -> None:
        """Says `words` at the second of two numbers if it is below the first."""
        low, high = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if low and high and low > high:
            self.add_error(last, words)


class MapForm(FindForm):
    """The same for the map; `by`: what a circle stands for."""

    by = Kept(allowed={"country", "region", "place"})


@functools.lru_cache(maxsize=400)
def branches_offered(divisions: frozenset[str], _language: str | None) -> list[Pair]:
    """Every section, and some of the divisions."""
    return [one for one in branches.choices() if one[0] in branches.SECTIONS or one[0] in divisions]
