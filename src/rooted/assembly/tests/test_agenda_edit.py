"""assembly:agenda-edit"""

from rooted.assembly.tests.make import assembly, page, point, post


def test_any_member_says_it_in_other_words(ana, bo):
    one = point(ana, assembly(ana))
    post(bo, "agenda-edit", one.pk, title="Longer breaks", text="", seen="1")
    assert "Longer breaks" in page(ana, "assembly-detail", one.assembly_id)


def test_who_comes_second_sees_the_firsts_words_and_loses_nothing(ana, bo):
    one = point(ana, assembly(ana))
    post(ana, "agenda-edit", one.pk, title="Longer breaks", text="", seen="1")
    shown = post(bo, "agenda-edit", one.pk, title="More breaks", text="", seen="1").content.decode()
    assert ("Longer breaks" in shown, "More breaks" in shown) == (True, True)
    assert "More breaks" not in page(ana, "assembly-detail", one.assembly_id)
