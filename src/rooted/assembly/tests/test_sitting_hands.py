"""assembly:sitting-hands"""

from rooted.assembly.reading import minutes_text
from rooted.assembly.tests.make import fresh, post, sitting
from rooted.ballots.models import Question

HANDS = {"question": "A break now?", "for_it": "38", "against": "2", "abstained": "1"}


def test_a_show_of_hands_is_three_numbers_in_the_minutes_and_no_vote(ana):
    one = sitting(ana)
    post(ana, "sitting-hands", one.pk, **HANDS)
    said = "Show of hands: A break now? For it: 38. Against it: 2. Abstained: 1."
    assert (said in minutes_text(ana.seat, fresh(one)), Question.objects.count()) == (True, 0)


def test_what_was_typed_comes_back(ana):
    shown = post(ana, "sitting-hands", sitting(ana).pk, **HANDS | {"against": "-2"}).content.decode()
    assert ("A break now?" in shown, "not below 0" in shown, "<details open>" in shown) == (True, True, True)
