"""assembly:agenda-erase"""

from rooted.assembly import running
from rooted.assembly.models import AgendaPoint
from rooted.assembly.tests.make import fresh, page, point, post, sitting


def test_it_asks_first_then_it_is_gone(ana):
    one = sitting(ana)
    taken = point(ana, one.assembly)
    assert "Take this point off the agenda?" in page(ana, "agenda-erase", taken.pk)
    post(ana, "agenda-erase", taken.pk)
    assert AgendaPoint.objects.count() == 0


def test_a_sitting_that_spoke_about_it_speaks_about_none(ana):
    one = sitting(ana)
    taken = point(ana, one.assembly)
    running.set_point(one, taken)
    post(ana, "agenda-erase", taken.pk)
    assert fresh(one).current is None
