"""assembly:sitting-erase"""

from rooted.assembly.models import Sitting
from rooted.assembly.tests.make import assembly, fresh, in_days, page, post, sitting


def test_it_asks_first_then_the_first_day_is_that_of_the_rest(ana):
    made = assembly(ana, days=5)
    early = sitting(ana, made, day=in_days(3))
    assert "Take this sitting out?" in page(ana, "sitting-erase", early.pk)
    post(ana, "sitting-erase", early.pk)
    assert (fresh(made).day, Sitting.objects.count()) == (in_days(5), 1)


def test_the_last_one_stays(ana):
    one = sitting(ana)
    shown = post(ana, "sitting-erase", one.pk).content.decode()
    assert ("This is the only sitting." in shown, Sitting.objects.count()) == (True, 1)
