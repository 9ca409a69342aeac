"""What stands for what is kept back and cannot be empty: a title made of what is public, a month for a day."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.places.countries import country_name
from rooted.records import codes, telling
from rooted.records.record import Action, Record

TITLE_LENGTH = 200
TO_THE_DAY = ("day", "unclear")
Dated = TypeVar("Dated", Record, Action)


def with_title(record: Record) -> Record:
    """With a title of what else it says: "Strike, Leeds, United Kingdom". In its own language where that is ours."""
    language = record.language if record.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        words = [*_what_they_did(record), *_where(record)] or [_("Kept back while it runs")]
        title = pgettext("between the items of a list", ", ").join(words)
    return replace(record, title=title[:TITLE_LENGTH])


def _what_they_did(record: Record) -> list[str]:
    """The first form of action; nothing where it has no word, or was only threatened."""
    done = [] if record.threatened_only else [one for one in record.codings if one.scheme == "form"]
    said = [codes.label("form", one.code, one.literal) for one in done if one.code != codes.OTHER or one.literal]
    return said[:1]


def _where(record: Record) -> list[str]:
    """The town or region and the country of the first place, or how far it went."""
    for one in record.places[:1]:
        names = [one.town or one.region, country_name(one.country) if one.country else ""]
        if not any(names):
            names = [str(telling.REACHES.get(one.precision, ""))]
        return [name for name in names if name]
    return []


def to_the_month(one: Dated) -> Dated:
    """Its first and last day without the day; what is less exact stays as it is."""
    changed: dict[str, Any] = {}
    for name in ("started", "ended"):
        day: date | None = getattr(one, f"{name}_on")
        if day is not None and getattr(one, f"{name}_precision") in TO_THE_DAY:
            changed |= {f"{name}_on": day.replace(day=1), f"{name}_precision": "month"}
    return replace(one, **changed)
