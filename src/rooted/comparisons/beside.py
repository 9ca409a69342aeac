"""Two to six records beside each other: what is known of each, field by field."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rooted.base.templatetags.parts import grouped
from rooted.records import codes, questions
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle

MOST = 6  # records beside each other
FOUND = 10  # records offered to stand beside them
ROWS = ("codings", "employers", "organisations", "points__term")


@dataclass(frozen=True)
class Field:
    """One field: its name, and what each record says of it, in their order."""

    label: str | Promise
    values: tuple[str, ...]


def chosen_records(given: Iterable[str]) -> list[Struggle]:
    """The public records with these public ids, in the order given, each once, at most MOST."""
    wanted = []
    for text in dict.fromkeys(given):
        try:
            wanted.append(UUID(text))
        except ValueError:
            continue
    rows = Struggle.objects.public().filter(public_id__in=wanted[:MOST]).prefetch_related(*ROWS)
    found = {row.public_id: row for row in rows}
    return [found[one] for one in dict.fromkeys(wanted[:MOST]) if one in found]


def side_by_side(records: list[Struggle]) -> list[Field]:
    """Every field of which something is known in one of the records at least."""
    fields = (Field(label, tuple(said(record) for record in records)) for label, said in FIELDS)
    return [field for field in fields if any(field.values)]


def _several(words: Iterable[str]) -> str:
    return pgettext("between the items of a list", ", ").join(words)


def _coded(scheme: str) -> Callable[[Struggle], str]:
    return lambda record: _several(str(row) for row in record.codings.all() if row.scheme == scheme)


def _points(kind: str) -> Callable[[Struggle], str]:
    def said(record: Struggle) -> str:
        return _several(str(row.term or row.evidence) for row in record.points.all() if row.kind == kind)

    return said


def _lasted(record: Struggle) -> str:
    days = record.lasted_days
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": grouped(days)} if days else ""


def _not_worked(record: Struggle) -> str:
    low, high = record.days_low or record.days_high, record.days_high or record.days_low
    if low is None:
        return ""
    number = grouped(low) if low == high else _("%(low)s to %(high)s") % {"low": grouped(low), "high": grouped(high)}
    return _("%(number)s, estimated") % {"number": number} if record.days_estimated else number


def _organisations(record: Struggle) -> str:
    words = {"yes": _("official"), "no": _("not official")}
    rows = [(row.name, words.get(row.official, "")) for row in record.organisations.all()]
    return _several(f"{name} ({word})" if word else name for name, word in rows)


def _how_many(record: Struggle) -> str:
    return record.how_many if record.estimate_low or record.estimate_high else ""


FIELDS: list[tuple[str | Promise, Callable[[Struggle], str]]] = [
    (gettext_lazy("When"), lambda record: record.when),
    (gettext_lazy("Where"), lambda record: record.where),
    (gettext_lazy("With whom"), lambda record: _several(row.name for row in record.employers.all())),
    (gettext_lazy("Branch"), _coded("branch")),
    (gettext_lazy("What they did"), _coded("form")),
    (gettext_lazy("What it was about"), _coded("demand")),
    (gettext_lazy("Who led it"), lambda record: "" if record.led_by == codes.UNKNOWN else record.led),
    (gettext_lazy("Organisations"), _organisations),
    (gettext_lazy("How many took part"), _how_many),
    (gettext_lazy("Who worked"), _coded("who")),
    (gettext_lazy("Contracts"), _coded("contract")),
    (gettext_lazy("How long it lasted"), _lasted),
    (gettext_lazy("Days not worked"), _not_worked),
    (gettext_lazy("What was done against it"), _coded("response")),
    (gettext_lazy("How it went"), lambda record: "" if record.outcome == codes.UNKNOWN else record.how_it_went),
    (questions.POINT_KINDS[questions.STRONG], _points(questions.STRONG)),
    (questions.POINT_KINDS[questions.WEAK], _points(questions.WEAK)),
    (questions.POINT_KINDS[questions.TRY], _points(questions.TRY)),
]


def address_of(records: Iterable[Struggle]) -> str:
    """The query string that puts these records beside each other."""
    return urlencode([("record", str(record.public_id)) for record in records])


def others(words: str, records: list[Struggle]) -> list[tuple[Struggle, str]]:
    """Records with these words that do not stand there yet, each with the address in which it does."""
    if not words:
        return []
    known = [record.pk for record in records]
    found = Selection(q=words, short=True).records().exclude(pk__in=known).for_lists()[:FOUND]
    return [(record, address_of([*records, record])) for record in found]


def without_each(records: list[Struggle]) -> list[tuple[Struggle, str]]:
    """Each record with the address in which it no longer stands."""
    return [(record, address_of(other for other in records if other is not record)) for record in records]
