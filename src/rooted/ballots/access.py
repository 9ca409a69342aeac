"""What a seat may see: every question of its group, all members alike. Who may vote: the electors."""

from rooted.ballots.models import Elector, Question, QuestionQuerySet
from rooted.groups.models import Seat


def questions_of(seat: Seat) -> QuestionQuerySet:
    """The questions of the seat's group, with what opening them needs."""
    return Question.objects.of(seat.group).select_related("item", "result")


def is_elector(question: Question, seat: Seat) -> bool:
    """Whether this seat may vote on it."""
    return Elector.objects.filter(question=question, seat=seat).exists()


def not_yet_voted(question: Question) -> int:
    """How many electors have no vote yet. Who they are stands nowhere but on the page of votes."""
    return Elector.objects.filter(question=question, item=None).count()
