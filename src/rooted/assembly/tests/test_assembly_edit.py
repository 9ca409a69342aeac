"""assembly:assembly-edit"""

from rooted.assembly.reading import read_assembly
from rooted.assembly.tests.make import assembly, fresh, page, post

TYPED = {"about": "Only the breaks", "notice": "", "notice_days": "2", "quorum": "0"}


def test_a_member_says_it_in_other_words(ana, bo):
    made = assembly(ana)
    post(bo, "assembly-edit", made.pk, seen="1", **TYPED)
    said = read_assembly(ana.seat, fresh(made)).said
    assert (said["about"], said["notice_days"], said["seat"]) == ("Only the breaks", 2, ana.seat.pk)


def test_the_form_holds_what_is_there(ana):
    assert "The new night rota" in page(ana, "assembly-edit", assembly(ana).pk)


def test_who_comes_second_sees_the_firsts_words_and_loses_nothing(ana, bo):
    made = assembly(ana)
    post(ana, "assembly-edit", made.pk, seen="1", **TYPED)
    shown = post(bo, "assembly-edit", made.pk, seen="1", **TYPED | {"about": "Only the pay"}).content.decode()
    assert ("Only the breaks" in shown, "Only the pay" in shown, 'name="seen" value="2"' in shown) == (True,) * 3
    assert read_assembly(ana.seat, fresh(made)).about == "Only the breaks"
