"""What burns with a proposal: the minutes of the assembly it was put to, unless its opening left them out."""

from datetime import date

from rooted.assembly.burning import burn_minutes, let_minutes_burn
from rooted.proposals.models import Proposal


def let_its_minutes_burn(pk: int, day: date | None = None) -> None:
    """The minutes burn on `day`, or on the day on which the proposal of this id does, once its vote was opened."""
    row = _with_minutes(pk)
    day = day or (row.burns_on if row else None)
    if row is not None and row.assembly_id is not None and day is not None:
        let_minutes_burn(row.assembly_id, day)


def burn_its_minutes(pk: int, today: date) -> None:
    """The proposal of this id burns now, and its minutes do; a second call does nothing."""
    row = _with_minutes(pk)
    if row is not None and row.assembly_id is not None:
        let_minutes_burn(row.assembly_id, today)
        burn_minutes(row.assembly_id, today)


def _with_minutes(pk: int) -> Proposal | None:
    return Proposal.objects.filter(pk=pk, minutes_stay=False).exclude(assembly=None).exclude(opened_on=None).first()
