"""proposals:proposal-again, a new offer or other words to the same people."""

from rooted.ballots.reading import sittings
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make

DAY = make.in_days(5).date().isoformat()


def test_a_new_offer_goes_to_the_same_members(ana, bo):
    made = make.decided(ana, bo)
    typed = {"title": "The second offer", "text": "They pay double.", "closes_on": DAY}
    make.post(bo, "proposal-again", made.pk, **typed, seen=1)
    again = Proposal.objects.get(after=made)
    assert (again.state, make.content(ana, again)["title"]) == ("open", "The second offer")
    assert (make.fresh(made).state, make.content(ana, made)["title"]) == ("carried", "No weekend overtime")


def test_the_same_sittings_get_new_codes(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    old = [one.codes for one in sittings(made.question, ana.seat)]
    make.post(ana, "proposal-again", made.pk, title="Goes on?", text=make.TEXT, seen=1)
    again = Proposal.objects.get(after=made)
    new = [one.codes for one in sittings(again.question, ana.seat)]
    assert ([one.name for one in sittings(again.question, ana.seat)], set(old) & set(new)) == (["Early", "Late"], set())
    assert make.fresh(made).state == "withdrawn"


def test_it_is_asked_again_once(ana, bo):
    made = make.decided(ana, bo)
    for _ in range(2):
        make.post(bo, "proposal-again", made.pk, title="Again", text="Again.", closes_on=DAY, seen=1)
    assert Proposal.objects.filter(after=made).count() == 1


def test_carried_it_takes_the_place_of_the_earlier_one_in_the_register(ana, bo):
    made = make.decided(ana, bo)
    make.post(bo, "proposal-again", made.pk, title="Again", text="Again.", closes_on=DAY, seen=1)
    again = Proposal.objects.get(after=made)
    make.vote(again, one=(ana, "yes"), two=(bo, "yes"))
    make.post(ana, "proposal-close", again.pk)
    assert make.fresh(again).entry.supersedes == made.entry


def test_what_was_typed_stays_when_it_is_refused(ana, bo):
    made = make.decided(ana, bo)
    page = make.post(ana, "proposal-again", made.pk, title="Again", text="They pay double.", seen=1).content.decode()
    assert "Say until when members can vote." in page
    assert "They pay double." in page


def test_an_objection_is_answered_by_other_words(ana, bo):
    made = make.opened(ana, bo, method="consent")
    make.vote(made, one=(bo, "object", "Nights lose."))
    make.post(ana, "proposal-again", made.pk, title="Better", text="Nights are paid.", closes_on=DAY, seen=1)
    again = Proposal.objects.get(after=made)
    make.vote(again, one=(ana, "agree"), two=(bo, "agree"))
    make.post(ana, "proposal-close", again.pk)
    assert (make.fresh(made).state, make.fresh(again).state) == ("withdrawn", "carried")
