"""What can be kept back while the action runs, and the record as strangers may read it until then.

A mark names one part of a record: "account", "ask-spark", "numbers", "sources/1". Points carry their own mark. What is
marked stays whole in the sealed draft; the record without it is what is released. Once it is over, marks mean nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rooted.drafts import neutral
from rooted.records import codes, questions
from rooted.records.record import Action, Day, Record

ASK = "ask-"  # the answer to one question: "ask-spark"
SOURCE = "sources/"  # one source by its place in the list: "sources/0"
PLACES, WHOM, WORKERS, FORMS, NUMBERS = "places", "whom", "workers", "forms", "numbers"
ACTIONS, DAYS, ENDS, ACCOUNT = "actions", "days", "ends", "account"
TITLE, BEGAN, SUPPORT = "title", "began", "support"


@dataclass(frozen=True)
class Part:
    """What can be kept back: how both readers are told of it, and a record without it."""

    title: Promise | str
    without: Callable[[Record], Record]


def _without_codes(*schemes: str) -> Callable[[Record], Record]:
    return lambda record: replace(record, codings=tuple(one for one in record.codings if one.scheme not in schemes))


def _with_days(record: Record, change: Callable[[Day], Day]) -> Record:
    actions = [replace(action, days=tuple(change(day) for day in action.days)) for action in record.actions]
    return replace(record, actions=tuple(actions))


def _without_places(record: Record) -> Record:
    """The sites of single days are places, too."""
    return _with_days(replace(record, places=()), lambda day: replace(day, site=""))


def _without_whom(record: Record) -> Record:
    return replace(record, employers=(), organisations=(), led_by=codes.UNKNOWN)


def _without_workers(record: Record) -> Record:
    return _without_codes("contract", "who", "branch")(replace(record, workforce=None))


def _without_forms(record: Record) -> Record:
    """Single actions say what was done, so they and their days go along."""
    return _without_actions(_without_codes("form")(replace(record, threatened_only=False)))


def _without_numbers(record: Record) -> Record:
    """All that says how many took part: also of single actions and days, and the days not worked that follow."""
    nobody: dict[str, Any] = {"workers_low": None, "workers_high": None}
    actions = tuple(replace(action, **nobody) for action in record.actions)
    fewer = _with_days(replace(record, actions=actions), lambda day: replace(day, **nobody, estimated=True))
    empty: dict[str, Any] = dict.fromkeys(
        ("estimate_low", "estimate_high", "indirect_low", "indirect_high", "days_low", "days_high")
    )
    return replace(fewer, **empty, estimate_unit="people", estimate_source="", days_estimated=True)


def _without_actions(record: Record) -> Record:
    return replace(_without_days(record) if _any_days(record.actions) else record, actions=())


def _any_days(actions: Iterable[Action]) -> bool:
    return any(action.days for action in actions)


def _without_days(record: Record) -> Record:
    actions = tuple(replace(action, days=()) for action in record.actions)
    return replace(record, actions=actions, days_low=None, days_high=None, days_estimated=True)


def _without_first_day(record: Record) -> Record:
    """The month is left, of single actions, too; single days go."""
    fewer = _without_days(record) if _any_days(record.actions) else record
    return neutral.to_the_month(replace(fewer, actions=tuple(neutral.to_the_month(one) for one in fewer.actions)))


def _without_ends(record: Record) -> Record:
    later = replace(record, outcome_after_3=codes.UNKNOWN, outcome_after_12=codes.UNKNOWN)
    return _without_codes("demand", "response")(later)


def _without_answer(question: str) -> Callable[[Record], Record]:
    return lambda record: replace(record, answers=tuple(one for one in record.answers if one.question != question))


PARTS: dict[str, Part] = {
    TITLE: Part(_("Title"), neutral.with_title),
    BEGAN: Part(_("First day"), _without_first_day),
    PLACES: Part(_("Where?"), _without_places),
    WHOM: Part(_("With whom"), _without_whom),
    WORKERS: Part(_("Who worked there"), _without_workers),
    FORMS: Part(_("What they did"), _without_forms),
    NUMBERS: Part(_("How many took part?"), _without_numbers),
    ACTIONS: Part(_("Single actions"), _without_actions),
    DAYS: Part(_("Days not worked"), _without_days),
    ENDS: Part(_("Demands and how it ended"), _without_ends),
    **{f"{ASK}{code}": Part(words, _without_answer(code)) for code, words in questions.QUESTIONS.items()},
    ACCOUNT: Part(_("The account, told freely"), lambda record: replace(record, account="")),
    SUPPORT: Part(_("How to support"), lambda record: replace(record, support="", support_until=None)),
}


def source_marks(places: Iterable[int]) -> frozenset[str]:
    """The marks of the sources at these places of the list."""
    return frozenset(f"{SOURCE}{place}" for place in places)


def part_of(mark: str) -> Part | None:
    """What a mark keeps back; None for one that means nothing."""
    if mark.startswith(SOURCE):
        return Part(pgettext_lazy("where a statement comes from", "Source"), lambda record: _sources(record, {mark}))
    return PARTS.get(mark)


def _sources(record: Record, marks: Iterable[str]) -> Record:
    kept = [one for at, one in enumerate(record.sources) if f"{SOURCE}{at}" not in marks]
    return replace(record, sources=tuple(kept))


def shown(record: Record, marks: frozenset[str]) -> Record:
    """`record` without what is marked. Points are left to shown_points.

    The title comes last: the one that stands for it says nothing that is kept back.
    """
    record = _sources(record, marks)
    for name, part in reversed(PARTS.items()):
        if name in marks:
            record = part.without(record)
    return record


def in_order(marks: Iterable[str]) -> list[str]:
    """Marks in the order of the pages of writing."""
    names = [*PARTS]
    return sorted(marks, key=lambda mark: (names.index(mark) if mark in PARTS else len(names), mark))


def that_say_something(record: Record, marks: Iterable[str]) -> list[tuple[str, Part]]:
    """The marks whose part of `record` holds anything, in order: nothing is kept back where nothing stands."""
    found = [(mark, part) for mark in in_order(marks) if (part := part_of(mark)) is not None]
    return [(mark, part) for mark, part in found if part.without(record) != record]
