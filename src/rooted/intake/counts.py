"""The counts as a page shows them: each month with its numbers, largest first, by outcome, by what it was about, by
language. Open letters without an answer yet are counted while they exist."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base.templatetags.parts import language_name
from rooted.groups.models import Seat
from rooted.intake.models import Thread
from rooted.intake.outcomes import OUTCOMES, months

ABOUT = {
    "join": gettext_lazy("Want to join"),
    "start": gettext_lazy("Want to start a group"),
    "trouble": gettext_lazy("Trouble with a boss, a landlord or an office"),
    "work": gettext_lazy("About a workplace"),
    "news": gettext_lazy("News of a struggle"),
    "ask": gettext_lazy("A question about a record"),
}


@dataclass(frozen=True)
class Month:
    """The letters that came in one month."""

    first: date
    all: int
    waiting: int
    tables: list[tuple[str, list[tuple[str, int]]]]


def months_page(seat: Seat) -> list[Month]:
    """Every month in which a letter was counted or still waits, the newest first; two queries."""
    counted, waiting = dict(months(seat)), Counter(_waiting(seat))
    firsts = sorted({*counted, *waiting}, reverse=True)
    return [_month(first, counted.get(first, Counter()), waiting[first]) for first in firsts]


def _waiting(seat: Seat) -> Iterable[date]:
    days = Thread.objects.of(seat.group).open().filter(outcome=None).values_list("arrived_on", flat=True)
    return (day.replace(day=1) for day in days)


def _month(first: date, counts: Counter[tuple[str, str, str]], waiting: int) -> Month:
    outcomes: Counter[str] = Counter()
    about: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for (outcome, brings, language), number in counts.items():
        outcomes[str(OUTCOMES.get(outcome, OUTCOMES["other"]))] += number
        about[str(ABOUT.get(brings, _("Something else")))] += number
        languages[language_name(language) or _("Not known")] += number
    titled = [(_("How they ended"), outcomes), (_("What they were about"), about), (_("Languages"), languages)]
    tables = [(title, counter.most_common()) for title, counter in titled if counter]
    return Month(first, sum(counts.values()) + waiting, waiting, tables)
