"""assembly:sitting-add"""

from rooted.assembly.tests.make import assembly, fresh, in_days, page, post

TYPED = {"hour": "21:30", "place": "Gate 3", "shift": "Night shift", "language": "Romanian", "facilitator": "Dara"}


def test_a_shift_gets_a_sitting_of_its_own(ana):
    made = assembly(ana, days=5)
    post(ana, "sitting-add", made.pk, day=str(in_days(4)), **TYPED)
    shown = page(ana, "assembly-detail", made.pk)
    assert ["Night shift" in shown, "Romanian" in shown, "Dara" in shown] == [True] * 3
    assert (fresh(made).day, sorted(made.sittings.values_list("place", flat=True))) == (in_days(4), [1, 2])


def test_what_was_typed_comes_back(ana):
    shown = post(ana, "sitting-add", assembly(ana).pk, day="soon", **TYPED).content.decode()
    assert ("Choose a day" in shown, "Gate 3" in shown) == (True, True)
