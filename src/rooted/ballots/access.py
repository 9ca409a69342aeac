"""Who may vote: the electors of a question. All members of its group see everything else alike."""

from collections.abc import Iterable

from rooted.ballots.models import Question
from rooted.ballots.reading import Given
from rooted.groups.models import Seat


def not_yet_voted(given: Iterable[Given]) -> int:
    """How many electors have no vote that stands: what one member entered alone, before another confirms it, is none.

    Who they are stands on no page.
    """
    return sum(not one.stands for one in given)


def begun_without(question: Question, seat: Seat) -> bool:
    """Whether others than this seat voted, a sitting counted, or somebody typed the number for lots. Two queries."""
    voted = question.electors.exclude(item=None).exclude(seat=seat.pk).exists()
    return voted or question.number_id is not None or question.sittings.exclude(count=None).exists()
