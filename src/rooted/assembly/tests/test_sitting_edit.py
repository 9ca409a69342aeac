"""assembly:sitting-edit"""

from rooted.assembly.reading import read_sitting
from rooted.assembly.tests.make import at, counted, fresh, in_days, page, post, sitting

TYPED = {"hour": "06:00", "place": "Hall", "shift": "", "language": "", "facilitator": "Jo", "minute_taker": ""}


def test_a_member_changes_it_and_the_count_stays(ana, bo):
    one = sitting(ana)
    counted(one, 12, ana, bo)
    answer = post(bo, "sitting-edit", one.pk, day=str(in_days(7)), seen="1", **TYPED)
    assert (answer.url, "Jo</bdi> leads it." in page(ana, "sitting-detail", one.pk)) == (
        at("sitting-detail", bo, one.pk), True,
    )  # fmt: skip
    said = read_sitting(ana.seat, fresh(one)).said
    assert (said["hour"], said["facilitator"], said["new_first"], said["present"]) == ("06:00", "Jo", False, 12)
    assert (fresh(one).day, fresh(one.assembly).day) == (in_days(7), in_days(7))


def test_who_comes_second_sees_the_firsts_words_and_loses_nothing(ana, bo):
    one = sitting(ana)
    day = str(in_days(7))
    post(ana, "sitting-edit", one.pk, day=day, seen="1", **TYPED)
    shown = post(bo, "sitting-edit", one.pk, day=day, seen="1", **TYPED | {"place": "Yard"}).content.decode()
    assert ("Hall" in shown, "Yard" in shown) == (True, True)
    assert read_sitting(ana.seat, fresh(one)).said["place"] == "Hall"
