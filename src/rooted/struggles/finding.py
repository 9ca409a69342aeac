"""What a reader chose to see: one value with one address, for the list, map, timeline, comparisons and exports alike.

    selection = Selection.from_query(request.GET)      # ValidationError with a sentence for each field that is wrong
    selection.records()                                # the public records that fit, in its order
    selection.narrow(struggles)                        # those of a queryset of your own
    chosen.sentence(selection)                         # in words (chosen.py)
    f"{address}?{selection.query()}"                   # the same again: from_query(QueryDict(query())) == selection

Without `short`, `account` or `lessons` it holds the records somebody wrote about: with an account or with lessons.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cached_property, reduce
from itertools import combinations
from operator import or_
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from rooted.records import codes
from rooted.struggles import actions, bands, conditions
from rooted.struggles.forms import CODED, NONE, FindForm
from rooted.struggles.models import Struggle, StruggleQuerySet

ORDERS: dict[str, tuple[Any, ...]] = {
    "": ("-started_on", "id"),
    "oldest": ("started_on", "-id"),
    "largest": bands.LARGEST_FIRST,
    "longest": bands.LONGEST_FIRST,
}


@dataclass(frozen=True)
class Selection:
    """Every filter; what is empty narrows nothing.

    `country` is ISO 3166-1 alpha-2; `since` and `until` are years in which it began; the six lists of CODED hold a code
    of codes.LISTS (of "branch", a section counts its divisions); `size`, `lasted` and `days` (not worked) are bands of
    bands.py, `lasted_from` and `lasted_to` days; `month` is 1 to 12; `employer` a name; `point` the id of a word of the
    vocabulary; `source` the key of an imported list; `official` "yes" or "no" of an organisation that took part;
    `place` a town with country and region ("US:Oregon:Salem"); `threat` "yes" for what was threatened only, else "no".
    "none" stands for: not written down (country and CODED); "unknown" likewise (size, lasted, days, month, official,
    led_by, outcome).

    Three hold several, sorted: `not_known` what nobody wrote down (NOT_KNOWN in forms.py); `known` what somebody did
    (bands.KNOWN); `also` more codes of one filter, since a record may have several: ("form:picket", "region:US:Ohio").
    Of the codes in `twice`, written like those of `also`, a record has at least two. `unit` is "people" or
    "households": what is counted where its number is known.
    """

    q: str = ""
    country: str = ""
    region: str = ""
    since: int | None = None
    until: int | None = None
    form: str = ""
    demand: str = ""
    branch: str = ""
    led_by: str = ""
    outcome: str = ""
    size: str = ""
    account: bool = False
    lessons: bool = False
    short: bool = False
    contract: str = ""
    who: str = ""
    response: str = ""
    lasted: str = ""
    month: str = ""
    employer: str = ""
    point: UUID | None = None
    source: str = ""
    official: str = ""
    threat: str = ""
    days: str = ""
    place: str = ""
    lasted_from: int | None = None
    lasted_to: int | None = None
    not_known: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    unit: str = ""
    sort: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, Any]) -> "Selection":
        """What an address asks for; parameters with other names are left alone. ValidationError for wrong values."""
        form = FindForm(query)
        if not form.is_valid():
            raise ValidationError({name: list(errors) for name, errors in form.errors.items()})
        return cls.from_cleaned(form.cleaned_data)

    @classmethod
    def from_cleaned(cls, cleaned: Mapping[str, Any]) -> "Selection":
        """The same of a FindForm that was valid."""
        given = {one.name: cleaned[one.name] for one in fields(cls)}
        return cls(**given | {"short": bool(given["short"])})

    def query(self) -> str:
        """The query string of its address, always the same for the same selection; "" for the beginning."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != one.default}
        written = {name: "1" if value is True else value for name, value in given.items()}
        if self.region and self.country:
            written["region"] = f"{self.country}:{self.region}"
        return urlencode(written, doseq=True, safe=":")

    def but(self, **changed: Any) -> "Selection":
        """The same with some filters otherwise."""
        return replace(self, **changed)

    def adding(self, name: str, code: str) -> "Selection":
        """The same with one code more in a filter that holds several."""
        return self.but(**{name: tuple(sorted({*getattr(self, name), code}))})

    def without(self, name: str, code: str = "") -> "Selection":
        """The same without one filter, or without one `code` of several; without its country it has no region."""
        if code:
            return self.but(**{name: tuple(one for one in getattr(self, name) if one != code)})
        defaults = {one.name: one.default for one in fields(self) if one.default is not MISSING}
        dropped = (name, "region") if name == "country" else (name,)
        return replace(self, **{one: defaults[one] for one in dropped})

    @property
    def narrows(self) -> bool:
        """Whether anything is filtered, apart from short entries and the order."""
        return self.but(short=False, sort="") != Selection()

    @property
    def only_told(self) -> bool:
        """Whether short entries are left out because nobody asked for them."""
        return not (self.short or self.account or self.lessons)

    @cached_property
    def with_words(self) -> list[UUID] | None:
        """Ids of the records that have the words asked for, at most actions.MOST_FOUND; None without words."""
        return actions.found_by_words(self.q) if self.q else None

    @property
    def cut(self) -> bool:
        """Whether more records have these words than are looked through."""
        return self.with_words is not None and len(self.with_words) >= actions.MOST_FOUND

    def records(self) -> StruggleQuerySet:
        """The public records that fit, in its order."""
        return self.ordered(self.narrow(Struggle.objects.public()))

    def page(self, first: int, last: int) -> StruggleQuerySet:
        """The records from the first to before the last, for a list: only these rows are opened."""
        wanted = self.records().values("pk")[first:last]
        return self.ordered(Struggle.objects.filter(pk__in=wanted)).for_lists()

    def ordered(self, struggles: StruggleQuerySet) -> StruggleQuerySet:
        """`struggles` in its order."""
        return struggles.order_by(*ORDERS[self.sort])

    def narrow(self, struggles: StruggleQuerySet) -> StruggleQuerySet:
        """Those of `struggles` that fit."""
        found = self.narrow_but_told(struggles)
        return found.told() if self.only_told else found

    def narrow_but_told(self, struggles: StruggleQuerySet) -> StruggleQuerySet:
        """Those that fit, short entries too, whatever was asked of them."""
        if self.with_words is not None:
            struggles = struggles.filter(pk__in=self.with_words)
        return struggles.filter(*self._said(), *self._placed(), *self._linked())

    def _said(self) -> list[Q]:
        wanted = {
            "year__gte": self.since,
            "year__lte": self.until,
            "led_by": self.led_by,
            "outcome": self.outcome,
            "has_account": self.account,
            "has_lessons": self.lessons,
            "source_set": self.source,
            "lasted_days__gte": self.lasted_from,
            "lasted_days__lte": self.lasted_to,
        }
        found = [Q((name, value)) for name, value in wanted.items() if value]
        banded = (self.size, bands.of_size), (self.lasted, bands.of_duration), (self.days, bands.of_days)
        found += [band(code) for code, band in banded if code]
        if self.month:
            exact = Q(started_precision__in=("day", "month"))
            found.append(~exact if self.month == codes.UNKNOWN else exact & Q(started_on__month=int(self.month)))
        if self.threat:
            found.append(Q(threatened_only=self.threat == "yes"))
        if self.unit:
            found.append(Q(estimate_unit=self.unit) & bands.KNOWN["size"])
        return found + [bands.KNOWN[name] for name in self.known]

    def _placed(self) -> list[Q]:
        found = [conditions.at_place(self.place)] if self.place else []
        if self.region and self.country != NONE:
            return [conditions.in_region(self.country, self.region), *found]
        return [conditions.within(self.country), *found] if self.country else found

    def _linked(self) -> list[Q]:
        found = [conditions.coded(scheme, code) for scheme in CODED if (code := getattr(self, scheme))]
        if self.employer:
            found.append(conditions.against(self.employer))
        if self.official:
            found.append(conditions.official(self.official))
        if self.point:
            found.append(conditions.teaching(self.point))
        found += [bands.NOT_KNOWN.get(name) or conditions.not_known(name) for name in self.not_known]
        if self.twice:
            pairs = (conditions.also(one) & conditions.also(other) for one, other in combinations(self.twice, 2))
            found.append(reduce(or_, pairs, Q(pk__in=[])))
        return found + [conditions.also(one) for one in self.also]
