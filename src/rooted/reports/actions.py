"""What members do with reports. Whatever changes a report in several steps holds its row first, then its circle."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base import seal
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.drafts.draft import Draft, unsealed
from rooted.groups.models import Seat
from rooted.reports.models import VERSIONS_KEPT, Report, Version
from rooted.reports.sealed import EARLIER, FORWARD, REPORT
from rooted.struggles.actions import DELAY, correct_record, publish_record, refuse_unless_second, withdraw_struggle
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of

RELEASE, WITHDRAW = "release", "withdraw"
WORDS_LENGTH = 500
LATEST = timedelta(days=365)  # so far ahead a day of publication may lie

OVERTAKEN = gettext_lazy("Somebody changed this meanwhile. Read it again, then do it if you still want to.")
PUBLISHED = gettext_lazy("This is published. It can be withdrawn in the open, not erased.")
UNSOURCED = gettext_lazy("Two sources are needed, or one and somebody who took part. Add them on the page for sources.")


@dataclass(frozen=True)
class Forward:
    """What the first member says to the second. `deed`: release or withdraw.

    `words`: what was changed, or why it is withdrawn, said in the open; `publish_on`: the day, None for the usual one;
    `why`: why not the usual day, said to the second member only.
    """

    deed: str = RELEASE
    words: str = ""
    publish_on: date | None = None
    why: str = ""

    @property
    def sealed(self) -> dict[str, str]:
        """The same as it is sealed."""
        day = self.publish_on.isoformat() if self.publish_on else ""
        return {"deed": self.deed, "words": self.words, "publish_on": day, "why": self.why}


@transaction.atomic
def begin_report(seat: Seat, draft: Draft, *, now: datetime, struggle: Struggle | None = None) -> Report:
    """Put a new record on the desk; of a published one, what strangers read is its first version."""
    day = now.date()
    report = Report.objects.create(
        group=seat.group, struggle=struggle, released_number=1 if struggle else 0, begun_on=day, changed_on=day
    )
    _add_version(report, seat, draft, number=1, now=now, step="")
    return report


def open_for_correction(seat: Seat, struggle: Struggle, *, now: datetime) -> Report:
    """The desk of a published record, made from what strangers read if it never lay on one; twice makes no second."""
    standing = Report.objects.filter(group=seat.group, struggle=struggle)
    report = standing.first()
    if report is not None:
        return report
    try:
        return begin_report(seat, Draft(record_of(struggle)), now=now, struggle=struggle)
    except IntegrityError:  # another member opened it at the same moment
        return standing.get()


@transaction.atomic
def save_draft(
    report: Report, draft: Draft, *, seat: Seat, seen: int, now: datetime, step: str = "", brought_back: int = 0
) -> None:
    """Make `draft` the newest version, if nobody saved another since the writer saw number `seen`; else "overtaken".

    What was put forward is taken back. What stood there before stays; of those the newest 100 are kept.
    """
    rows = Report.objects.filter(pk=report.pk, number=seen)
    if not rows.update(number=seen + 1, changed_on=now.date()):
        raise ValidationError(OVERTAKEN, code="overtaken")
    _take_back(report)
    _set_aside(report, seat, seen)
    _add_version(report, seat, draft, number=seen + 1, now=now, step=step, brought_back=brought_back)
    old = {"version_of_a_report__report": report, "version_of_a_report__number__lt": seen + 2 - VERSIONS_KEPT}
    if erase(SealedItem.objects.filter(**old)):
        transaction.on_commit(checkpoint)


def _add_version(
    report: Report, seat: Seat, draft: Draft, *, number: int, now: datetime, step: str, brought_back: int = 0
) -> None:
    content = {"report": report.pk, "number": number, "seat": seat.pk, "at": now.isoformat()}
    content |= {"step": step, "brought_back": brought_back}
    Version.objects.create(report=report, number=number, item=seat.keys.seal(REPORT, content | draft.sealed))


def _set_aside(report: Report, seat: Seat, number: int) -> None:
    """Seal a version anew as an earlier one, which the search leaves out; one that does not open stays as it is."""
    version = Version.objects.select_related("item").filter(report=report, number=number).first()
    if version is None:
        return
    try:
        content = seat.keys.read(version.item, REPORT)
    except seal.Closed:
        return
    replaced, version.item = version.item, seat.keys.seal(EARLIER, content | {"text": ""})
    version.save(update_fields=["item"])
    replaced.delete()


def _take_back(report: Report) -> None:
    """Forget what was put forward; the row is held already."""
    said = SealedItem.objects.filter(forward_of_a_report=report).values_list("pk", flat=True)
    keys = list(said)
    Report.objects.filter(pk=report.pk).update(forward=None, forward_seat=None, forward_on=None)
    erase(SealedItem.objects.filter(pk__in=keys))


def _held(report: Report, **state: Any) -> Report | None:
    """The report's row, held until the transaction ends; None if it is not in this state."""
    return Report.objects.select_for_update(no_key=True).filter(pk=report.pk, **state).first()


def take_back(report: Report) -> None:
    """Put it forward no longer, by any member; a second call does nothing."""
    with transaction.atomic():
        if _held(report) is not None:
            _take_back(report)


@transaction.atomic
def put_forward(report: Report, forward: Forward, *, seat: Seat, seen: int, now: datetime) -> None:
    """The first of two yes: to publish, to correct or to withdraw what stands in version `seen`."""
    if _held(report, number=seen, forward=None) is None:
        raise ValidationError(OVERTAKEN, code="overtaken")
    report = Report.objects.select_related("struggle").get(pk=report.pk)
    _refuse_what_cannot_be(report, forward, draft_of(report, seat), today=now.date())
    content = {"report": report.pk, "number": seen, "seat": seat.pk, "at": now.isoformat()} | forward.sealed
    item = seat.keys.seal(FORWARD, content)
    Report.objects.filter(pk=report.pk).update(forward=item, forward_seat=seat, forward_on=now.date())


