"""A group of thirty through one month, in their browsers; the server's clock goes ahead from week to week."""

import pytest

from tests.browser import server as serving
from tests.browser.chromium import MARKS
from tests.browser.month import Week
from tests.browser.seeded import planted
from tests.browser.thirty import PLANT
from tests.walk.report import none_wrong

pytestmark = [*MARKS, pytest.mark.long]


def first_week(week):
    week.wants_to_know_how_many_read(1)
    week.announces(1, "The room has changed", "From now on we meet in the laundry.")
    week.puts_the_phone_on_the_rota(2)
    week.writes_a_task(1, "Fetch the leaflets", in_days=5)
    week.writes_a_task(2, "Write to the council", in_days=20)
    for number in (3, 4, 5):
        week.reads_the_newest(number, "laundry")
        week.takes_a_day(number)
    week.takes_a_task(3)
    week.writes_a_role(6)
    week.takes_the_role(6)


def second_week(week):
    board = week.member(3)
    assert "Fetch the leaflets" in board.says()
    assert "3 days late" in board.says()
    assert "The room has changed" not in board.says()  # read in the first week
    week.shot(board, "board-late")
    week.finishes_a_task(3)
    week.takes_a_day(4)
    week.cannot(4)
    week.two_want_the_same_day(5, 6)
    week.somebody_writes("They kept my deposit of two months.")
    week.answers_the_letter(2, "Do not sign anything. Come on Thursday.")


def third_week(week):
    address = week.writes_minutes(1)
    week.two_write_at_once(2, 3, address)
    week.takes_the_role(7)
    week.leaves(30)
    week.changes_the_keys(1)
    week.reads_the_newest(8, "laundry")


def end_of_the_month(week):
    sheet = week.prints_the_hand_over(1)
    assert "Keys of the room" in sheet
    assert "Write to the council" in sheet
    assert f"{week.day.day} {week.day:%b} {week.day.year}" in sheet  # the clock of the server went ahead, too
    members = week.at(1, "members/")
    assert members.find("main .rows li").count() == 29
    week.shot(members, "members")
    week.shot(week.at(9, "board/"), "board")


def test_a_group_of_thirty_through_one_month(browser, tmp_path):
    planted(tmp_path, PLANT)
    wrong = []
    for days, deeds in ((0, first_week), (8, second_week), (17, third_week), (30, end_of_the_month)):
        with serving.running(tmp_path, days=days) as server:
            week = Week(browser, server)
            deeds(week)
            wrong += week.wrong() + server.errors()
    none_wrong(wrong)
