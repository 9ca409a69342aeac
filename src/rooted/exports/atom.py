"""The newest published records as an Atom feed (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rooted.struggles.chosen import sentence
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle, StruggleQuerySet

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # one in one title, and nobody could read the feed


def newest() -> StruggleQuerySet:
    """Public records, the last published first."""
    return Struggle.objects.public().last_published_first()


def feed(request: HttpRequest, selection: Selection, struggles: Iterable[Struggle]) -> str:
    """The feed's text. Entries keep their id for ever: it is the record's public id."""
    made = Atom1Feed(
        title=_("Chronicle of struggles"),
        link=request.build_absolute_uri(f"{reverse('struggles:struggle-list')}?{selection.query()}"),
        description="",
        subtitle=_sayable(sentence(selection)),
        language=get_language(),
        feed_url=request.build_absolute_uri(),
    )
    for struggle in struggles:
        made.add_item(
            title=_sayable(struggle.title),
            link=address(request, struggle),
            description=_sayable(
                escape(f"{struggle.when}. {struggle.who} {struggle.how_it_went}.")
            ),  # goes out as HTML
            unique_id=f"urn:uuid:{struggle.public_id}",
            author_name=_sayable(struggle.byline),
            pubdate=_noon(struggle.published_on),
            updateddate=_noon(struggle.corrected_on or struggle.published_on),
        )
    return made.writeString("utf-8")


def address(request: HttpRequest, struggle: Struggle) -> str:
    """The whole address of a record's page."""
    return request.build_absolute_uri(struggle.get_absolute_url())


def _sayable(text: str) -> str:
    """Without the signs that XML has no way to write."""
    return NO_XML.sub("", text)


def _noon(day: date | None) -> datetime:
    """Days, not hours, are kept: noon of the day stands for it."""
    return datetime.combine(day or date.min, time(12), UTC)
