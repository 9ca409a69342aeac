"""Who may vote: the electors of a question. All members of its group see everything else alike."""

from collections.abc import Iterable

from rooted.ballots.models import Question
from rooted.ballots.reading import Given, typed_numbers
from rooted.groups.models import Seat


def not_yet_voted(given: Iterable[Given]) -> int:
    """How many electors have no vote that stands: what one member entered alone, before another confirms it, is none.

    Who they are is said nowhere but where somebody enters a vote for another.
    """
    return sum(not one.stands for one in given)


def begun_without(question: Question, seat: Seat) -> bool:
    """Whether others than this seat voted or typed the number for lots, or a sitting has ever counted."""
    voted = question.electors.exclude(item=None).exclude(seat=seat.pk).exists()
    typed = any(one.by != seat.pk for one in typed_numbers(question, seat))
    return voted or typed or question.sittings.exclude(count=None, earlier=None).exists()
