"""proposals:proposal-again, a new offer or other words to the same people."""

import re
from datetime import timedelta

from django.utils.formats import date_format

from rooted.ballots.methods import Rules
from rooted.ballots.reading import asked_of, sittings
from rooted.proposals import voting
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry

DAY = make.in_days(7).date().isoformat()  # as long as our rules leave a vote open


def again(member, made, **changed):
    """All that the form of asking again sends, `changed`."""
    told = {"title": "The second offer", "text": "They pay double.", "burn_days": "0", "closes_on": DAY, "seen": 1}
    return make.post(member, "proposal-again", made.pk, **(told | changed))


def newest(made):
    return Proposal.objects.get(after=made)


def test_a_new_offer_goes_to_the_same_members(ana, bo):
    made = make.decided(ana, bo)
    again(bo, made)
    assert (newest(made).state, make.content(ana, newest(made))["title"]) == ("open", "The second offer")
    assert (make.fresh(made).state, make.content(ana, made)["title"]) == ("carried", "No weekend overtime")


def test_all_that_will_be_asked_stands_in_the_form(ana, bo):
    terms = {"bound": "All of us", "tasks": ("Tell the late shift",), "burn_days": 7, "review_on": make.today()}
    made = make.decided(ana, bo, method="approval", options=("Monday", "Friday"), choice=[0], renewed="day", **terms)
    page = make.page(bo, "proposal-again", made.pk)
    names = ["title", "text", "options", "bound", "tasks", "in_force_from", "in_force_until", "review_on"]
    assert [f'name="{name}"' in page for name in names] == [True] * 8
    told = ["Monday\nFriday", "All of us", "Tell the late shift", make.today().isoformat()]
    assert [one in page for one in told] == [True] * 4
    assert re.findall(r'name="(?:burn_days|renewed)" value="(\w+)"[^>]* checked', page) == ["7", "day"]


def test_what_was_objected_is_read_where_it_is_answered_and_what_changes_where_it_is_voted_on(ana, bo):
    made = make.opened(ana, bo, method="consent", text="We meet at ten.\n\nIn the laundry.")
    make.vote(made, one=(ana, "agree"), two=(bo, "object", "Nights sleep then."))
    assert "Nights sleep then." in make.page(ana, "proposal-again", made.pk), "while it is open"
    voting.close_vote(made, seat=ana.seat, now=make.now())
    assert "Nights sleep then." in make.page(ana, "proposal-again", made.pk)
    again(ana, make.fresh(made), text="We meet at two.\n\nIn the laundry.")
    page = make.page(bo, "proposal-detail", newest(made).pk)
    assert ("What changes" in page, "<del>ten</del>" in page, "<ins>two</ins>" in page) == (True, True, True)


def test_where_the_words_are_the_same_nothing_changes(ana, bo):
    made = make.decided(ana, bo)
    again(ana, made, text=make.TEXT)
    assert "What changes" not in make.page(bo, "proposal-detail", newest(made).pk)


def test_each_of_it_can_be_changed(ana, bo):
    made = make.decided(ana, bo, method="approval", options=("Monday", "Friday"), choice=[0], tasks=("Tell the late",))
    again(bo, made, options="Monday\nSunday", tasks="Tell the early shift", bound="The early shift", burn_days="30")
    said = make.content(ana, newest(made))
    assert (said["options"], said["terms"]["tasks"]) == (["Monday", "Sunday"], ["Tell the early shift"])
    assert (said["terms"]["bound"], said["terms"]["burn_days"], said["method"]) == ("The early shift", 30, "approval")
    assert asked_of(newest(made).question, ana.seat).options == ("Monday", "Sunday")


def test_it_is_asked_again_once(ana, bo):
    made = make.decided(ana, bo)
    for _ in range(2):
        again(bo, made)
    assert Proposal.objects.filter(after=made).count() == 1


def test_carried_it_takes_the_place_of_the_earlier_one_in_the_register(ana, bo):
    made = make.decided(ana, bo)
    again(bo, made)
    make.vote(newest(made), one=(ana, "yes"), two=(bo, "yes"))
    make.post(ana, "proposal-close", newest(made).pk)
    assert newest(made).entry.supersedes == made.entry


def test_what_was_typed_stays_when_it_is_refused(ana, bo):
    made = make.decided(ana, bo)
    page = again(ana, made, closes_on="", tasks="Tell the late shift").content.decode()
    assert [one in page for one in ("Say until when members can vote.", "They pay double.", "Tell the late shift")] == [
        True
    ] * 3


def test_nobody_asks_again_for_a_shorter_time_than_our_rules_say(ana, bo):
    made, least = make.decided(ana, bo), make.today() + timedelta(days=7)
    page = again(ana, made, closes_on=least - timedelta(days=1)).content.decode()
    said = f"They can vote at least until {date_format(least)}. Choose that day or a later one."
    assert f'id="id_closes_on_error"><p>{said}' in page
    assert ("They pay double." in page, Proposal.objects.filter(after=made).count()) == (True, 0)
    again(ana, made, closes_on=least, closes_clock="00:01")  # by the calendar: any hour of that day
    assert newest(made).question.closes_on == least


def test_nor_for_a_shorter_time_than_before(ana, bo):
    made = make.decided(ana, bo, closes_at=make.in_days(20))
    again(ana, made, closes_on=make.today() + timedelta(days=19))
    assert Proposal.objects.filter(after=made).count() == 0
    again(ana, made, closes_on=make.today() + timedelta(days=20))
    assert newest(made).state == "open"


