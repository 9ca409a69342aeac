"""proposals:proposal-enter, the vote of a member who rang up or wrote a slip."""

from rooted.ballots.reading import vote_of
from rooted.proposals.tests import make


def test_it_waits_for_a_second_member(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    make.post(ana, "proposal-enter", made.pk, whose=gul.seat.pk, how="phone", choice="yes")
    given = vote_of(made.question, gul.seat)
    assert (given.choice, given.waits, given.counts, given.how) == ("yes", True, None, "phone")
    assert "Ana entered a vote for Gul." in make.page(bo, "proposal-detail", made.pk)


def test_what_was_typed_stays_when_it_is_refused(ana, bo):
    made, gul = make.opened_by_three(ana, bo, method="consent")
    page = make.post(ana, "proposal-enter", made.pk, whose=gul.seat.pk, how="paper", choice="object").content.decode()
    assert "Say why, so that the others can answer it." in page
    assert vote_of(made.question, gul.seat).choice is None


def test_who_voted_themselves_is_not_on_the_list(ana, bo):
    made, gul = make.opened_by_three(ana, bo)
    make.vote(made, one=(gul, "no"))
    make.post(ana, "proposal-enter", made.pk, whose=gul.seat.pk, how="phone", choice="yes")
    assert vote_of(made.question, gul.seat).choice == "no"


def test_nobody_enters_their_own(ana, bo):
    made, _gul = make.opened_by_three(ana, bo)
    make.post(ana, "proposal-enter", made.pk, whose=ana.seat.pk, how="phone", choice="yes")
    assert vote_of(made.question, ana.seat).choice is None
