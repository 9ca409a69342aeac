"""What, where and when; a day may be a century, a place may be any words."""

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.drafts.draft import Draft
from rooted.drafts.kept_back import BEGAN, PLACES, TITLE
from rooted.drafts.steps.form import (
    Block,
    Rows,
    StepForm,
    as_it_was,
    chosen,
    day_fields,
    day_shown,
    day_typed,
    keep_field,
    line,
    one_of,
)
from rooted.places.countries import country_name, country_names
from rooted.places.forms import TownField, Whereabouts
from rooted.records import codes
from rooted.records.record import Place, Record

GOING = [("yes", _("It still goes on")), ("no", _("It is over")), ("", _("We do not know"))]
REACHES = [
    ("", _("In the places above")),
    ("countries", _("In several countries")),
    ("world", _("Worldwide")),
    ("online", _("Online")),
]


class PlaceField(TownField):
    """A town or area. A name that stands in the record already is not asked about again."""

    def __init__(self, known: frozenset[str] = frozenset(), **options: Any) -> None:
        self.known = known
        super().__init__(**options)

    def clean(self, value: Any) -> Whereabouts:
        typed = value[0] if isinstance(value, tuple) else str(value or "")
        return Whereabouts(typed) if typed in self.known else super().clean(value)


def countries() -> list[tuple[str, str]]:
    """Every country, by its name in the reader's language."""
    return [("", ""), *sorted(country_names().items(), key=lambda pair: pair[1])]


def place_fields(draft: Draft) -> dict[str, forms.Field]:
    """One place."""
    known = frozenset(text for place in draft.record.places if (text := town_text(place)))
    return {
        "town": PlaceField(known, required=False),
        "site": line(_("Workplace, house or street"), 200),
        "country": chosen(_("Country, if we do not know the town"), countries),
    }


def town_text(place: Place) -> str:
    """The town as it is written into the field: with its country, so that it is found again."""
    names = [name for name in (place.town, place.region) if name]
    return ", ".join([*names, country_name(place.country)] if names and place.country else names)


class WhatForm(StepForm):
    keeps = (TITLE, BEGAN, PLACES)
    lists_after = 5
    lists = (
        Rows(
            "places", _("Where?"), _("Place %(number)d"), place_fields, ("town", "site", "country"), least=2,
            hint=_("A town is enough. Leave the workplace out if that is safer."),
        ),
    )  # fmt: skip

    def own(self) -> dict[str, forms.Field]:
        title = line(
            _("What happened, in one line"), 200, _("For example: Night cleaners stop work over a cut rota."),
            required=True,
        )  # fmt: skip
        languages = dict(settings.LANGUAGES)
        languages.setdefault(self.draft.record.language, self.draft.record.language)
        return {
            "title": title,
            **day_fields("started", exact=True),
            "going": one_of(_("Does it still go on?"), GOING),
            **day_fields("ended", exact=True),
            "reach": chosen(_("How far did it go?"), REACHES),
            "language": chosen(_("In which language do you write?"), list(languages.items())),
        }

    def blocks(self) -> tuple[Block, ...]:
        began = tuple(day_fields("started", exact=True))
        ended = tuple(day_fields("ended", exact=True))
        hint = _("The year is enough. Leave empty what you do not know.")
        return (
            Block(("title", keep_field(TITLE))),
            Block(began, _("When did it begin?"), hint, short=True),
            Block((keep_field(BEGAN),)),
            Block(("going",)),
            Block(ended, _("When did it end?"), _("If it is over and you know it."), short=True),
            Block((keep_field(PLACES),)),
            Block(("reach", "language")),
        )

    def asks_to_keep(self, _mark: str) -> bool:
        """Always: whether it goes on is said on this very page."""
        return True

    @classmethod
    def shown(cls, draft: Draft) -> dict[str, Any]:
        record = draft.record
        going = "yes" if record.running else "no" if record.ended_on or record.outcome != codes.UNKNOWN else ""
        return {
            "title": record.title,
            **day_shown("started", record.started_on if record.title else None, record.started_precision),
            **day_shown("ended", record.ended_on, record.ended_precision),
            "going": going,
            "reach": record.reach,
            "language": record.language,
            "places": [
                {"town": town_text(place), "site": place.site, "country": place.country}
                for place in record.places
                if place.precision not in codes_of_reach()
            ],
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.began = day_typed(self, "started", cleaned)
        self.ended = day_typed(self, "ended", cleaned)
        if self.began[0] is None and not any(name.startswith("started") for name in self.errors):
            self.add_error("started_year", _("Write the year, at least. Then choose how exact it is."))
        if self.ended[0] and cleaned.get("going") == "yes":
            self.add_error("going", _("You wrote when it ended. Choose that it is over, or leave the end empty."))
        for name, (day, _precision) in (("started", self.began), ("ended", self.ended)):
            if day and day.year > timezone.localdate().year + 1:
                self.add_error(f"{name}_year", _("This year is still to come. Write when it was, or is announced for."))
        cleaned["language"] = cleaned.get("language") or self.draft.record.language
        return cleaned

    def write(self, draft: Draft) -> Draft:
        record, typed = draft.record, self.cleaned_data
        going, today = typed["going"], timezone.localdate()
        outcome = record.outcome
        if going == "yes":
            outcome = codes.GOES_ON
        elif outcome == codes.GOES_ON:
            outcome = codes.UNKNOWN
        began, began_precision = as_it_was(self.began, (record.started_on, record.started_precision))
        ended, ended_precision = as_it_was(self.ended, (record.ended_on, record.ended_precision))
        changed = replace(
            record,
            title=typed["title"],
            started_on=began,
            started_precision=began_precision,
            ended_on=ended,
            ended_precision=ended_precision,
            outcome=outcome,
            seen_going_on=today if going == "yes" else None if ended or going == "no" else record.seen_going_on,
            language=typed["language"],
            places=self._places(record),
        )
        return replace(draft, record=changed)

    def _places(self, record: Record) -> tuple[Place, ...]:
        kept = {(town_text(place), place.site, place.country): place for place in record.places}
        places = []
        for _number, row in self.rows("places"):
            where, site, country = row["town"], row["site"], row["country"]
            made = kept.get((where.text, site, country)) or _place(where, site, country, record)
            places.append(made)
        if reach := self.cleaned_data["reach"]:
            standing = next((place for place in record.places if place.precision == reach), None)
            places.append(standing or Place(reach))
        return tuple(places)


def codes_of_reach() -> tuple[str, ...]:
    """The precisions that are no single place."""
    return tuple(code for code, _words in REACHES if code)


def _place(where: Whereabouts, site: str, country: str, record: Record) -> Place:
    if where.town is not None:
        town = where.town
        return Place("town", town.country, town.region, town.name, town.latitude, town.longitude, site)
    for place in record.places:  # the town stays as it is, the workplace beside it changed
        if where.text and town_text(place) == where.text:
            return replace(place, site=site, country=country if place.lat is None else place.country)
    precision = "town" if where.text else "country" if country and not site else "exact"
    return Place(precision, country=country, town=where.text, site=site)
