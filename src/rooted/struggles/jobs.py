"""Work of the chronicle that waits for its day."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from rooted.base.jobs import enqueue, job
from rooted.struggles import meaning
from rooted.struggles.actions import AT_ONCE, make_findable, make_public
from rooted.struggles.models import Struggle


@job("struggles-publish", every=timedelta(hours=6))
def publish_due(now: datetime) -> None:
    """Publish what two members released for today; come back at once while there is more."""
    due = Struggle.objects.filter(published_on=None, publish_on__isnull=False, hidden_on=None)
    if make_public(due, timezone.localdate(now)) == AT_ONCE:
        enqueue("struggles-publish")


@job("struggles-meaning", every=timedelta(hours=1), outside=True)
def understand_records() -> None:
    """Where the extra is installed: encode what was published meanwhile; come back at once while there is more."""
    if meaning.installed() and meaning.understand_some():
        enqueue("struggles-meaning")


@job("struggles-findable")
def find_anew(after: str | None = None) -> None:
    """Let search know again what it knows of every public record, 100 at a time: after what it knows has changed."""
    rows = Struggle.objects.public().order_by("pk")
    keys = list((rows.filter(pk__gt=UUID(after)) if after else rows).values_list("pk", flat=True)[:AT_ONCE])
    make_findable(Struggle.objects.filter(pk__in=keys))
    if len(keys) == AT_ONCE:
        enqueue("struggles-findable", after=keys[-1])
