"""The change of keys after somebody left: resumable, by anyone."""

import pytest

from rooted.circles.models import CircleKey, SealedItem
from rooted.groups.board import lines
from rooted.groups.sealed import SEAT
from rooted.groups.tests.make import at, member, rotate_one_piece


@pytest.fixture
def unfinished(ana, bo):
    """Bo and dina have much to rewrap, ana has left."""
    third = member(ana, "dina")
    for number in range(60):
        ana.seat.keys.seal(SEAT, {"name": f"note {number}", "holds_recovery": False})
    ana.client.post(at("groups:seat-part", ana))
    return third


def notes(who):
    return sum("note" in who.seat.keys.read(item)["name"] for item in SealedItem.objects.all())


def test_the_board_and_the_page_say_what_is_left(bo, unfinished):
    assert [line.url for line in lines(bo.seat)] == [at("groups:rotation", bo)]
    page = bo.client.get(at("groups:rotation", bo)).content.decode()
    assert "62 pieces still have the old key." in page
    assert "0 pieces have the new key." in page


def test_everything_can_be_read_before_during_and_after(bo, unfinished):
    assert notes(bo) == 60
    assert rotate_one_piece(bo.seat) == 42
    assert (notes(bo), notes(unfinished)) == (60, 60)
    unfinished.client.post(at("groups:rotation", unfinished))
    assert (notes(bo), notes(unfinished)) == (60, 60)


def test_another_member_goes_on_where_one_stopped(bo, unfinished):
    rotate_one_piece(bo.seat)
    assert unfinished.client.post(at("groups:rotation", unfinished)).url == at("groups:rotation", unfinished)
    assert CircleKey.objects.count() == 1
    assert lines(bo.seat) == []
    assert "Done." in bo.client.get(at("groups:rotation", bo)).content.decode()


def test_whoever_comes_in_meanwhile_reads_everything(bo, unfinished):
    rotate_one_piece(bo.seat)
    late = member(bo, "late")
    assert notes(late) == 60
    bo.client.post(at("groups:rotation", bo))
    assert notes(late) == 60


def test_only_members_go_on(ana, bo, cem, unfinished):
    assert cem.client.post(at("groups:rotation", bo)).status_code == 404
    assert ana.client.post(at("groups:rotation", bo)).status_code == 404
    assert CircleKey.objects.filter(circle=bo.group.circle).count() == 2
