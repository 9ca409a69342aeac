"""Back to one voucher: two members have to want it."""

from rooted.groups.board import lines
from rooted.groups.models import Group
from rooted.groups.tests.make import at, member


def needs_two():
    return Group.objects.get().two_vouchers_on is not None


def test_one_proposes_and_another_agrees(ana, bo):
    ana.client.post(at("groups:vouchers", ana))
    for _time in range(2):
        ana.client.post(at("groups:vouchers-end", ana))
    assert needs_two()
    (line,) = lines(bo.seat)
    assert (line.title, line.who) == ("Decide whether one voucher is enough again", "Ana proposed it.")
    bo.client.post(at("groups:vouchers-end", bo))
    assert (needs_two(), lines(bo.seat)) == (False, [])


def test_whoever_is_alone_decides_alone(ana):
    ana.client.post(at("groups:vouchers", ana))
    ana.client.post(at("groups:vouchers-end", ana))
    assert not needs_two()


def test_the_wish_of_a_member_who_is_paused_does_not_count(ana, bo):
    member(ana, "dina")
    ana.client.post(at("groups:vouchers", ana))
    bo.client.post(at("groups:vouchers-end", bo))
    ana.client.post(at("groups:removal-propose", ana, bo.seat.pk))
    ana.client.post(at("groups:vouchers-end", ana))
    assert needs_two()


def test_without_the_rule_there_is_nothing_to_end(ana, bo):
    ana.client.post(at("groups:vouchers-end", ana))
    assert lines(bo.seat) == []
