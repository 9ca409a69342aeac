"""proposals:proposal-object, the reason of an objection that was raised by hand."""

from rooted.ballots.codes import keys_of
from rooted.ballots.counting_again import count_again
from rooted.ballots.counting_hands import count_hands, open_sitting
from rooted.ballots.methods import Rules
from rooted.ballots.reading import sittings
from rooted.circles.models import SealedItem
from rooted.proposals import voting
from rooted.proposals.models import Objection
from rooted.proposals.tests import make

EARLY, LATE = {"agree": 30, "abstain": 1, "aside": 0, "object": 0}, {"agree": 20, "abstain": 0, "aside": 0, "object": 6}
WHY = "The night bus does not run then."


def by_hands(member, other, **how):
    return make.opened(member, other, mode="hands", sittings=("Early", "Late"), method="consent", **how)


def close(member, made):
    make.counted(made, member, Early=EARLY, Late=LATE)
    voting.close_vote(made, seat=member.seat, now=make.now())
    return make.fresh(made)


def test_it_stands_beside_the_vote_on_the_closing_page_and_beside_the_result(ana, bo):
    made = by_hands(ana, bo)
    make.post(bo, "proposal-object", made.pk, sitting="Late", reason=WHY)
    make.counted(made, ana, Early=EARLY, Late=LATE)
    pages = [make.page(ana, name, made.pk) for name in ("proposal-detail", "proposal-close")]
    voting.close_vote(made, seat=ana.seat, now=make.now())
    pages.append(make.page(ana, "proposal-result", made.pk))
    assert [("Objection in Late:" in page, WHY in page, "Written down by Bo." in page) for page in pages] == [
        (True, True, True)
    ] * 3
    assert "The objection was upheld." in pages[2]


def test_somebody_who_was_there_writes_it_down_after_the_count(ana, bo):
    made = close(ana, by_hands(ana, bo))
    make.post(bo, "proposal-object", made.pk, sitting="", reason=WHY)
    page = make.page(ana, "proposal-result", made.pk)
    assert (made.state, WHY in page, "Objection in" in page) == ("blocked", True, False)


def test_of_a_sitting_whose_figures_are_not_shown_it_does_not_say_where(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late", "Night"), method="consent")
    make.post(bo, "proposal-object", made.pk, sitting="Night", reason=WHY)
    pages = [make.page(ana, "proposal-detail", made.pk)]
    make.counted(made, ana, Early=EARLY, Late=LATE, Night={"agree": 2, "abstain": 0, "aside": 0, "object": 1})
    pages.append(make.page(ana, "proposal-close", made.pk))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    pages.append(make.page(ana, "proposal-result", made.pk))
    assert [(WHY in page, "Objection in" in page) for page in pages] == [(True, False)] * 3


def test_sent_twice_it_is_one(ana, bo):
    made = by_hands(ana, bo)
    for _ in range(2):
        make.post(bo, "proposal-object", made.pk, sitting="Late", reason=WHY)
    assert Objection.objects.count() == 1


def test_where_nobody_can_object_by_hand_there_is_no_place_for_it(ana, bo):
    others = make.opened(ana, bo, method="consent"), make.opened(ana, bo, mode="hands", sittings=("Early",))
    for made in others:
        make.post(bo, "proposal-object", made.pk, sitting="", reason=WHY)
        assert "Write down an objection" not in make.page(bo, "proposal-detail", made.pk)
    assert Objection.objects.count() == 0


def test_another_sitting_or_no_reason_is_refused_and_what_was_typed_stays(ana, bo):
    made = by_hands(ana, bo)
    page = make.post(bo, "proposal-object", made.pk, sitting="Night", reason=WHY).content.decode()
    make.post(bo, "proposal-object", made.pk, sitting="Late", reason="")
    assert (WHY in page, Objection.objects.count()) == (True, 0)


def test_it_burns_with_its_proposal(ana, bo):
    made = by_hands(ana, bo, burn_days=7)
    make.post(bo, "proposal-object", made.pk, sitting="Late", reason=WHY)
    voting.erase_proposal(made.pk)
    assert (Objection.objects.count(), SealedItem.objects.filter(kind="proposals.objection").count()) == (0, 0)


def test_another_group_does_not_find_it(ana, bo, cem):
    made = by_hands(ana, bo)
    assert cem.client.get(make.at("proposal-object", cem, made.pk)).status_code == 404


def typed_by_tellers(member, made, sitting, figures, reasons, present=40):
    """Both tellers of a sitting type the same figures, and each a reason."""
    (row,) = [one for one in sittings(made.question, member.seat) if one.name == sitting]
    for code, reason in zip(row.codes, reasons, strict=True):
        opened = open_sitting(member.group, keys_of(code, member.group.pk))
        count_hands(opened, figures=figures, present=present, reason=reason, today=make.today())


def objections_on(member, made, name="proposal-detail"):
    page = make.page(member, name, made.pk)
    words = ("Objection in Late:", "Objection in Early:", "Objection:", "Written down by")
    return [one for one in words if one in page]


def test_a_teller_types_the_reason_and_no_name_is_kept(ana, bo):
    made = by_hands(ana, bo)
    typed_by_tellers(ana, made, "Late", LATE, [WHY, ""])
    assert objections_on(ana, made) == []
    make.counted(made, ana, Early=EARLY)
    assert objections_on(ana, made) == ["Objection in Late:"]
    assert WHY in make.page(bo, "proposal-detail", made.pk)
    voting.close_vote(made, seat=ana.seat, now=make.now())
    assert objections_on(bo, make.fresh(made), "proposal-result") == ["Objection in Late:"]


def test_what_tellers_wrote_waits_with_the_figures_of_their_sitting(ana, bo):
    made = by_hands(ana, bo, rules=Rules(closed_until_last=True))
    typed_by_tellers(ana, made, "Late", LATE, [WHY, ""])
    assert objections_on(ana, made) == []
    typed_by_tellers(ana, made, "Early", {"agree": 2, "abstain": 0, "aside": 0, "object": 1}, ["", "Too cold."], 3)
    voting.close_vote(make.fresh(made), seat=ana.seat, now=make.now())
    page = make.page(ana, "proposal-result", made.pk)
    assert (objections_on(ana, make.fresh(made), "proposal-result"), "Too cold." in page) == (["Objection:"], True)


def test_counted_again_a_reason_stays(ana, bo):
    made = by_hands(ana, bo)
    typed_by_tellers(ana, made, "Late", LATE, [WHY, ""])
    make.counted(made, ana, Early=EARLY)
    for one in (ana, bo):
        count_again(made.question, seat=one.seat, place=2, today=make.now().date())
    assert objections_on(ana, made) == ["Objection in Late:"]
    typed_by_tellers(ana, made, "Late", LATE, ["", ""])
    assert objections_on(ana, made) == ["Objection in Late:"]