def draft_of(report: Report, seat: Seat) -> Draft:
    """What stands in the newest version; raises seal.Closed where it is not this report's."""
    version = Version.objects.select_related("item").get(report=report, number=report.number)
    content = seat.keys.read(version.item, REPORT)
    if (content["report"], content["number"]) != (report.pk, report.number):
        raise seal.Closed
    return unsealed(content)


def forward_of(report: Report, seat: Seat) -> Forward | None:
    """What was put forward of the newest version; None where nothing was."""
    if report.forward is None:
        return None
    content = seat.keys.read(report.forward, FORWARD)
    if (content["report"], content["number"]) != (report.pk, report.number):
        raise seal.Closed
    day = date.fromisoformat(content["publish_on"]) if content["publish_on"] else None
    return Forward(content["deed"], content["words"], day, content["why"])


def to_be_withdrawn(report: Report, seat: Seat) -> bool:
    """Whether what was put forward is to withdraw it; False for what cannot be opened."""
    try:
        said = forward_of(report, seat)
    except seal.Closed:
        return False
    return said is not None and said.deed == WITHDRAW


def _refuse_what_cannot_be(report: Report, forward: Forward, draft: Draft, *, today: date) -> None:
    public = report.struggle
    if forward.deed == WITHDRAW and (public is None or public.withdrawn_on):
        raise ValidationError(_("This is not published, or it was withdrawn already."))
    if forward.deed == RELEASE and not draft.sourced:
        raise ValidationError(UNSOURCED)
    if forward.deed == RELEASE and public is not None and not report.changed_since:
        raise ValidationError(_("Nothing was changed since it was published. Change it first."))
    if (public is not None or forward.deed == WITHDRAW) and not forward.words:
        raise ValidationError(_("Say in one sentence what you changed, or why you withdraw it. Everyone can read it."))
    if forward.publish_on and not today <= forward.publish_on <= today + LATEST:
        raise ValidationError(_("Choose today or a day within a year from now."))


@transaction.atomic
def release_report(report: Report, *, seat: Seat, seen: int, now: datetime) -> Struggle:
    """The second yes, by another member: what was put forward is done, once. The record in the chronicle."""
    if _held(report, number=seen, forward__isnull=False) is None:
        raise ValidationError(OVERTAKEN, code="overtaken")
    report = Report.objects.select_related("struggle", "forward").get(pk=report.pk)
    first, said = report.forward_seat_id, forward_of(report, seat)
    refuse_unless_second(first, seat.pk)
    assert said is not None
    assert first is not None
    draft = draft_of(report, seat)
    _refuse_what_cannot_be(report, Forward(said.deed, said.words), draft, today=now.date())
    _take_back(report)
    if said.deed == WITHDRAW:
        assert report.struggle is not None
        withdraw_struggle(report.struggle, why=said.words, today=now.date())
        return report.struggle
    struggle = _publish(report, draft, said, first=first, second=seat.pk, today=now.date())
    Report.objects.filter(pk=report.pk).update(struggle=struggle, released_number=seen)
    return struggle


def _publish(report: Report, draft: Draft, said: Forward, *, first: int, second: int, today: date) -> Struggle:
    seats = {"first": first, "second": second, "kept_back": draft.parts_kept_back}
    if report.struggle is not None:
        correct_record(report.struggle, draft.shown, words=said.words, **seats, today=today)
        return report.struggle
    return publish_record(draft.shown, group=report.group, **seats, on=day_of_it(draft, said, today), today=today)


def day_of_it(draft: Draft, said: Forward | None, today: date) -> date:
    """When a record released today becomes public: what may still go on a week later, unless `said` otherwise."""
    if said is not None and said.publish_on:
        return max(said.publish_on, today)
    return today + DELAY if draft.record.may_run(today) else today


@transaction.atomic
def stop_publication(report: Report) -> None:
    """Before its day: what two members released is only a draft again. By any member; a second call does nothing.

    Raises ValidationError where it is public already.
    """
    held = _held(report)
    if held is None:
        return
    _take_back(held)
    if held.struggle_id is None:
        return
    waits = Struggle.objects.select_for_update().filter(pk=held.struggle_id, published_on=None).first()
    if waits is None:
        raise ValidationError(PUBLISHED)
    Report.objects.filter(pk=held.pk).update(released_number=0)
    waits.delete()
    transaction.on_commit(checkpoint)


@transaction.atomic
def erase_report(report: Report) -> None:
    """Erase what was never published, with all versions, for everyone; a second call does nothing."""
    held = _held(report)
    if held is None:
        return
    if held.struggle_id is not None:
        raise ValidationError(PUBLISHED)
    _erase(Report.objects.filter(pk=report.pk))


def erase_all_of(group: UUID) -> None:
    """Erase everything on a group's desk, by the group's id; what is published stays."""
    _erase(Report.objects.filter(group=group))


def _erase(reports: Any) -> None:
    keys = list(reports.values_list("pk", flat=True))
    items = SealedItem.objects.filter(version_of_a_report__report__in=keys)
    erase(SealedItem.objects.filter(forward_of_a_report__in=keys))
    erase(items)
    Report.objects.filter(pk__in=keys).delete()
    transaction.on_commit(checkpoint)


def take_back_all_of(seat: int) -> None:
    """What somebody who left had put forward waits for nobody any more."""
    for report in Report.objects.filter(forward_seat=seat):
        take_back(report)
