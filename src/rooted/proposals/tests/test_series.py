"""What was asked again and again stands as one list on the page of each of its votes."""

import re

from rooted.proposals import asking, voting
from rooted.proposals.models import Proposal
from rooted.proposals.series import in_order, series_of
from rooted.proposals.tests import make
from rooted.proposals.tests.test_proposal_renew import EARLY, carried, counted


def three_days(ana, bo, **how):
    """Carried, renewed and carried with fewer, renewed and open: by their order."""
    first = carried(ana, bo, **how)
    second = asking.renew(first, seat=bo.seat, now=make.now())
    counted(ana, second, early=EARLY | {"yes": 12, "no": 23})
    return first, make.fresh(second), asking.renew(make.fresh(second), seat=ana.seat, now=make.now())


def told(member, made):
    series = series_of(member.seat, make.fresh(made))
    return [(step.state, [(line.name, line.present, line.numbers) for line in step.lines]) for step in series.steps]


def test_each_vote_has_its_sittings_and_all_together(ana, bo):
    votes = three_days(ana, bo)
    late = ("Late", "26", ["20", "6", "0"])
    one = ("Carried", [("Early", "36", ["30", "5", "1"]), late, ("All together", "62", ["50", "11", "1"])])
    two = ("Carried", [("Early", "36", ["12", "23", "1"]), late, ("All together", "62", ["32", "29", "1"])])
    assert [told(bo, made) for made in votes] == [[one, two, ("The vote is open", [])]] * 3


def test_the_picture_has_a_bar_for_each_result(ana, bo):
    picture = series_of(bo.seat, make.fresh(three_days(ana, bo)[0])).picture
    assert re.findall(r"Yes (\d+), No (\d+), Abstain (\d+)", picture) == [("50", "11", "1"), ("32", "29", "1")]


def test_it_stands_on_the_page_of_each_and_marks_where_one_is(ana, bo):
    first, second, third = three_days(ana, bo)
    pages = [make.page(bo, "proposal-result", made.pk) for made in (first, second)]
    pages.append(make.page(bo, "proposal-detail", third.pk))
    assert ["Each time it was asked" in page for page in pages] == [True] * 3
    links = [make.at("proposal-result", bo, one.pk) for one in (first, second)]
    links.append(make.at("proposal-detail", bo, third.pk))
    tables = [page[page.index("Every time with its sittings") :].split("</table>")[0] for page in pages]
    assert [[link in table for link in links] for table in tables] == [
        [False, True, True],
        [True, False, True],
        [True, True, False],
    ]


def test_a_vote_that_was_never_asked_again_has_none(ana, bo):
    assert series_of(bo.seat, make.decided(ana, bo)) is None


def test_votes_of_members_say_how_many_of_how_many(ana, bo):
    first = make.decided(ana, bo)
    made = make.asked_anew(ana, bo, first)
    assert told(ana, made)[0] == ("Carried", [("All together", "2 of 2", ["2", "0", "0"])])


def test_one_that_ended_uncounted_says_so(ana, bo):
    first = make.opened(ana, bo)
    assert told(bo, make.asked_anew(ana, bo, first)) == [("Not counted, asked again", []), ("The vote is open", [])]


def test_a_small_sitting_is_hidden_here_too(ana, bo):
    first = make.opened(ana, bo, mode="hands", sittings=("Early", "Late", "Night"), renewed="day")
    make.counted(
        first, ana, Early=EARLY, Late={"yes": 20, "no": 6, "abstain": 0}, Night={"yes": 1, "no": 1, "abstain": 0}
    )
    voting.close_vote(first, seat=ana.seat, now=make.now())
    first = make.fresh(first)
    asking.renew(first, seat=bo.seat, now=make.now())
    names = [name for name, _present, _numbers in told(bo, first)[0][1]]
    assert ("Night" in names, len(names)) == (False, 3)


def test_what_is_left_stays_in_order_when_the_first_was_erased(ana, bo):
    first, second, third = three_days(ana, bo)
    Proposal.objects.filter(pk=first.pk).delete()
    rows = list(Proposal.objects.filter(series=make.fresh(third).series).order_by("-pk"))
    assert [one.pk for one in in_order(rows)] == [second.pk, third.pk]
    assert [state for state, _lines in told(bo, third)] == ["Carried", "The vote is open"]


def test_three_and_eleven_votes_cost_the_same(ana, bo, django_assert_num_queries):
    made, seat = make.decided(ana, bo), bo.seat
    for number in range(2, 12):
        make.asked_anew(ana, bo, made)
        made = Proposal.objects.get(after=made)
        assert len(series_of(seat, made).steps) == number  # and the seat's keys are open
        if number in {3, 11}:
            with django_assert_num_queries(1):
                series_of(seat, made)
        make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
        voting.close_vote(made, seat=ana.seat, now=make.now())
        made = make.fresh(made)
