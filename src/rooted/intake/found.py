"""Where a search in the group leads: to the letter a message or note belongs to."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.intake.models import Thread
from rooted.intake.reading import topic
from rooted.intake.sealed import ANSWER, LETTER, NOTE, QUESTION, RENDERING, SPOKEN

TITLES = {
    LETTER.name: topic,
    QUESTION.name: topic,
    SPOKEN.name: topic,
    ANSWER.name: lambda content: _("An answer"),
    NOTE.name: lambda content: _("A note"),
    RENDERING.name: lambda content: _("An interpreter’s text"),
}


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are letters, answers and notes; one query."""
    ours = [match for match in matches if match.item.kind in TITLES]
    ids = [match.item.pk for match in ours]
    rows = Thread.objects.of(seat.group).filter(Q(messages__item__in=ids) | Q(notes__item__in=ids))
    thread_of: dict[int, int] = {}
    for thread, message_item, note_item in rows.values_list("pk", "messages__item", "notes__item"):
        thread_of |= {item: thread for item in (message_item, note_item) if item in ids}
    return [
        Hit(
            title=str(TITLES[match.item.kind](match.content)),
            url=reverse("intake:letter-detail", args=[seat.group.address, thread_of[match.item.pk]]),
            day=match.item.day,
            text=match.text,
        )
        for match in ours
        if match.item.pk in thread_of
    ]
