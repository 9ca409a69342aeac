"""Reports opened for a page: what they say, who wrote it, when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.drafts.draft import Draft, unsealed
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.reports.models import Report, Version
from rooted.reports.path import Rung, path_of, stage_of
from rooted.reports.sealed import EARLIER, REPORT
from rooted.struggles.plain import Unreadable


@dataclass(frozen=True)
class Stood:
    """One version as read. `draft` is None where it cannot be opened; `step`: the page that was saved."""

    version: Version
    at: datetime
    who: str
    draft: Draft | None = None
    seat: int = 0
    step: str = ""
    brought_back: int = 0

    @property
    def lost(self) -> bool:
        """Whether it cannot be opened."""
        return self.draft is None

    @property
    def title(self) -> str:
        """The record's title."""
        return self.draft.record.title if self.draft else ""


@dataclass(frozen=True)
class Row:
    """A report in the list, and where it stands on its path."""

    report: Report
    newest: Stood
    stage: Rung | None


def name_in(names: dict[int, str], seat_id: int | None) -> str:
    """The name of a seat, also of one that is nobody's any more."""
    return names.get(seat_id or 0) or _("a former member")


def read_version(seat: Seat, version: Version) -> Stood:
    """`version`, which comes with its `item` and `report`, opened; what belongs to another is lost."""
    content = _opened(seat, version)
    try:
        draft = unsealed(content) if content else None
    except Unreadable:
        draft = None
    at = datetime.fromisoformat(content["at"]) if content else datetime.combine(version.item.day, time(), UTC)
    writer = content.get("seat", 0)
    who = name_in(seat_names(seat), writer)
    return Stood(version, at, who, draft, writer, content.get("step", ""), content.get("brought_back", 0))


def _opened(seat: Seat, version: Version) -> dict[str, Any]:
    try:
        content = seat.keys.read(version.item, REPORT, EARLIER)
    except seal.Closed:
        return {}
    return content if (content["report"], content["number"]) == (version.report_id, version.number) else {}


def newest_of(seat: Seat, report: Report) -> Stood | None:
    """What stands in `report` now; None when it was erased this moment."""
    version = Version.objects.newest().filter(report=report.pk).select_related("item", "report").first()
    return read_version(seat, version) if version is not None else None


def version_of(seat: Seat, report: Report, number: int) -> Stood | None:
    """One version by its number; None when it is not kept any more."""
    version = Version.objects.filter(report=report.pk, number=number).select_related("item", "report").first()
    return read_version(seat, version) if version is not None else None


def report_rows(seat: Seat, reports: Iterable[Report]) -> list[Row]:
    """Rows for the list, in the order of `reports`, which come with their struggle; one query for all versions."""
    rows = list(reports)
    found = Version.objects.newest().filter(report__in=[row.pk for row in rows]).select_related("item", "report")
    newest = {version.report_id: read_version(seat, version) for version in found}
    return [_row(row, newest[row.pk]) for row in rows if row.pk in newest]


def _row(report: Report, newest: Stood) -> Row:
    return Row(report, newest, stage_of(path_of(report, newest.draft)) if newest.draft else None)


def overtaken_by(seat: Seat, newest: Stood) -> str:
    """One sentence: why a step was not saved, and what to do."""
    if newest.seat == seat.pk:
        return _("You saved this already, perhaps on another page. Nothing is lost: your text is still below.")
    return _("%(name)s saved this while you wrote. Nothing is lost: your text is still below.") % {"name": newest.who}
