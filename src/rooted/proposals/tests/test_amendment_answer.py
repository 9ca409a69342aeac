"""proposals:amendment-answer, the proposer takes other words over, or says why not."""

from rooted.ballots.reading import sittings
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make

BEFORE, LAST = make.TEXT.split("\n\n")


def test_taken_over_they_stand_there_and_whoever_suggested_them_seconds(ana, bo):
    made = make.proposal(ana)
    said = make.amendment(bo, made)
    make.post(ana, "amendment-answer", said.pk, answer="accepted", seen=1)
    made = make.fresh(made)
    text = make.content(ana, made)["text"]
    assert (text, made.state, made.version) == (f"No overtime at all.\n\n{LAST}", "seconded", 2)
    assert make.content(ana, made)["seconder"] == bo.seat.pk


def test_a_paragraph_can_be_taken_out(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "amendment-answer", make.amendment(bo, made, after="").pk, answer="accepted", seen=1)
    assert make.content(ana, made)["text"] == LAST


def test_left_it_says_why(ana, bo):
    made = make.proposal(ana)
    said = make.amendment(bo, made)
    make.post(ana, "amendment-answer", said.pk, answer="declined", because="Weekends first.", seen=1)
    assert "Weekends first." in make.page(bo, "amendment-answer", said.pk)
    assert make.content(ana, made)["text"] == make.TEXT


def test_without_a_reason_it_is_not_left(ana, bo):
    said = make.amendment(bo, make.proposal(ana))
    page = make.post(ana, "amendment-answer", said.pk, answer="declined", seen=1).content.decode()
    assert "Write why you leave the text as it is." in page
    assert make.fresh(said).answered_on is None


def test_only_the_proposer_answers(ana, bo):
    said = make.amendment(bo, make.proposal(ana))
    make.post(bo, "amendment-answer", said.pk, answer="accepted", seen=1)
    assert make.fresh(said).answered_on is None


def test_it_is_answered_once(ana, bo):
    said = make.amendment(bo, make.proposal(ana))
    make.post(ana, "amendment-answer", said.pk, answer="accepted", seen=1)
    make.post(ana, "amendment-answer", said.pk, answer="declined", because="No.", seen=2)
    assert "Taken over" in make.page(bo, "amendment-answer", said.pk)


def test_words_that_changed_under_it_are_not_overwritten(ana, bo):
    made = make.proposal(ana)
    said = make.amendment(bo, made)
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Quite other."), seen=1)
    page = make.post(ana, "amendment-answer", said.pk, answer="accepted", seen=2).content.decode()
    assert "The paragraph was changed meanwhile." in page
    assert (make.content(ana, made)["text"], make.fresh(said).answered_on) == ("Quite other.", None)


def test_once_the_vote_is_open_everyone_is_asked_again(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"))
    make.post(ana, "amendment-answer", make.amendment(bo, made).pk, answer="accepted", seen=1)
    again = Proposal.objects.get(after=made)
    assert (make.fresh(made).state, again.state) == ("withdrawn", "open")
    assert make.content(ana, made)["text"] == make.TEXT
    assert make.content(ana, again)["text"] == f"No overtime at all.\n\n{LAST}"
    assert again.question.electors.exclude(item=None).count() == 0


def test_by_hands_every_sitting_that_has_voted_is_asked_again(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    make.post(ana, "amendment-answer", make.amendment(bo, made).pk, answer="accepted", seen=1)
    new = sittings(Proposal.objects.get(after=made).question, ana.seat)
    assert [(one.name, one.sat) for one in new] == [("Early", None), ("Late", None)]


def test_whoever_suggested_the_words_seconds_what_is_asked_again(ana, bo):
    made = make.opened(ana, bo)
    make.post(ana, "amendment-answer", make.amendment(bo, made).pk, answer="accepted", seen=1)
    said = make.content(ana, Proposal.objects.get(after=made))
    assert (said["seat"], said["seconder"]) == (ana.seat.pk, bo.seat.pk)


def test_ones_own_words_for_an_open_vote_wait_for_a_second_member(ana, bo):
    made = make.opened(ana, bo)
    make.post(ana, "amendment-answer", make.amendment(ana, made).pk, answer="accepted", seen=1)
    new = Proposal.objects.get(after=made)
    assert (make.fresh(made).state, new.state) == ("open", "draft")
    make.post(bo, "proposal-second", new.pk, seen=1)
    assert (make.fresh(made).state, make.fresh(new).state) == ("withdrawn", "open")
