"""proposals:proposal-result, what came out."""

from time import monotonic

from rooted.ballots.models import Elector
from rooted.ballots.reading import Given, asked_of
from rooted.groups.models import Seat
from rooted.proposals import voting
from rooted.proposals.tests import make
from rooted.proposals.votes import Alike, Voter, alike, all_votes


def test_votes_of_members_are_open(ana, bo):
    made = make.opened(ana, bo, method="consent")
    make.vote(made, one=(ana, "agree"), two=(bo, "object", "Nights lose a quarter."))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    page = make.page(ana, "proposal-result", made.pk)
    assert "Who voted what" in page
    assert page.count("Nights lose a quarter.") == 2, "with the result, and beside the vote"
    assert "The objection was upheld." in page
    assert "It is never a ballot that a law asks for" in page


def test_whoever_voted_alike_stands_together_and_whoever_did_not_vote_is_a_number(ana, bo):
    made, gul = make.opened_by_three(ana, bo, closes_at=make.in_days(2))
    make.entered(ana, made, gul)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes", "For the nights."))
    voting.close_vote(made, seat=ana.seat, now=make.in_days(2))
    asked = asked_of(made.question, ana.seat)
    found = [(one.said, one.names, len(one.remarked)) for one in alike(asked, all_votes(ana.seat, make.fresh(made)))]
    assert found == [("Yes", "Ana", 1)]
    page = make.page(bo, "proposal-result", made.pk)
    assert ("Yes: 2" in page, "No vote: 1" in page, "Gul" in page) == (True, True, False)


def test_of_rankings_too(ana, bo):
    made = make.opened(ana, bo, method="ranked-one", options=("Mon", "Fri"), closes_at=make.in_days(2))
    make.vote(made, one=(ana, [[0], [1]]))
    voting.close_vote(made, seat=ana.seat, now=make.in_days(2))
    page = make.page(ana, "proposal-result", made.pk)
    assert ("1. Mon · 2. Fri" in page, "No vote: 1" in page, "<bdi>Bo</bdi></p>" in page) == (True, True, False)


def test_each_sitting_stands_beside_the_total_and_nobody_is_named(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1}, Late={"yes": 4, "no": 16, "abstain": 0})
    voting.close_vote(made, seat=ana.seat, now=make.now())
    page = make.page(bo, "proposal-result", made.pk)
    assert "Carried. Yes: 34. No: 21. Abstain: 1." in page
    assert "In “Late” two thirds or more said no." in page
    assert "Who voted what" not in page


def test_asking_again_is_the_main_thing_to_do_only_where_nothing_was_carried(ana, bo):
    pages = [make.page(ana, "proposal-result", make.decided(ana, bo, choice=choice).pk) for choice in ("yes", "no")]
    assert [page.count('class="button main"') for page in pages] == [0, 1]
    assert [page.count("with one tap") for page in pages] == [0, 0], "that is said to sittings"


def test_what_burns_says_when_and_why(ana, bo):
    made = make.decided(ana, bo, burn_days=7)
    assert "can be dismissed for it" in make.page(ana, "proposal-result", made.pk)


def test_an_open_vote_has_no_result(ana, bo):
    made = make.opened(ana, bo)
    assert ana.client.get(make.at("proposal-result", ana, made.pk)).url == make.at("proposal-detail", ana, made.pk)


def of_many(member, other, vote, **how):
    """Closed, of 51 who could vote; one did."""
    made = make.opened(member, other, closes_at=make.in_days(2), **how)
    seats = [Seat.objects.create(group=member.group) for _ in range(49)]
    Elector.objects.bulk_create(Elector(question=made.question, seat=seat) for seat in seats)
    make.vote(made, one=(member, *vote))
    voting.close_vote(made, seat=member.seat, now=make.in_days(2))
    return made


def test_the_votes_of_many_stand_on_a_page_of_their_own(ana, bo):
    made = of_many(ana, bo, ("yes", "Because of the nights."))
    pages = [make.page(bo, "proposal-result", made.pk, query=query) for query in ("", "?show=votes")]
    assert ["Because of the nights." in page for page in pages] == [False, True]


def test_of_many_too_an_objection_that_was_upheld_stands_with_the_result(ana, bo):
    made = of_many(ana, bo, ("object", "Nights lose a quarter."), method="consent")
    pages = [make.page(bo, "proposal-result", made.pk, query=query) for query in ("", "?show=votes")]
    assert [page.count("Nights lose a quarter.") for page in pages] == [1, 2]


def test_the_names_of_thousands_are_put_in_a_row_at_once():
    voters = [Voter(Given(Elector(pk=one), one, "yes", "So."), str(one), "", "") for one in range(3_000)]
    start = monotonic()
    assert (Alike("Yes", voters).names, monotonic() - start < 1) == ("", True)
