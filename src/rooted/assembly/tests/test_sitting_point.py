"""assembly:sitting-point"""

from rooted.assembly.tests.make import assembly, fresh, point, post, sitting
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
