"""Who may vote: the electors of a question. All members of its group see everything else alike."""

from rooted.ballots.models import Elector, Question


def not_yet_voted(question: Question) -> int:
    """How many electors have no vote yet. Who they are stands nowhere but on the page of votes."""
    return Elector.objects.filter(question=question, item=None).count()
