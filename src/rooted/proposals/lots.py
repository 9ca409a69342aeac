"""How far a drawing of lots is: who typed the number, and whether they typed the same."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rooted.ballots.models import Question
from rooted.ballots.reading import typed_numbers
from rooted.base.language import isolated
from rooted.groups.models import Seat
from rooted.proposals.access import name_in


@dataclass(frozen=True)
class Lots:
    """What was typed as the number for the lots. `names`: of those who typed; `typed`: (name, number) of each, shown
    only once they differ. `mine`: this member is one of them.
    """

    names: list[str] = field(default_factory=list)
    typed: list[tuple[str, str]] = field(default_factory=list)
    mine: bool = False

    @property
    def said(self) -> str:
        """One sentence: nothing typed, one waits for a second, or they differ."""
        if self.typed:
            return _("The numbers that were typed differ. Nothing was drawn.")
        if not self.names:
            return _("Nobody has typed the number yet. Two members type it.")
        if self.mine:
            return _("You typed the number. Now another member types it.")
        return _("%(name)s typed the number. Now a second member types it.") % {"name": isolated(self.names[0])}


def lots_of(seat: Seat, question: Question, names: dict[int, str]) -> Lots:
    """How far a drawing of lots is; the question comes with its `number`."""
    rows = [(name_in(names, one.by), one.number, one.by) for one in typed_numbers(question, seat)]
    typed = [(name, number) for name, number, _by in rows] if len(rows) > 1 else []
    return Lots([name for name, _number, _by in rows], typed, any(by == seat.pk for _name, _number, by in rows))
