"""Threads as members see them on a page: what a letter is about, who has it, how much time is left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rooted.base.templatetags.parts import language_name, written
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.intake.conversation import Said, read_by_member, read_notes
from rooted.intake.models import Message, Thread


@dataclass(frozen=True)
class Row:
    """One letter in the list. `clock` is empty when nothing waits."""

    thread: Thread
    topic: str
    who: str
    came: str
    clock: str


@dataclass(frozen=True)
class Shown:
    """One message or note with the name of its writer."""

    said: Said
    who: str


TOPICS = {
    "": gettext_lazy("A letter"),
    "join": gettext_lazy("A letter from someone who wants to join or start a group"),
    "start": gettext_lazy("A letter from people who want to start a group"),
    "trouble": gettext_lazy("A letter about trouble with a boss, a landlord or an office"),
    "work": gettext_lazy("A letter about a workplace"),
    "news": gettext_lazy("A letter with news of a struggle"),
}


def topic(content: dict[str, Any]) -> str:
    """What a letter is about."""
    return str(TOPICS.get(content.get("brings", ""), TOPICS[""]))


def due(said: Said) -> datetime:
    """When the group promised to have answered."""
    return said.at + timedelta(hours=said.content.get("promised", 0))


def clock(said: Said, now: datetime) -> str:
    """ "7 hours left of 48", or how late it is. Whole hours, rounded down."""
    promised = said.content.get("promised", 0)
    left = int((due(said) - now).total_seconds() // 3600)
    if left >= 0:
        text = ngettext("%(left)d hour left of %(promised)d", "%(left)d hours left of %(promised)d", left)
        return text % {"left": left, "promised": promised}
    late = int((now - due(said)).total_seconds() // 3600)
    return ngettext("%(late)d hour late", "%(late)d hours late", late) % {"late": late}


def who_has(thread: Thread, seat: Seat, names: dict[int, str]) -> str:
    """One sentence: nobody, you, or a member by name."""
    if thread.taken_by_id is None:
        return _("Nobody has it yet.")
    if thread.taken_by_id == seat.pk:
        return _("You have it.")
    return _("%(name)s has it.") % {"name": name_in(names, thread.taken_by_id)}


def name_in(names: dict[int, str], seat_id: int | None) -> str:
    """The name of a seat, or that it is nobody's any more."""
    return names.get(seat_id or 0) or _("a former member")


def came(said: Said) -> str:
    """One sentence: when it came, and in which language the page was read."""
    at = timezone.localtime(said.at)
    return _("It came on %(day)s at %(time)s. The page was in: %(language)s.") % {
        "day": written(at, pgettext("a day without its year, in letters of Django's date filter", "D j M")),
        "time": date_format(at, "H:i"),
        "language": language_name(said.content.get("language", "")),
    }


def letter_rows(seat: Seat, threads: Iterable[Thread]) -> list[Row]:
    """Rows for the list, in the order of `threads`; three queries however many."""
    letters = defaultdict(list)
    found = Message.objects.filter(thread__in=[thread.pk for thread in threads], from_stranger=True)
    for message in found.select_related("item"):
        letters[message.thread_id].append(message)
    names, now = seat_names(seat), timezone.now()
    return [_row(thread, read_by_member(letters[thread.pk], seat.keys), seat, names, now) for thread in threads]


def _row(thread: Thread, said: list[Said], seat: Seat, names: dict[int, str], now: datetime) -> Row:
    waiting = next((one for one in said if one.waits), None)
    return Row(
        thread=thread,
        topic=topic(said[0].content if said else {}),
        who=who_has(thread, seat, names),
        came=came(said[0]) if said else "",
        clock=clock(waiting, now) if waiting and thread.closed_on is None else "",
    )


def read_all(seat: Seat, thread: Thread) -> list[Said]:
    """Everything said in `thread`, in its order."""
    return read_by_member(thread.messages.select_related("item"), seat.keys)


def thread_page(seat: Seat, thread: Thread) -> dict[str, Any]:
    """All that the page of one letter shows."""
    said, names = read_all(seat, thread), seat_names(seat)
    notes = read_notes(thread.notes.select_related("item"), seat.keys)
    waiting = next((one for one in said if one.waits), None)
    return {
        "seat": seat,
        "thread": thread,
        "topic": topic(said[0].content if said else {}),
        "first": said[0] if said else None,
        "came": came(said[0]) if said else "",
        "clock": clock(waiting, timezone.now()) if waiting else "",
        "who": who_has(thread, seat, names),
        "messages": [Shown(one, name_in(names, one.content.get("seat"))) for one in said],
        "notes": [Shown(one, name_in(names, one.content.get("seat"))) for one in notes],
    }


def was_sent(seat: Seat, thread: Thread, text: str) -> bool:
    """Whether the last word is this seat's very answer: the form was sent twice."""
    said = read_all(seat, thread)
    last = said[-1].content if said else {}
    return last.get("seat") == seat.pk and last.get("text") == text


def overtaken_by(seat: Seat, thread: Thread) -> str:
    """One sentence: why an answer was not sent, and what to do."""
    said = read_all(seat, thread)
    if thread.closed_on is not None:
        return _("This letter is closed. Nothing was sent. Open it again, then send.")
    if not said or said[-1].from_stranger:
        return _("A further letter came while you wrote. Read it, then send again if you still want to.")
    writer = said[-1].content.get("seat")
    if writer == seat.pk:
        return _("You answered already, perhaps on another page. Read it, then send again if you still want to.")
    name = name_in(seat_names(seat), writer)
    return _("%(name)s answered while you wrote. Read it, then send again if you still want to.") % {"name": name}
