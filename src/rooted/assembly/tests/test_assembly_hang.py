"""assembly:assembly-hang"""

from rooted.assembly import calling
from rooted.assembly.tests.make import assembly, fresh, in_days, post, today


def test_a_member_says_that_the_notice_hangs(ana):
    made = assembly(ana)
    post(ana, "assembly-hang", made.pk)
    assert fresh(made).hung_on == today()


def test_a_second_call_changes_nothing(ana):
    made = assembly(ana)
    calling.hang_notice(made, today=in_days(-2))
    post(ana, "assembly-hang", made.pk)
    assert fresh(made).hung_on == in_days(-2)
