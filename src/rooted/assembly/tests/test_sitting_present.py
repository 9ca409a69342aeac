"""assembly:sitting-present"""

from rooted.assembly.reading import read_sitting
from rooted.assembly.tests.make import fresh, page, post, sitting


def counted(member, one) -> tuple[int, int, int]:
    said = read_sitting(member.seat, fresh(one)).said
    return said["present"], said["counted"], said["checked"]


def test_the_same_number_from_a_second_member_checks_it(ana, bo):
    one = sitting(ana)
    post(ana, "sitting-present", one.pk, present="41")
    post(ana, "sitting-present", one.pk, present="41")
    assert counted(ana, one) == (41, ana.seat.pk, 0)
    post(bo, "sitting-present", one.pk, present="41")
    assert counted(ana, one) == (41, ana.seat.pk, bo.seat.pk)
    assert "Typed in by Ana, checked by Bo." in page(ana, "sitting-detail", one.pk)


def test_another_number_is_said_and_stands_until_it_is_checked(ana, bo):
    one = sitting(ana)
    post(ana, "sitting-present", one.pk, present="41")
    shown = post(bo, "sitting-present", one.pk, present="42").content.decode()
    assert "Another member typed in 41, you typed in 42." in shown
    assert counted(ana, one) == (42, bo.seat.pk, 0)


def test_what_is_no_number_comes_back(ana):
    assert 'value="forty"' in post(ana, "sitting-present", sitting(ana).pk, present="forty").content.decode()
