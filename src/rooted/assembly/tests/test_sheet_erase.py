"""assembly:sheet-erase"""

from rooted.assembly.models import FilledSheet
from rooted.assembly.tests.make import filled, page, post
from rooted.circles.models import SealedItem

SHEET = {"points": "", "minutes": "Twice.", "tasks": ""}


def sealed() -> int:
    return SealedItem.objects.filter(kind="assembly.filled").count()


def test_it_asks_first_then_nothing_of_it_stays(ana, bo):
    made = filled(ana, minutes="Twice.")
    assert ("This cannot be undone." in page(bo, "sheet-erase", made.pk), sealed()) == (True, 1)
    post(bo, "sheet-erase", made.pk)
    assert (FilledSheet.objects.count(), sealed()) == (0, 0)


def test_what_counts_is_not_taken_out(ana, bo):
    made = filled(ana, minutes="Twice.")
    post(bo, "sheet-confirm", made.pk, **SHEET)
    shown = post(ana, "sheet-erase", made.pk).content.decode()
    assert ("so it counts" in shown, FilledSheet.objects.count()) == (True, 1)
