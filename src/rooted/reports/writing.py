"""Saving one step over whatever others saved meanwhile: nothing typed is lost, and nothing of theirs."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import QueryDict

from rooted.drafts.draft import Draft
from rooted.drafts.steps.form import Rows, StepForm, keep_field
from rooted.groups.models import Seat
from rooted.reports.actions import save_draft
from rooted.reports.models import Report
from rooted.reports.reading import Stood, newest_of, version_of

ATTEMPTS = 5


class Erased(Exception):
    """The report was erased while somebody wrote in it."""


def save_step(report: Report, form: StepForm, *, seat: Seat, seen: int, now: datetime, step: str) -> Stood | None:
    """Save what was typed into one step; None when it stands there now, else the version that is in the way.

    Another step that somebody saved meanwhile is no hindrance: both are kept. Raises Erased.
    """
    for _attempt in range(ATTEMPTS):
        newest = newest_of(seat, report)
        if newest is None or newest.draft is None:
            raise Erased
        if form.put(newest.draft) == newest.draft:
            return None
        draft = _over(newest, form, seen, seat)
        if draft is None:
            return newest
        try:
            save_draft(report, draft, seat=seat, seen=newest.version.number, now=now, step=step)
        except ValidationError:  # somebody else was faster this very moment: look again
            continue
        return None
    return newest


def _over(newest: Stood, form: StepForm, seen: int, seat: Seat) -> Draft | None:
    """The newest draft with this step's part; None if that part was changed since the writer saw it."""
    assert newest.draft is not None
    if newest.version.number != seen:
        base = version_of(seat, newest.version.report, seen)
        if base is None or base.draft is None or form.part(base.draft) != form.part(newest.draft):
            return None
    return form.put(newest.draft)


def with_theirs(form: StepForm, base: Draft, newest: Draft) -> QueryDict:
    """What was typed; of what the writer left as `base` showed it, what stands in `newest`. A list is one whole."""
    shown, now = type(form)(form.data, draft=base), type(form)(draft=newest)
    lists = {rows.name for rows in form.lists}

    def part(name: str) -> str:
        return name.partition("-")[0] if name.partition("-")[0] in lists else name

    touched = {part(name) for name in shown.changed_data} | {"seen"}
    data = cast("QueryDict", form.data).copy()
    for name in [name for name in form.fields if part(name) not in touched]:
        data.pop(name, None)
    for field in now:
        if part(field.name) not in touched:
            data.setlist(field.html_name, _as_sent(field.value()))
    return data


def keep_their_marks(data: QueryDict, form: StepForm, base: Draft | None, newest: Draft) -> None:
    """Tick in `data` what others marked to be kept back since `base`: nobody takes away a mark they never saw."""
    before = base.kept if base is not None else frozenset()
    for mark in newest.kept & set(form.keeps) - before:
        data[keep_field(mark)] = "on"
    made = type(form)(data, draft=newest)
    made.full_clean()
    for rows in form.lists:
        then = form.shown(base)[rows.name] if base is not None else None
        for number in _rows_marked(rows, then, form.shown(newest)[rows.name], made.rows(rows.name)):
            data[f"{rows.name}-{number}-withheld"] = "on"


def _rows_marked(
    rows: Rows, then: list[dict[str, Any]] | None, now: list[dict[str, Any]], typed: list[tuple[int, dict[str, Any]]]
) -> Iterator[int]:
    """The numbers of typed rows that say what others marked; where none says it any more, the one in its place."""

    def says(row: dict[str, Any]) -> list[str]:
        return [str(row.get(name) or "") for name in rows.filled]

    before = [says(row) for row in then or [] if row.get("withheld")]
    for place, row in enumerate(now):
        if row.get("withheld") and says(row) not in before:
            alike = [number for number, one in typed if says(one) == says(row)]
            yield from alike or ([place] if then is None or place < len(then) else [])


def _as_sent(value: Any) -> list[str]:
    """The value of a field as a browser sends it."""
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return [] if value in (None, False) else ["on" if value is True else str(value)]
