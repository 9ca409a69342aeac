"""assembly:sitting-hands"""

from rooted.assembly.models import FilledSheet
from rooted.assembly.reading import minutes_text
from rooted.assembly.tests.make import fresh, page, post, sitting
from rooted.ballots.models import Question

HANDS = {"question": "A break now?", "for_it": "38", "against": "2", "abstained": "1"}
SAID = "Show of hands: A break now? For it: 38. Against it: 2. Abstained: 1."


def test_of_one_it_waits_for_all_to_see(ana, bo):
    one = sitting(ana)
    post(ana, "sitting-hands", one.pk, **HANDS)
    shown = page(bo, "sitting-detail", one.pk)
    assert ("Typed in by one, not yet confirmed" in shown, "A break now?" in shown) == (True, True)
    assert [">38<" in page(who, "sitting-detail", one.pk) for who in (ana, bo)] == [True, False]
    assert minutes_text(bo.seat, fresh(one)) == ""


def test_the_same_from_a_second_stands_in_the_minutes_as_three_numbers_and_no_vote(ana, bo):
    one = sitting(ana)
    for member in (ana, ana, bo):
        post(member, "sitting-hands", one.pk, **HANDS)
    assert (minutes_text(ana.seat, fresh(one)).count(SAID), Question.objects.count()) == (1, 0)
    assert FilledSheet.objects.filter(confirmed_on=None).count() == 0


def test_another_question_is_another_show_of_hands(ana, bo):
    one = sitting(ana)
    post(ana, "sitting-hands", one.pk, **HANDS)
    post(bo, "sitting-hands", one.pk, **HANDS | {"question": "Another break?"})
    assert FilledSheet.objects.filter(confirmed_on=None).count() == 2


def test_what_was_typed_comes_back(ana):
    shown = post(ana, "sitting-hands", sitting(ana).pk, **HANDS | {"against": "-2"}).content.decode()
    assert ("A break now?" in shown, "not below 0" in shown, "<details open>" in shown) == (True, True, True)
