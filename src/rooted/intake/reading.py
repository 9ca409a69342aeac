"""Threads as members see them on a page: what a letter is about, who has it, how much time is left."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rooted.base.templatetags.parts import language_name, written
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.intake.conversation import Said, read_by_member, read_notes
from rooted.intake.danger import read_danger
from rooted.intake.danger import sentences as danger_sentences
from rooted.intake.models import Message, Thread
from rooted.intake.outcomes import OUTCOMES, read_outcome

FIRST_WORDS = 60  # characters


@dataclass(frozen=True)
class Row:
    """One letter in the list. `clock` is empty when nothing waits; `danger` when nothing is marked."""

    thread: Thread
    topic: str
    words: str
    language: str
    danger: list[str]
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
    "join": gettext_lazy("A letter from someone who wants to join a group"),
    "start": gettext_lazy("A letter from people who want to start a group"),
    "trouble": gettext_lazy("A letter about trouble with a boss, a landlord or an office"),
    "work": gettext_lazy("A letter about a workplace"),
    "news": gettext_lazy("A letter with news of a struggle"),
}


def topic(content: dict[str, Any]) -> str:
    """What a letter is about."""
    if "about" in content:
        return _("A question about: %(title)s") % {"title": content["about"]}
    return str(TOPICS.get(content.get("brings", ""), TOPICS[""]))


def first_words(text: str) -> str:
    """The beginning of a letter, at most 60 characters: so that letters about one thing can be told apart."""
    line = " ".join(text.split())
    return line if len(line) <= FIRST_WORDS else f"{line[: FIRST_WORDS - 1].rsplit(' ', 1)[0]}…"


def due(said: Said, released_on: date | None = None) -> datetime:
    """When the group promised to have answered; after a flood, counted from the end of the day it was let in."""
    start = said.at
    if released_on is not None:
        start = max(start, datetime.combine(released_on + timedelta(days=1), time(), UTC))
    return start + timedelta(hours=said.content.get("promised", 0))


def is_late(said: Iterable[Said], thread: Thread, now: datetime) -> bool:
    """Whether a letter of this thread waits longer than was promised; while it is held back nothing is promised."""
    return thread.held_on is None and any(one.waits and due(one, thread.released_on) < now for one in said)


def clock(said: Said, now: datetime, released_on: date | None = None) -> str:
    """ "7 hours left of 48", or how late it is. Whole hours, rounded down."""
    promised, end = said.content.get("promised", 0), due(said, released_on)
    left = min(promised, int((end - now).total_seconds() // 3600))
    if left >= 0:
        text = ngettext("%(left)d hour left of %(promised)d", "%(left)d hours left of %(promised)d", left)
        return text % {"left": left, "promised": promised}
    late = int((now - end).total_seconds() // 3600)
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


CAME = {
    "": gettext_lazy("It came on %(day)s at %(time)s. The page was in: %(language)s."),
    "phone": gettext_lazy("It was said on the phone on %(day)s at %(time)s. They speak: %(language)s."),
    "door": gettext_lazy("It was said at the door on %(day)s at %(time)s. They speak: %(language)s."),
}


def came(said: Said) -> str:
    """One sentence: when it came, and in which language the page was read."""
    at = timezone.localtime(said.at)
    return str(CAME[said.content.get("how", "")]) % {
        "day": written(at, pgettext("a day without its year, in letters of Django's date filter", "D j M")),
        "time": f"{at:%H:%M}",
        "language": language_name(said.content.get("language", "")),
    }


def letter_rows(seat: Seat, threads: Iterable[Thread]) -> list[Row]:
    """Rows for the list, in the order of `threads`, which come with their `danger`; three queries however many."""
    letters = defaultdict(list)
    found = Message.objects.filter(thread__in=[thread.pk for thread in threads], from_stranger=True)
    for message in found.select_related("item"):
        letters[message.thread_id].append(message)
    names, now = seat_names(seat), timezone.now()
    return [_row(thread, read_by_member(letters[thread.pk], seat.keys), seat, names, now) for thread in threads]


def _row(thread: Thread, said: list[Said], seat: Seat, names: dict[int, str], now: datetime) -> Row:
    waiting, first = next((one for one in said if one.waits), None), said[0].content if said else {}
    shown = waiting is not None and thread.closed_on is None and thread.held_on is None
    return Row(
        thread=thread,
        topic=topic(first),
        words=first_words(first.get("text", "")),
        language=language_name(first.get("language", "")),
        danger=danger_sentences(read_danger(seat, thread)),
        who=who_has(thread, seat, names),
        came=came(said[0]) if said else "",
        clock=clock(waiting, now, thread.released_on) if waiting and shown else "",
    )


def read_all(seat: Seat, thread: Thread) -> list[Said]:
    """Everything said in `thread`, in its order."""
    return read_by_member(thread.messages.select_related("item"), seat.keys)


def thread_page(seat: Seat, thread: Thread) -> dict[str, Any]:
    """All that the page of one letter shows. `thread` comes with its `danger` and `outcome`."""
    said, names = read_all(seat, thread), seat_names(seat)
    notes = read_notes(thread.notes.select_related("item"), seat.keys)
    waiting, outcome = next((one for one in said if one.waits), None), read_outcome(seat, thread)
    first = said[0].content if said else {}
    return {
        "seat": seat,
        "thread": thread,
        "topic": topic(first),
        "first": said[0] if said else None,
        "brings": first.get("brings", ""),
        "language": first.get("language", ""),
        "danger": danger_sentences(read_danger(seat, thread)),
        "outcome": OUTCOMES.get(outcome["outcome"], "") if outcome else "",
        "outcomes": OUTCOMES.items(),
        "came": came(said[0]) if said else "",
        "taken_down_by": name_in(names, first["seat"]) if "seat" in first else "",
        "clock": clock(waiting, timezone.now(), thread.released_on) if waiting and not thread.held_on else "",
        "who": who_has(thread, seat, names),
        "messages": [Shown(one, name_in(names, one.content.get("seat"))) for one in said],
        "notes": [Shown(one, _note_writer(names, one)) for one in notes],
    }


def _note_writer(names: dict[int, str], note: Said) -> str:
    return name_in(names, note.content["seat"]) if "seat" in note.content else _("An interpreter")


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
