"""Letters on the notice board: what waits, with the time left of what the group promised."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db.models import Exists
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base.board import Line, Part, Step
from rooted.groups.access import seat_names
from rooted.groups.glance import GROUP, Question, asks, glance
from rooted.groups.models import Group, Seat
from rooted.intake.access import waiting_letters
from rooted.intake.conversation import Said, read_by_member
from rooted.intake.models import Message, Thread
from rooted.intake.reading import came, clock, who_has
from rooted.intake.reading import due as promised_until

MOST = 20  # lines on a board; the list has them all


@asks
def questions() -> Mapping[str, Question]:
    threads = Thread.objects.of(GROUP)
    return {
        "letters.waiting": threads.open().with_waiting().filter(waiting=True),
        "letters.held": threads.held(),
        "letters.answered": Exists(Message.objects.filter(thread__group=GROUP, from_stranger=False)),
    }


def lines(seat: Seat) -> list[Line]:
    """One line for each letter without an answer, the longest waiting first."""
    if not glance(seat)["letters.waiting"]:
        return []
    now = timezone.now()
    waiting = _longest_waiting(list(waiting_letters(seat)[: MOST * 5]), seat)
    names = seat_names(seat)
    return [_line(seat, thread, said, names, now) for thread, said in waiting[:MOST]]


def parts(seat: Seat) -> list[Part]:
    """The letters, and how many wait."""
    count, held = glance(seat)["letters.waiting"], glance(seat)["letters.held"]
    address = [seat.group.address]
    letters = Part(name=_("Letters"), url=reverse("intake:letter-list", args=address), count=count, rank=10)
    flood = Part(name=_("Letters held back"), url=reverse("intake:held-list", args=address), count=held, rank=11)
    return [letters, flood] if held else [letters]


def due(group: Group) -> list[date]:
    """The days from today on by which a letter should be answered; told from days in clear, without any key."""
    today, days = timezone.now().date(), timedelta(hours=group.promised_hours).days or 1
    waiting = Message.objects.waiting().filter(
        thread__group=group, thread__closed_on=None, thread__held_on=None, thread__expires_on__gt=today
    )
    began = waiting.values_list("item__day", "thread__released_on")
    return sorted({max(today, max(day, released or day) + timedelta(days=days)) for day, released in began})


def steps(seat: Seat) -> list[Step]:
    """The first letter answered."""
    return [
        Step(
            title=_("Answer your first letter"),
            text=_("Anyone can drop you a line from your page. Answer in the time you promised."),
            url=reverse("intake:letter-list", args=[seat.group.address]),
            action=_("See the letters"),
            rank=40,
            done=bool(glance(seat)["letters.answered"]),
        )
    ]


def _longest_waiting(messages: list[Message], seat: Seat) -> list[tuple[Thread, Said]]:
    first: dict[int, tuple[Thread, Said]] = {}
    for message in messages:
        (said,) = read_by_member([message], seat.keys)
        known = first.get(message.thread_id)
        if known is None or said.at < known[1].at:
            first[message.thread_id] = (message.thread, said)
    return sorted(first.values(), key=lambda pair: promised_until(pair[1], pair[0].released_on))


TITLES = {
    "": gettext_lazy("Answer a further letter"),
    "join": gettext_lazy("Answer a letter: someone wants to join a group"),
    "start": gettext_lazy("Answer a letter: people want to start a group"),
    "trouble": gettext_lazy("Answer a letter about trouble with a boss, a landlord or an office"),
    "work": gettext_lazy("Answer a letter about a workplace"),
    "news": gettext_lazy("Answer a letter with news of a struggle"),
}


def title(content: dict) -> str:
    """What the letter is about, as the thing to be done."""
    return str(TITLES.get(content.get("brings", ""), TITLES[""]))


def _line(seat: Seat, thread: Thread, said: Said, names: dict[int, str], now: datetime) -> Line:
    mine, nobody = thread.taken_by_id == seat.pk, thread.taken_by_id is None
    until = promised_until(said, thread.released_on)
    left = until - now
    return Line(
        title=title(said.content),
        url=reverse("intake:letter-take" if nobody else "intake:letter-detail", args=[seat.group.address, thread.pk]),
        action=_("Take this on") if nobody else _("Answer") if mine else _("Open"),
        when=timezone.localtime(until).date(),
        urgent=clock(said, now, thread.released_on),
        who=f"{who_has(thread, seat, names)} {came(said)}",
        nobody=nobody,
        rank=max(0, min(99, int(left.total_seconds() // 3600))),
    )
