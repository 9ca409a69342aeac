"""tasks:hand-over-printed, it is on paper."""

from rooted.tasks import handover
from rooted.tasks.models import HandOver
from rooted.tasks.tests import make


def test_the_board_is_quiet_afterwards(ana):
    handover.want_monthly(ana.group, today=make.in_days(-40))
    before = handover.due_since(ana.group, today=make.today())
    make.post(ana, "hand-over-printed")
    assert (before, handover.due_since(ana.group, today=make.today())) == (make.today().replace(day=1), None)


def test_looking_says_nothing(ana):
    ana.client.get(make.at("hand-over-printed", ana))
    assert HandOver.objects.count() == 0
