from rooted.circles.models import SealedItem
from rooted.groups.actions import close_group, part
from rooted.register.models import Entry, Register
from rooted.register.reading import entry_rows
from rooted.register.tests.make import corrected, decided, today, walk_out


def test_nothing_of_a_closed_group_stays_and_others_keep_theirs(ana, cem):
    corrected(walk_out(ana), ana)
    kept = decided(cem)
    close_group(ana.group)
    assert (list(Entry.objects.all()), Register.objects.get().group) == ([kept], cem.group)
    assert SealedItem.objects.filter(kind="register.decision").count() == 1


def test_who_wrote_down_a_decision_and_left_is_a_former_member(ana, bo):
    decided(bo)
    part(bo.seat, today=today())
    assert [row.who for row in entry_rows(ana.seat)] == ["a former member"]
