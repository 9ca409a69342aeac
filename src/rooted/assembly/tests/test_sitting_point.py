"""assembly:sitting-point"""

from rooted.assembly.tests.make import assembly, fresh, page, point, post, sitting, speaker
from rooted.base.converters import KeyConverter


def key(row) -> str:
    return KeyConverter().to_url(row.pk)


def test_a_sitting_speaks_about_a_point_and_another_one_does_not(ana):
    one = sitting(ana)
    other, chosen = sitting(ana, one.assembly), point(ana, one.assembly)
    post(ana, "sitting-point", one.pk, point=key(chosen))
    assert (fresh(one).current, fresh(other).current) == (chosen, None)


def test_a_point_of_another_assembly_is_refused(ana):
    one, foreign = sitting(ana), point(ana, assembly(ana))
    shown = post(ana, "sitting-point", one.pk, point=key(foreign)).content.decode()
    assert ("This point was taken off the agenda." in shown, fresh(one).current) == (True, None)


def test_nonsense_means_no_point(ana):
    one = sitting(ana)
    for nonsense in ("", "<b>", "z" * 500, "lllllllllllll"):
        assert post(ana, "sitting-point", one.pk, point=nonsense).status_code == 302
    assert fresh(one).current is None


def test_with_another_point_nobody_speaks_and_who_spoke_still_has(ana):
    one = sitting(ana)
    first, second = point(ana, one.assembly, "Breaks"), point(ana, one.assembly, "Pay")
    post(ana, "sitting-point", one.pk, point=key(first))
    post(ana, "speaker-call", speaker(ana, one, "Petra").pk)
    speaker(ana, one, "petra")
    for chosen, speaks in ((first, True), (second, False)):
        post(ana, "sitting-point", one.pk, point=key(chosen))
        shown = page(ana, "sitting-detail", one.pk)
        assert ("<bdi>Petra</bdi> speaks." in shown, "Has spoken already." in shown) == (speaks, True)
