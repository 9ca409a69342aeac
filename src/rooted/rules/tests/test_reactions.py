"""What happens when a group ends."""

from rooted.groups.events import GroupClosed
from rooted.rules.models import GroupRules
from rooted.rules.reactions import forget_closed_group
from rooted.rules.tests import make


def test_of_a_closed_group_nothing_stays(ana, cem):
    make.bound(ana)
    make.bound(cem)
    forget_closed_group(GroupClosed(group=ana.group.pk))
    assert [row.group for row in GroupRules.objects.all()] == [cem.group]
