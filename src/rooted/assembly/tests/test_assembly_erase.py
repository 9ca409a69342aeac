"""assembly:assembly-erase"""

from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.tests.make import assembly, filled, minutes, page, point, post, sitting, speaker
from rooted.circles.models import SealedItem
from rooted.notes.models import Note


def test_it_asks_first(ana):
    made = assembly(ana)
    assert "This cannot be undone." in page(ana, "assembly-erase", made.pk)
    assert Assembly.objects.count() == 1


def test_nothing_sealed_of_it_stays_but_the_minutes(ana):
    made = assembly(ana)
    one = sitting(ana, made)
    point(ana, made)
    speaker(ana, one)
    minutes(ana, one)
    filled(ana, one, minutes="Nobody confirmed this.")
    post(ana, "assembly-erase", made.pk)
    assert [rows.objects.count() for rows in (Assembly, Sitting, AgendaPoint, Speaker)] == [0] * 4
    assert SealedItem.objects.filter(kind__startswith="assembly.").count() == 0
    assert Note.objects.count() == 1
