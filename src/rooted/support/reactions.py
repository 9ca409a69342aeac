"""What happens here when a letter is erased or a group closes.

When somebody leaves a group nothing has to be written: the group's circle has a newer epoch then, and whoever writes
next between two groups sees it (pairings.py).
"""

from django.utils import timezone

from rooted.base.events import reacts_to
from rooted.groups.events import GroupClosed
from rooted.intake.events import ThreadErased
from rooted.support.actions import erase_wish
from rooted.support.models import HelpEntry, Host
from rooted.support.pairings import end_all


@reacts_to(ThreadErased)
def erase_what_stood_beside(fact: ThreadErased) -> None:
    """The town, the introductions and an unused founding link go with the letter."""
    erase_wish(fact.thread)


@reacts_to(GroupClosed)
def leave_the_others(fact: GroupClosed) -> None:
    """A closed group hosts nobody, helps nobody and stands by nobody."""
    Host.objects.filter(group=fact.group).delete()
    HelpEntry.objects.filter(group=fact.group).delete()
    end_all(fact.group, today=timezone.now().date())
