"""Two records beside each other: first what differs, then what both say; and which of the two should stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.doubles.models import ONE, OTHER, Pair
from rooted.struggles.models import Struggle
from rooted.struggles.reading import WHOLE
from rooted.struggles.shown import Told, told_of

LONGEST_ACCOUNT = 120  # words shown of each; the whole stands on the record's own page


@dataclass(frozen=True)
class Row:
    """One field: its name, and what each of the two says of it; "" is not known."""

    name: str | Promise
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other


def rows_of(pair: Pair) -> list[Row]:
    """Every field of which something is known in one of the two."""
    prefetch_related_objects([pair.one, pair.other], *WHOLE, "points__term__merged_into", "batch")
    ours, theirs = _said(pair.one), _said(pair.other)
    return [Row(name, ours.get(name, ""), theirs.get(name, "")) for name in dict.fromkeys([*ours, *theirs])]


def _said(struggle: Struggle) -> dict[str, str]:
    told = told_of(struggle)
    said = {str(fact.name): _several(fact.values) for fact in told.facts}
    said[_("How it went")] = told.how_it_went
    said |= {str(kind): _several(point.words or point.evidence for point in points) for kind, points in told.points}
    said[_("What happened")] = Truncator(_account(told)).words(LONGEST_ACCOUNT)
    said[_("Sources")] = _several(one.source.url or one.title for one in told.sources)
    said[_("Brought in with")] = struggle.batch.set_name if struggle.batch else ""
    return {name: words for name, words in said.items() if words}


def _account(told: Told) -> str:
    return " ".join([told.record.account, *(text for _question, text in told.answers)]).strip()


def _several(words: Iterable[str]) -> str:
    return pgettext("between the items of a list", ", ").join(words)


def should_stand(pair: Pair) -> str:
    """The one people wrote and checked, else the one that tells more: account, points, sources; "one" or "other"."""
    return OTHER if _worth(pair.other) > _worth(pair.one) else ONE


def _worth(struggle: Struggle) -> tuple[bool, bool, bool, int, int]:
    own = struggle.batch_id is None
    told = struggle.has_account, struggle.has_lessons
    return own, *told, struggle.sources.count(), len(struggle.account)