def test_while_a_vote_is_open_nobody_ends_it_alone(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(bo, "yes"))
    for _ in range(2):  # sent twice, it is the same draft
        again(bo, made)
    assert (make.fresh(made).state, newest(made).state) == ("open", "draft")
    page = make.post(bo, "proposal-second", newest(made).pk, seen=1).content.decode()
    assert "Another member has to second it." in page
    assert (make.fresh(made).state, newest(made).state) == ("open", "draft")


def test_the_second_of_two_asks_everyone_again(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(bo, "yes"))
    again(bo, made)
    assert "is not counted: everyone is asked again" in make.page(ana, "proposal-detail", newest(made).pk)
    make.post(ana, "proposal-second", newest(made).pk, seen=1)
    assert (make.fresh(made).state, newest(made).state, Entry.objects.count()) == ("withdrawn", "open", 0)
    assert newest(made).question.electors.exclude(item=None).count() == 0
    assert asked_of(newest(made).question, ana.seat).text == "They pay double."
    assert make.content(ana, newest(made))["seconder"] == ana.seat.pk


def test_the_page_of_the_open_vote_leads_to_the_words_that_wait(ana, bo):
    made = make.opened(ana, bo)
    again(bo, made)
    page = make.page(ana, "proposal-detail", made.pk)
    assert make.at("proposal-detail", ana, newest(made).pk) in page
    assert "Other words wait for a second member" in page


def test_the_list_says_that_it_was_asked_again_and_not_withdrawn(ana, bo):
    made = make.opened(ana, bo)
    again(bo, made)
    make.post(ana, "proposal-second", newest(made).pk, seen=1)
    page = make.page(ana, "proposal-list", query="?show=ended")
    assert ("Not counted, asked again" in page, "Withdrawn" in page) == (True, False)


def test_the_same_sittings_get_new_codes_and_none_has_counted(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    old = [one.codes for one in sittings(made.question, ana.seat) if one.codes]
    again(ana, made)
    make.post(bo, "proposal-second", newest(made).pk, seen=1)
    new = sittings(newest(made).question, ana.seat)
    assert [(one.name, one.sat) for one in new] == [("Early", None), ("Late", None)]
    assert set(old) & {one.codes for one in new} == set()


def test_words_for_a_vote_that_was_closed_meanwhile_are_a_draft_like_any_other(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    again(bo, made)
    make.post(ana, "proposal-close", made.pk)
    make.post(ana, "proposal-second", newest(made).pk, seen=1)
    assert (make.fresh(made).state, newest(made).state) == ("carried", "seconded")


def test_words_that_changed_meanwhile_are_read_first(ana, bo):
    made = make.opened(ana, bo)
    again(bo, made)
    make.post(bo, "proposal-edit", newest(made).pk, **make.typed(text="Quite other."), seen=1)
    page = make.post(ana, "proposal-second", newest(made).pk, seen=1).content.decode()
    assert "Somebody changed these words" in page
    assert (make.fresh(made).state, newest(made).state) == ("open", "draft")


def test_an_objection_is_answered_by_other_words(ana, bo):
    made = make.opened(ana, bo, method="consent")
    make.vote(made, one=(bo, "object", "Nights lose."))
    again(ana, made, text="Nights are paid.")
    make.post(bo, "proposal-second", newest(made).pk, seen=1)
    make.vote(newest(made), one=(ana, "agree"), two=(bo, "agree"))
    make.post(ana, "proposal-close", newest(made).pk)
    assert (make.fresh(made).state, newest(made).state) == ("withdrawn", "carried")


def test_other_words_taken_over_into_the_draft_are_a_second_member_too(ana, bo):
    made = make.opened(ana, bo)
    again(bo, made, text="They pay double.\n\nFrom May on.")
    said = make.amendment(ana, newest(made), after="They pay double at night.")
    make.post(bo, "amendment-answer", said.pk, answer="accepted", seen=1)
    assert (make.fresh(made).state, newest(made).state) == ("open", "seconded")
    assert "Ask everyone again with these words" in make.page(bo, "proposal-detail", newest(made).pk)
    make.post(bo, "proposal-second", newest(made).pk, seen=2)
    assert (make.fresh(made).state, newest(made).state) == ("withdrawn", "open")


def test_no_way_around_opens_a_second_vote_beside_the_open_one(ana, bo):
    made = make.opened(ana, bo, method="together")
    again(bo, made)
    make.post(ana, "proposal-agree", newest(made).pk, seen=1)
    make.post(ana, "proposal-open", newest(made).pk, mode="members", closes_on=DAY, seen=1)
    assert (make.fresh(made).state, newest(made).state) == ("open", "draft")


def test_where_only_the_two_may_open_votes_only_they_ask_again_what_was_decided(ana, bo):
    make.carried_rules(ana, bo, calls="proposers", quorum=1)
    made = make.decided(ana, bo, rules=Rules(quorum=1))
    gul = make.third(ana)
    page = again(gul, made).content.decode()
    assert "only the two who proposed and seconded this open the vote" in page
    again(bo, made)
    assert newest(made).state == "open"


def test_whoever_reads_the_new_words_sees_what_changes(ana, bo):
    made = make.opened(ana, bo)
    again(bo, made, text="No overtime at weekends from May on.\n\nUntil the rota hangs on the board.")
    page = make.page(ana, "proposal-detail", newest(made).pk)
    assert [one in page for one in ("What changes", "<del", "<ins")] == [True, True, True]
    assert "What changes" not in make.page(ana, "proposal-detail", made.pk)
