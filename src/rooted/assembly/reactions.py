"""What happens when a group ends, and when minutes are erased."""

from rooted.assembly.calling import erase_meetings_of, let_go_of_minutes
from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.notes.events import NoteErased


@reacts_to(GroupClosed)
def forget_closed_group(fact: GroupClosed) -> None:
    """Nothing of a closed group stays."""
    erase_meetings_of(fact.group)


@reacts_to(NoteErased)
def have_no_minutes(fact: NoteErased) -> None:
    """Its sitting has none from now on."""
    let_go_of_minutes(fact.note)
