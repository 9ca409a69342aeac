"""The record exactly as strangers will read it: rows that were never stored, for the template of the public page."""

from typing import Any

from django.utils.translation import gettext as _

from rooted.groups.models import Group
from rooted.reports.draft import action_words, span
from rooted.struggles import codes, questions
from rooted.struggles.models import (
    Action,
    ActionDay,
    Answer,
    Coding,
    Employer,
    Location,
    Organisation,
    Point,
    Source,
    Struggle,
    Term,
)
from rooted.struggles.record import Point as PlainPoint
from rooted.struggles.record import Record
from rooted.struggles.storing import folded, values_of

PARTS: list[tuple[Any, str, str]] = [
    (Coding, "codings", "codings"),
    (Employer, "employers", "employers"),
    (Organisation, "organisations", "organisations"),
    (Location, "locations", "places"),
    (Answer, "answers", "answers"),
    (Source, "sources", "sources"),
]


def as_strangers_read(record: Record, group: Group, public: Struggle | None = None) -> Struggle:
    """A struggle that is not stored, with all its rows: what would be kept back is not among them.

    `public`: the record that stands already; its days and corrections are shown as they are.
    """
    struggle = Struggle(group=group, byline=group.name, **values_of(record))
    if public is not None:
        kept = ("pk", "public_id", "byline", "published_on", "corrected_on", "source_set", "external_id", "batch_id")
        for name in kept:
            setattr(struggle, name, getattr(public, name))
    for model, related, name in PARTS:
        rows = [model(struggle=struggle, order=at, **_values(one)) for at, one in enumerate(getattr(record, name))]
        _hold(struggle, related, rows)
    _hold(struggle, "actions", [_action(struggle, at, one) for at, one in enumerate(record.actions)])
    _hold(struggle, "points", [_point(struggle, at, one) for at, one in enumerate(record.shown_points)])
    _hold(struggle, "corrections", list(public.corrections.all()) if public is not None else [])
    return struggle


def facts_of(struggle: Struggle) -> list[tuple[str, list[str]]]:
    """The terms of its list of facts beside when, where and how many; those without a value are left out."""
    by_list: dict[str, list[str]] = {}
    for coding in struggle.codings.all():
        by_list.setdefault(coding.scheme, []).append(str(coding))
    employers = [f"{one.name} ({one.get_role_display()})" for one in struggle.employers.all()]
    organisations = [f"{one.name} ({one.get_official_display()})" for one in struggle.organisations.all()]
    lists = [(str(words), by_list.get(scheme, [])) for scheme, words in codes.SCHEMES]
    facts = [
        (_("With whom"), employers),
        (_("Organisations"), organisations),
        (_("Who led it"), [struggle.led] if struggle.led_by != codes.UNKNOWN else []),
        *lists,
        (_("Actions"), [action_words(action) for action in struggle.actions.all()]),
        (_("Only threatened"), [_("Yes")] if struggle.threatened_only else []),
        (_("Work there in all"), [str(struggle.workforce)] if struggle.workforce else []),
        (_("Could not work because of it"), _one(span(struggle.indirect_low, struggle.indirect_high))),
        (_("Days not worked"), _one(span(struggle.days_low, struggle.days_high))),
        (_("After three months"), _known(struggle.outcome_after_3)),
        (_("After twelve months"), _known(struggle.outcome_after_12)),
    ]
    return [(name, values) for name, values in facts if values]


def _one(words: str) -> list[str]:
    return [words] if words else []


def _known(outcome: str) -> list[str]:
    return [codes.outcome(outcome)] if outcome != codes.UNKNOWN else []


def _values(one: Any) -> dict[str, Any]:
    values = dict(vars(one))
    return values | {"folded": folded(values["name"])} if "role" in values else values


def _action(struggle: Struggle, order: int, one: Any) -> Action:
    row = Action(struggle=struggle, order=order, **{name: value for name, value in vars(one).items() if name != "days"})
    _hold(row, "days", [ActionDay(action=row, order=at, **vars(day)) for at, day in enumerate(one.days)])
    return row


def _point(struggle: Struggle, order: int, one: PlainPoint) -> Point:
    words = str(questions.SEEDS.get(one.kind, {}).get(one.code, one.words))
    term = Term(kind=one.kind, words=words, code=one.code) if words else None
    return Point(struggle=struggle, order=order, kind=one.kind, term=term, evidence=one.evidence)


def _hold(row: Any, related: str, rows: list[Any]) -> None:
    """Let `row.related.all()` give `rows` without asking the database, as after prefetch_related."""
    found = getattr(row, related).all()
    found._result_cache, found._prefetch_done = rows, True
    row.__dict__.setdefault("_prefetched_objects_cache", {})[related] = found
