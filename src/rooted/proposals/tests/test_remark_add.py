"""proposals:remark-add, speaking about one paragraph or about all of it."""

from rooted.proposals import proposing
from rooted.proposals.models import Remark
from rooted.proposals.tests import make


def test_it_is_said_about_one_paragraph(ana, bo):
    made = make.proposal(ana)
    answer = make.post(bo, "remark-add", made.pk, query="?paragraph=2", text="Which board?", seen=1)
    assert answer.url == make.at("proposal-detail", bo, made.pk) + "#p2"
    said = bo.seat.keys.read(Remark.objects.get().item, make.REMARK)
    assert (said["about"], said["text"]) == (make.TEXT.split("\n\n")[1], "Which board?")


def test_or_about_all_of_it(ana, bo):
    made = make.proposal(ana)
    make.post(bo, "remark-add", made.pk, text="Good.", seen=1)
    assert "Good." in make.page(ana, "proposal-detail", made.pk)


def test_a_paragraph_that_changed_meanwhile_is_read_first(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Other words."), seen=1)
    page = make.post(bo, "remark-add", made.pk, query="?paragraph=1", text="Which board?", seen=1).content.decode()
    assert "Somebody changed these words just now." in page
    assert ("Which board?" in page, "Other words." in page, Remark.objects.count()) == (True, True, 0)


def test_a_decided_one_is_spoken_about_elsewhere(ana, bo):
    made = make.decided(ana, bo)
    page = make.post(bo, "remark-add", made.pk, text="Too late.", seen=1).content.decode()
    assert ("was decided or withdrawn" in page, "Too late." in page) == (True, True)


def test_there_is_room_for_so_many(ana, bo, monkeypatch):
    made = make.proposal(ana)
    monkeypatch.setattr(proposing, "MOST_REMARKS", 1)
    make.remark(bo, made)
    page = make.post(bo, "remark-add", made.pk, text="One more.", seen=1).content.decode()
    assert ("no more can be kept" in page, "One more." in page) == (True, True)
