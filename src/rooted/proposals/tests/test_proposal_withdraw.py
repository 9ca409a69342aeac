"""proposals:proposal-withdraw, an end without a decision."""

from rooted.ballots.counting_again import count_again
from rooted.proposals import voting
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


def refused(member, made) -> bool:
    """Whether withdrawing is refused, and the page of the proposal does not offer it."""
    offered = make.at("proposal-withdraw", member, made.pk) in make.page(member, "proposal-detail", made.pk)
    said = make.post(member, "proposal-withdraw", made.pk, why="They gave in.").content.decode()
    told = "Others have voted already" in said and "They gave in." in said
    assert offered is not told
    return told and make.fresh(made).state == "open"


def test_once_others_have_voted_nobody_ends_it_alone(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    assert refused(ana, made)


def test_nor_once_a_sitting_has_counted(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert refused(ana, made)
    for one in (ana, bo):
        count_again(made.question, seat=one.seat, place=1, today=make.today())
    assert refused(ana, made), "what it counted first stands while it counts again"


def test_nor_once_another_typed_the_number_for_the_lots(ana, bo):
    made = make.lots(ana, bo)
    voting.draw_lots(made, seat=bo.seat, number="4 8", now=make.now())
    assert refused(ana, made)


def test_lots_for_which_nobody_else_types_the_number_do_not_stay_for_ever(ana, bo):
    made = make.lots(ana, bo)
    voting.draw_lots(made, seat=ana.seat, number="4 8", now=make.now())
    make.post(ana, "proposal-withdraw", made.pk)
    assert make.fresh(made).state == "withdrawn"


def test_what_is_decided_stays_decided(ana, bo):
    made = make.decided(ana, bo)
    assert "was decided or withdrawn" in make.post(ana, "proposal-withdraw", made.pk).content.decode()
    assert make.fresh(made).state == "carried"
