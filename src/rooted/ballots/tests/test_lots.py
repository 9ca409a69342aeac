"""The number for the lots: two members type it, and nothing is drawn before both are the same."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots import actions
from rooted.ballots.lots import type_number
from rooted.ballots.reading import Typed, agreed_number, typed_numbers
from rooted.ballots.tests.make import close, fresh, lots, question
from rooted.circles.models import SealedItem

pytestmark = pytest.mark.django_db


def typed(member, of):
    return [one.number for one in typed_numbers(fresh(of), member.seat)]


def test_lots_are_drawn_from_the_number_that_two_typed(ana, bo):
    made = lots(ana)
    said = [type_number(made, seat=ana.seat, number="4, 8"), type_number(made, seat=bo.seat, number="4 8")]
    assert (said, close(bo, made).sentences[0].values["seed"]) == ([False, True], "4 8")


def test_typed_twice_by_one_member_it_does_not_count(ana):
    made = lots(ana)
    assert [type_number(made, seat=ana.seat, number="4 8") for _ in range(2)] == [False, False]
    with pytest.raises(ValidationError, match="Two members have to type the same number"):
        close(ana, made)
    assert fresh(made).closed_on is None


def test_numbers_that_differ_are_both_kept_until_one_is_corrected(ana, bo):
    made = lots(ana)
    said = [type_number(made, seat=ana.seat, number="4 8"), type_number(made, seat=bo.seat, number="4 9")]
    assert said == [False, False]
    assert typed(bo, made) == ["4 8", "4 9"]
    assert (type_number(made, seat=ana.seat, number="4 9"), typed(bo, made)) == (True, ["4 9", "4 9"])


@pytest.mark.parametrize("number", ["", " –, ", "4" * 201])
def test_what_is_no_number_is_refused_and_changes_nothing(ana, number):
    made = lots(ana)
    with pytest.raises(ValidationError, match="Type the number as its source gives it"):
        type_number(made, seat=ana.seat, number=number)
    assert typed(ana, made) == []


def test_no_number_is_taken_after_the_draw_or_where_members_vote(ana, bo):
    made = lots(ana)
    [type_number(made, seat=one.seat, number="4 8") for one in (ana, bo)]
    close(ana, made)
    for other in (made, question(ana)):
        with pytest.raises(ValidationError, match="Nothing was changed"):
            type_number(other, seat=ana.seat, number="4 8")


def test_what_was_typed_is_erased_with_the_draw_and_with_a_withdrawal(ana, bo):
    for end in (lambda made: close(ana, made), lambda made: actions.end_uncounted(made, today=made.opened_on)):
        made = lots(ana)
        [type_number(made, seat=one.seat, number="4 8") for one in (ana, bo)]
        number = fresh(made).number_id
        end(made)
        assert (SealedItem.objects.filter(pk=number).exists(), fresh(made).number) == (False, None)


def test_nobody_is_an_elector_where_lots_are_drawn(ana):
    assert lots(ana).electors.count() == 0


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["4 8", "4-8", "4 9"]))))
def test_a_number_is_agreed_exactly_when_two_members_last_typed_the_same(steps):
    last = {}
    for by, number in steps:
        last.pop(by, None)
        last[by] = number
    agreed = agreed_number([Typed(by, number) for by, number in last.items()])
    forms = [number.replace("-", " ") for number in last.values()]
    assert (agreed != "") == (len(set(forms)) < len(forms))
    assert agreed == "" or forms.count(agreed) > 1
