"""proposals:proposal-withdraw, an end without a decision."""

from rooted.proposals.tests import make
from rooted.register.models import Entry


def test_its_proposer_withdraws_it_and_says_why(ana, bo):
    made = make.proposal(ana)
    make.post(ana, "proposal-withdraw", made.pk, why="The rota hangs there now.")
    assert make.fresh(made).state == "withdrawn"
    assert "The rota hangs there now." in make.page(bo, "proposal-detail", made.pk)


def test_nobody_else_does(ana, bo):
    made = make.proposal(ana)
    page = make.post(bo, "proposal-withdraw", made.pk, why="I do not like it.").content.decode()
    assert "Only the member who proposed this can withdraw it." in page
    assert "I do not like it." in page
    assert make.fresh(made).state == "draft"


def test_an_open_vote_ends_uncounted(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"))
    make.post(ana, "proposal-withdraw", made.pk)
    made = make.fresh(made)
    assert (made.state, made.question.closed_on, made.question.result) == ("withdrawn", make.today(), None)
    assert Entry.objects.count() == 0


def test_what_is_decided_stays_decided(ana, bo):
    made = make.decided(ana, bo)
    assert "was decided or withdrawn" in make.post(ana, "proposal-withdraw", made.pk).content.decode()
    assert make.fresh(made).state == "carried"
