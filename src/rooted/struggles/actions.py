"""What can be done to the chronicle. Nothing becomes public before two different members said yes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base import search
from rooted.groups.access import same_seat
from rooted.groups.models import Group
from rooted.records.record import Record
from rooted.struggles.exchange import Corrected
from rooted.struggles.meaning import forget_meaning
from rooted.struggles.meant import meant
from rooted.struggles.models import Correction, Struggle
from rooted.struggles.storing import FOUND_BY, SEARCH_KIND, Origin, document, rewrite_record, store_records

DELAY = timedelta(days=7)  # what still goes on is read a week later, unless the group says otherwise
AT_ONCE = 100  # records made public in one transaction


@transaction.atomic
def publish_record(
    record: Record,
    *,
    group: Group,
    first: int,
    second: int,
    kept_back: int = 0,
    on: date | None = None,
    today: date | None = None,
) -> Struggle:
    """Two different members release one record: from `on` (today if not given) anyone can read it.

    It gets its public id and the group's name as byline on that day. Withheld points are not written. `kept_back`: how
    much else was left out of `record` while the action runs.
    """
    day = today or timezone.localdate()
    refuse_unless_second(first, second)
    struggle = store_records([record], Origin(group, day, seat=first))[0]
    rows = Struggle.objects.filter(pk=struggle.pk)
    rows.update(cleared_seat=second, cleared_on=day, publish_on=on if on and on > day else day)
    rows.update(withheld=F("withheld") + kept_back)
    make_public(rows, day)
    struggle.refresh_from_db()
    return struggle


@transaction.atomic
def make_public(cleared: "QuerySet[Struggle, Struggle]", day: date) -> int:
    """Publish those of `cleared` whose day has come, at most 100 of them; answers how many. Again does the rest."""
    waiting = cleared.filter(cleared_on__isnull=False, published_on=None, withdrawn_on=None)
    due = list(waiting.filter(publish_on__lte=day).select_related("group")[:AT_ONCE])
    for struggle in due:
        struggle.public_id = struggle.public_id or uuid4()
        struggle.published_on, struggle.byline = day, struggle.group.name
    Struggle.objects.bulk_update(due, ["public_id", "published_on", "byline"])
    make_findable(Struggle.objects.public().filter(pk__in=[struggle.pk for struggle in due]))
    return len(due)


@transaction.atomic
def correct_record(
    struggle: Struggle,
    record: Record,
    *,
    words: str,
    first: int,
    second: int,
    kept_back: int = 0,
    today: date | None = None,
) -> None:
    """Two members let a published record say something else, and say in the open what was changed."""
    day = today or timezone.localdate()
    refuse_unless_second(first, second)
    standing = Struggle.objects.filter(pk=struggle.pk, cleared_on__isnull=False, withdrawn_on=None)
    if not standing.update(corrected_on=day, first_seat=first, cleared_seat=second):
        raise ValidationError(_("This record is not published, or it was withdrawn already."))
    rewrite_record(struggle, record)
    Struggle.objects.filter(pk=struggle.pk).update(withheld=F("withheld") + kept_back)
    forget_meaning([struggle.pk])
    order = struggle.corrections.count()
    Correction.objects.create(struggle=struggle, order=order, made_on=day, words=words)
    make_findable(Struggle.objects.public().filter(pk=struggle.pk))
    struggle.refresh_from_db()


@transaction.atomic
def take_over_correction(
    struggle: Struggle,
    record: Record,
    corrections: Sequence[Corrected],
    *,
    first: int,
    second: int,
    today: date | None = None,
) -> None:
    """Two members let a copy say what its authors say now, with all they corrected; its page and byline stay."""
    refuse_unless_second(first, second)
    day = today or timezone.localdate()
    Struggle.objects.filter(pk=struggle.pk, published_on__isnull=False).update(corrected_on=day)
    struggle.refresh_from_db()
    rewrite_record(struggle, record)
    forget_meaning([struggle.pk])
    struggle.corrections.exclude(origin="").delete()
    take_over_corrections([(struggle, corrections)])
    make_findable(Struggle.objects.public().filter(pk=struggle.pk))


def take_over_corrections(told: Iterable[tuple[Struggle, Sequence[Corrected]]]) -> None:
    """Write down what the authors of these copies corrected before they came here."""
    Correction.objects.bulk_create(
        Correction(struggle=struggle, order=order, made_on=one.made_on, words=one.words, origin=one.origin)
        for struggle, corrections in told
        for order, one in enumerate(corrections)
    )


@transaction.atomic
def withdraw_struggle(
    struggle: Struggle, *, why: str = "", there_on: date | None = None, today: date | None = None
) -> None:
    """Take a published record back in the open: its page stays and says since when, and why, it no longer stands.

    `there_on`: of a copy, the day on which its authors withdrew it. One that is not published yet never will be.
    """
    standing = Struggle.objects.filter(pk=struggle.pk, withdrawn_on=None)
    if there_on is None:
        standing = standing.filter(cleared_on__isnull=False)
    gone = {"withdrawn_on": today or timezone.localdate(), "withdrawn_why": why, "withdrawn_there_on": there_on}
    if not standing.update(**gone):
        raise ValidationError(_("This record is not published, or it was withdrawn already."))
    search.drop(SEARCH_KIND, struggle.pk)
    struggle.refresh_from_db()


@transaction.atomic
def withdraw_some(struggles: "QuerySet[Struggle, Struggle]", *, why: str = "", today: date | None = None) -> int:
    """The same for several published records at once; answers how many stood."""
    standing = struggles.filter(cleared_on__isnull=False, withdrawn_on=None)
    keys = list(standing.values_list("pk", flat=True))
    Struggle.objects.filter(pk__in=keys).update(withdrawn_on=today or timezone.localdate(), withdrawn_why=why)
    if keys:
        search.drop(SEARCH_KIND, *keys)
    return len(keys)


@transaction.atomic
def hide_struggle(struggle: Struggle, *, today: date | None = None) -> None:
    """Take a record out of sight for whoever runs the server; a second call does nothing."""
    if Struggle.objects.filter(pk=struggle.pk, hidden_on=None).update(hidden_on=today or timezone.localdate()):
        search.drop(SEARCH_KIND, struggle.pk)
    struggle.refresh_from_db()


@transaction.atomic
def show_struggle(struggle: Struggle) -> None:
    """Let strangers see and find a hidden record again; a second call does nothing."""
    if Struggle.objects.filter(pk=struggle.pk).exclude(hidden_on=None).update(hidden_on=None):
        make_findable(Struggle.objects.public().filter(pk=struggle.pk))
    struggle.refresh_from_db()


@transaction.atomic
def merge_struggles(struggle: Struggle, *, into: Struggle, today: date | None = None) -> None:
    """Two records of one struggle: `struggle` is no longer listed, its page leads to `into`. Nothing is copied.

    Refuses what is merged already, so that no chain or circle comes about; what was merged into it goes along.
    """
    held = {row.pk: row for row in Struggle.objects.select_for_update().filter(pk__in=[struggle.pk, into.pk])}
    if len(held) < 2:
        raise ValidationError(_("These are one record already."))
    if any(row.merged_into_id for row in held.values()):
        raise ValidationError(_("One of them was merged meanwhile. Look at both again."))
    day = today or timezone.localdate()
    Struggle.objects.filter(merged_into=struggle.pk).update(merged_into=into.pk)
    Struggle.objects.filter(pk=struggle.pk).update(merged_into=into.pk, merged_on=day)
    search.drop(SEARCH_KIND, struggle.pk)
    struggle.refresh_from_db()


@transaction.atomic
def part_struggle(struggle: Struggle) -> None:
    """Let a merged record stand for itself again; a second call does nothing."""
    if Struggle.objects.filter(pk=struggle.pk).exclude(merged_into=None).update(merged_into=None, merged_on=None):
        make_findable(Struggle.objects.public().filter(pk=struggle.pk))
    struggle.refresh_from_db()


def refuse_unless_second(first: int | None, second: int) -> None:
    """Two different members release: raises ValidationError unless `second` is another than `first`."""
    if first is None:
        raise ValidationError(_("Nobody has put this forward yet. Read it, then put it forward."))
    if same_seat(first, second):
        raise ValidationError(_("You put this forward yourself. Ask another member to read and publish it."))


def make_findable(struggles: "QuerySet[Struggle, Struggle]") -> None:
    """Let public records be found by words."""
    rows = struggles.prefetch_related(*FOUND_BY)
    search.put_many(SEARCH_KIND, (document(struggle) for struggle in rows))


MOST_FOUND = 1_000  # a common word stands in every record: a stranger must not be able to ask for all of them


def found_by_words(words: str) -> list[UUID]:
    """Ids of the public records that have all of `words`, at most 1,000: those with them in the title, then newest.

    They have a word also where it means one of their codes, in any language.
    """
    return [UUID(key) for key in search.matching(SEARCH_KIND, words, limit=MOST_FOUND, meant=meant)]
