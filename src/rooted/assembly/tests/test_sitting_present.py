"""assembly:sitting-present"""

from conftest import join, newcomer
from rooted.assembly.models import FilledSheet
from rooted.assembly.reading import read_sitting
from rooted.assembly.tests.make import fresh, page, post, sitting


def counted(member, one) -> tuple[int, int, int]:
    said = read_sitting(member.seat, fresh(one)).said
    return said["present"], said["counted"], said["checked"]


def test_the_same_number_from_a_second_member_counts(ana, bo):
    one = sitting(ana)
    for _twice in range(2):
        post(ana, "sitting-present", one.pk, present="41")
        assert counted(ana, one) == (None, 0, 0)
    post(bo, "sitting-present", one.pk, present="41")
    assert counted(ana, one) == (41, ana.seat.pk, bo.seat.pk)
    assert "Typed in by Ana, checked by Bo." in page(ana, "sitting-detail", one.pk)


def test_another_number_stands_beside_the_first_until_two_agree(ana, bo):
    one = sitting(ana)
    post(ana, "sitting-present", one.pk, present="41")
    post(bo, "sitting-present", one.pk, present="42")
    shown = page(ana, "sitting-detail", one.pk)
    assert [said in shown for said in ("They differ", ">41<", ">42<")] == [True] * 3
    assert (counted(ana, one)[0], FilledSheet.objects.count()) == (None, 1)
    post(ana, "sitting-present", one.pk, present="42")
    assert counted(ana, one) == (42, bo.seat.pk, ana.seat.pk)


def test_a_later_count_of_one_leaves_the_number_of_two(ana, bo):
    one = sitting(ana)
    for member, number in ((ana, "41"), (bo, "41"), (join(newcomer("dora"), ana), "50")):
        post(member, "sitting-present", one.pk, present=number)
    assert counted(ana, one)[0] == 41
    assert "They differ" in page(ana, "sitting-detail", one.pk)
    post(bo, "sitting-present", one.pk, present="50")
    assert counted(ana, one)[0] == 50


def test_what_is_no_number_comes_back(ana):
    assert 'value="forty"' in post(ana, "sitting-present", sitting(ana).pk, present="forty").content.decode()
