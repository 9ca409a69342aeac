"""tasks:duty-delete, off the rota."""

from rooted.circles.models import SealedItem
from rooted.tasks.models import Duty, Slot
from rooted.tasks.tests import make


def test_it_is_asked_first_and_then_gone_with_all_its_days(ana):
    duty = make.duty(ana)
    page = make.page(ana, "duty-delete", duty.pk)
    before = Slot.objects.count()
    make.post(ana, "duty-delete", duty.pk)
    assert ("This cannot be undone." in page, before) == (True, 56)
    assert (Duty.objects.count(), Slot.objects.count()) == (0, 0)
    assert SealedItem.objects.filter(kind="tasks.duty").count() == 0


def test_others_erase_nothing(ana, cem):
    duty = make.duty(ana)
    assert make.post(cem, "duty-delete", duty.pk).status_code == 404
    assert Duty.objects.count() == 1
