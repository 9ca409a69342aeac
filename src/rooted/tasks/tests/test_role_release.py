"""tasks:role-release, handing a role back."""

from rooted.tasks.models import Holding
from rooted.tasks.tests import make


def test_whoever_hands_it_back_holds_it_no_longer_and_the_other_still_does(ana, bo):
    role = make.role(ana)
    for member in (ana, bo):
        make.holding(member, role)
    answers = [make.post(ana, "role-release", role.pk).status_code for _ in range(2)]
    assert (answers, [held.seat_id for held in Holding.objects.all()]) == ([302, 302], [bo.seat.pk])


def test_looking_hands_nothing_back(ana):
    role = make.role(ana)
    make.holding(ana, role)
    ana.client.get(make.at("role-release", ana, role.pk))
    assert Holding.objects.count() == 1
