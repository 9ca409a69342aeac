"""areas:text-write, several hands in one text."""

import pytest

from rooted.areas.models import TEXTS, Area, Piece
from rooted.areas.reading import read_area
from rooted.areas.tests import make


def send(member, text, seen=0, name="near"):
    return member.client.post(make.at("text-write", member, name), {"text": text, "seen": str(seen)})


def stands(member, name="near"):
    return read_area(member.seat).texts.get(name, "")


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_kept_by_itself(ana, bo, name):
    assert send(ana, "ours", name=name).url == make.at("area", ana)
    assert read_area(bo.seat).texts == {name: "ours"}


def test_the_bounds_are_no_text(ana):
    assert send(ana, "x", name="bounds").status_code == 404
    assert send(ana, "x", name="nothing").status_code == 404


def test_the_second_of_two_sees_both_changes_and_loses_nothing(ana, bo):
    send(ana, "one")
    send(bo, "two", seen=1)
    page = send(ana, "three", seen=1)
    html = page.content.decode()
    assert "Bo saved this while you wrote. Nothing is lost: your text is still below." in html
    assert "<del>one</del>" in html
    assert "<ins>three</ins>" in html
    assert (page.context["form"]["text"].value(), page.context["form"]["seen"].value()) == ("three", "2")
    send(ana, "two and three", seen=2)
    assert stands(bo) == "two and three"


def test_somebody_far_behind_sees_what_stands_there_now(ana, bo):
    for seen, text in enumerate(["one", "two", "three"]):
        send(bo, text, seen=seen)
    page = send(ana, "mine", seen=1)
    assert "The version you began from is not kept any more." in page.content.decode()
    assert stands(ana) == "three"


def test_the_form_sent_twice_saves_once(ana):
    assert send(ana, "one").status_code == 302
    assert send(ana, "one").status_code == 302
    assert Piece.objects.get().number == 1


def test_what_stood_there_before_is_kept_beside_it_until_the_next_saving(ana, bo):
    send(ana, "the first words")
    send(bo, "", seen=1)
    assert "the first words" in ana.client.get(make.at("text-write", ana, "near")).content.decode()
    send(bo, "new", seen=2)
    assert "the first words" not in ana.client.get(make.at("text-write", ana, "near")).content.decode()


def test_saving_takes_back_what_was_put_forward(ana, bo):
    send(ana, "one")
    make.put_forward(ana)
    send(bo, "two", seen=1)
    assert Area.objects.get().forward is None


def test_two_who_begin_at_once_make_one_area(ana, bo):
    make.text(ana, "one")
    make.text(bo, "two", name="points")
    assert Area.objects.count() == 1


def test_outsiders_meet_nothing(ana, cem, stranger):
    make.text(ana, "one")
    assert cem.client.get(make.at("text-write", ana, "near")).status_code == 404
    assert stranger.get(make.at("text-write", ana, "near")).status_code == 403
