"""Any member ends the wish for one voucher."""

from rooted.groups.board import lines
from rooted.groups.models import Group
from rooted.groups.tests.make import at


def test_it_stays_at_two(ana, bo):
    ana.client.post(at("groups:vouchers", ana))
    ana.client.post(at("groups:vouchers-end", ana))
    assert bo.client.post(at("groups:vouchers-keep", bo)).url == at("groups:vouchers", bo)
    group = Group.objects.get()
    assert (group.one_voucher_by, group.two_vouchers_on is not None, lines(ana.seat)) == (None, True, [])
