"""Proposals on the notice board, among the due days and in the search."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.ballots.counting_again import count_again
from rooted.ballots.models import Question
from rooted.proposals import asking, proposing, voting
from rooted.proposals.board import MOST, due, lines, parts
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make


def told(member) -> list[tuple[str, str, str]]:
    return [(line.title, line.urgent, line.who) for line in lines(member.seat)]


def test_a_draft_waits_for_all_but_its_proposer(ana, bo):
    make.proposal(ana)
    line = "Read and second, or speak about it: No weekend overtime", "", "Proposed by Ana."
    assert (told(ana), told(bo)) == ([], [line])


def test_of_two_the_other_one_is_asked_whether_they_agree(ana, bo):
    make.proposal(ana, method="together")
    assert told(bo) == [("Say whether you agree: No weekend overtime", "", "Proposed by Ana.")]


def test_once_one_of_two_spoke_about_it_both_are_told_to_talk_on(ana, bo):
    made = make.proposal(ana, method="together")
    make.remark(bo, made, "Not on Saturdays.")
    said = "", "Proposed by Ana."
    assert told(ana) == [("Talk more: No weekend overtime", *said)]
    assert told(bo) == [("Say whether you agree: No weekend overtime", *said)]


def test_what_is_said_about_other_drafts_stands_on_no_board(ana, bo):
    make.remark(bo, make.proposal(ana))
    assert told(ana) == []


def test_other_words_wait_for_the_proposer_until_they_are_answered(ana, bo):
    made = make.proposal(ana)
    first = make.amendment(bo, made)
    make.amendment(bo, made, after="No overtime on Sundays.")
    assert told(ana) == [("Answer other words: No weekend overtime", "", "2 suggestions wait for you.")]
    assert [title for title, _urgent, _who in told(bo)] == ["Read and second, or speak about it: No weekend overtime"]
    proposing.decline_amendment(first, seat=ana.seat, because="Too wide.", today=make.today())
    assert told(ana)[0][2] == "1 suggestion waits for you."


def test_also_while_the_vote_is_open(ana, bo):
    made = make.opened(ana, bo, closes_at=make.in_days(5))
    make.amendment(bo, made)
    assert [title for title, _urgent, _who in told(ana)][1:] == ["Answer other words: No weekend overtime"]


def test_other_words_for_three_and_six_proposals_cost_the_same(ana, bo):
    counted = []
    for _ in range(2):
        for _ in range(3):
            make.amendment(bo, make.proposal(ana))
        with CaptureQueriesContext(connection) as seen:
            lines(ana.seat)
        counted.append(len(seen))
    assert counted == [8, 8]


def test_a_seconded_one_waits_for_its_vote(ana, bo):
    make.seconded(ana, bo)
    line = "Open the vote: No weekend overtime", "", "Proposed by Ana, seconded by Bo."
    assert (told(ana), told(bo)) == ([line], [line])


def test_whoever_has_not_voted_is_asked_and_all_see_the_count(ana, bo):
    made = make.opened(ana, bo, closes_at=make.in_days(5))
    make.vote(made, one=(ana, "yes"))
    said = "Of 2, 1 has not voted yet."
    assert told(ana) == [("A vote: No weekend overtime", "", said)]
    assert told(bo) == [("Vote: No weekend overtime", "", said)]


def test_an_objection_and_a_vote_that_closes_soon_say_so(ana, bo):
    made = make.opened(ana, bo, method="consent", closes_at=make.in_days(0.5))
    assert told(bo)[0][1] == "Closes soon"
    make.vote(made, one=(ana, "object", "Nights lose."))
    assert told(bo)[0][1] == "1 objection"


def test_once_all_have_voted_it_waits_to_be_closed(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    assert told(bo) == [("Close the vote: No weekend overtime", "", "Everyone has voted.")]
    assert "Everyone has voted." in make.page(bo, "proposal-detail", made.pk)


def test_sittings_that_are_out_are_a_number(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert told(bo) == [("A vote: No weekend overtime", "", "1 sitting has not counted yet.")]


def test_whoever_doubts_a_count_is_told_to_all(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Night shift"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    count_again(made.question, seat=bo.seat, place=1, today=make.now().date())
    said = "Bo says that the figures of Early are wrong. It counts again once a second member says so."
    assert [one[2] for one in told(ana)] == [said]


def test_tellers_who_differ_are_told_to_all(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Night shift"))
    make.differ(made, ana, place=1)
    said = "The tellers of Night shift counted differently: they count again."
    assert told(bo) == [("A vote: No weekend overtime", "They count again", said)]
    make.counted(made, ana, **{"Night shift": {"yes": 30, "no": 5, "abstain": 1}})
    assert told(bo) == [("A vote: No weekend overtime", "", "1 sitting has not counted yet.")]


def test_lots_wait_for_two_who_type_the_number(ana, bo):
    made = make.lots(ana, bo)
    line = "Draw the lots: No weekend overtime"
    assert told(bo) == [(line, "", "Nobody has typed the number yet. Two members type it.")]
    voting.draw_lots(made, seat=ana.seat, number="4 8", now=make.now())
    assert told(bo) == [(line, "", "Ana typed the number. Now a second member types it.")]
    voting.draw_lots(made, seat=bo.seat, number="4 9", now=make.now())
    assert told(ana) == [(line, "They differ", "The numbers that were typed differ. Nothing was drawn.")]


def test_the_part_has_the_number_of_running_ones(ana, bo):
    make.proposal(ana)
    make.decided(ana, bo)
    assert [part.count for part in parts(bo.seat) if part.name == "Proposals"] == [1]


def test_due_is_the_last_day_of_an_open_vote(ana, bo, cem):
    made = make.opened(ana, bo, closes_at=make.in_days(5))
    assert (due(ana.group), due(cem.group)) == ([made.question.closes_on], [])


def test_a_search_leads_to_the_proposal(ana, bo):
    made = make.proposal(ana)
    make.remark(bo, made, "Which canteen board?")
    for words in ("weekend overtime", "canteen board"):
        page = bo.client.post(f"/g/{ana.group.address}/search/", {"words": words}).content.decode()
        assert make.at("proposal-detail", bo, made.pk) in page


def test_however_many_hands_wait_for_no_day_a_vote_that_has_a_last_day_is_on_the_board(ana, bo):
    for _ in range(MOST):
        make.opened(ana, bo, mode="hands", sittings=("Early",))
    made = make.opened(ana, bo, closes_at=make.in_days(5))
    assert make.at("proposal-detail", bo, made.pk) in [line.url for line in lines(bo.seat)]


def test_three_and_nine_votes_cost_the_same(ana, bo):
    counted = []
    for times in (1, 2):
        for _ in range(times):
            make.vote(make.opened(ana, bo, method="consent"), one=(ana, "object", "No."))
            make.differ(make.opened(ana, bo, mode="hands", sittings=("Early",)), ana)
            make.lots(ana, bo)
        seat = bo.seat
        with CaptureQueriesContext(connection) as seen:
            lines(seat)
        counted.append(len(seen))
    assert counted == [6, 6]


def test_a_vote_entered_for_somebody_is_none_before_another_member_confirms_it(ana, bo):
    made = make.opened(ana, bo, closes_at=make.in_days(5))
    make.vote(made, one=(ana, "yes"))
    make.entered(ana, made, bo)
    said = "Of 2, 1 has not voted yet. 1 entered vote waits to be confirmed."
    assert told(bo) == [("Vote: No weekend overtime", "", said)]


def test_sittings_without_a_last_day_are_closed_once_all_have_counted(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    figures = {"yes": 30, "no": 5, "abstain": 1}
    make.counted(made, ana, Early=figures, Late=figures)
    assert told(bo) == [("Close the vote: No weekend overtime", "", "All sittings have counted.")]


def test_or_once_one_has_and_the_days_that_our_rules_leave_it_open_are_past(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    for days, said in ((6, "A vote"), (7, "Close the vote")):
        Question.objects.update(opened_on=make.in_days(-days).date())
        assert told(bo) == [(f"{said}: No weekend overtime", "", "1 sitting has not counted yet.")]


def test_what_is_asked_again_after_the_end_of_its_assembly_is_not_to_be_closed_before_anybody_counted(ana, bo):
    make.of_ended_assembly(ana, bo)
    assert told(bo) == [("A vote: Again", "", "2 sittings have not counted yet.")]
    Question.objects.update(opened_on=make.in_days(-6).date())
    assert told(bo) == [("A vote: Again", "", "2 sittings have not counted yet.")]


def test_the_days_of_our_rules_are_read_once_for_all_hands(ana, bo):
    counted = []
    for _ in range(2):
        for _ in range(3):
            make.opened(ana, bo, mode="hands", sittings=("Early",))
        Question.objects.update(opened_on=make.in_days(-2).date())
        with CaptureQueriesContext(connection) as seen:
            lines(bo.seat)
        counted.append(len(seen))
    assert counted == [8, 8]


def test_what_is_renewed_waits_to_be_asked_until_somebody_asks(ana, bo):
    made = make.decided(ana, bo, renewed="shift")
    make.decided(ana, bo)
    make.decided(ana, bo, renewed="day", choice="no")
    assert told(bo) == [("Ask whether it goes on: No weekend overtime", "Today", "Nobody has asked yet.")]
    make.post(bo, "proposal-renew", made.pk)
    assert told(ana)[0][0] == "Vote: No weekend overtime"
    assert len(told(ana)) == 1


def test_by_the_day_it_waits_from_the_next_day_on_and_not_for_ever(ana, bo):
    made = make.decided(ana, bo, renewed="day")
    assert [(line.when, line.urgent) for line in lines(bo.seat)] == [(make.in_days(1).date(), "")]
    Proposal.objects.filter(pk=made.pk).update(decided_on=make.in_days(-5).date())
    assert told(bo) == []


def test_new_words_for_an_open_vote_wait_for_a_second_member(ana, bo):
    made = make.opened(ana, bo)
    asking.ask_again(made, seat=bo.seat, draft=make.draft("The offer"), closes=None, now=make.now())
    assert "Read and second, or speak about it: The offer" in [title for title, _urgent, _who in told(ana)]
