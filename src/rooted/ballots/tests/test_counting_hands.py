"""Two tellers, two codes: what they type, what counts, what no code opens any more."""

import json
import threading

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone

from rooted.ballots import actions, counting_hands
from rooted.ballots.codes import keys_of
from rooted.ballots.models import Question, SittingCount
from rooted.ballots.reading import result_of, shown_so_far, sittings
from rooted.ballots.sealed import RESULT
from rooted.ballots.tests import make
from rooted.base import seal
from rooted.circles.actions import drop_in
from rooted.groups.models import Seat
from rooted.people.models import Person

pytestmark = pytest.mark.django_db


def test_figures_count_once_both_tellers_typed_the_same(ana):
    question = make.by_hands(ana)
    first, second = make.codes(ana, question)
    assert (make.type_in(ana, first), make.type_in(ana, second)) == ("kept", "counted")
    assert sittings(question, ana.seat)[0].sat.figures == make.FIGURES


def test_tellers_who_disagree_both_begin_again(ana):
    question = make.by_hands(ana)
    first, second = make.codes(ana, question)
    make.type_in(ana, first)
    assert make.type_in(ana, second, {**make.FIGURES, "yes": 11}) == "differ"
    row = make.sitting(question)
    assert (bytes(row.typed), row.typed_by, row.count) == (b"", 0, None)
    assert make.count_both(ana, question) == "counted"


def test_when_too_many_wait_the_opening_is_refused_with_a_sentence(ana, monkeypatch):
    monkeypatch.setattr(seal, "_admitted", threading.BoundedSemaphore(1))
    with seal._admitted, pytest.raises(ValidationError, match="Send it again in a minute"):
        make.by_hands(ana)


def test_one_teller_alone_never_counts(ana):
    question = make.by_hands(ana)
    first, _second = make.codes(ana, question)
    assert [make.type_in(ana, first) for _again in range(3)] == ["kept"] * 3


def test_a_teller_corrects_their_own_figures_before_the_other_comes(ana):
    question = make.by_hands(ana)
    first, second = make.codes(ana, question)
    make.type_in(ana, first, {**make.FIGURES, "yes": 2})
    make.type_in(ana, first)
    assert make.type_in(ana, second) == "counted"


def test_a_used_code_is_refused_and_changes_nothing(ana):
    question = make.by_hands(ana)
    first, _second = make.codes(ana, question)
    make.count_both(ana, question)
    with pytest.raises(ValidationError, match="This code has been used"):
        make.type_in(ana, first, {"yes": 0, "no": 0, "abstain": 0})
    assert sittings(question, ana.seat)[0].sat.present == 20


def test_a_code_that_was_used_while_its_page_stood_open_changes_nothing(ana):
    question = make.by_hands(ana)
    first, _second = make.codes(ana, question)
    stood_open = counting_hands.open_sitting(ana.group, keys_of(first, ana.group.pk))
    make.count_both(ana, question)
    with pytest.raises(ValidationError, match="This code has been used"):
        counting_hands.count_hands(stood_open, figures=make.FIGURES, present=20, today=timezone.localdate())
    assert bytes(make.sitting(question).typed) == b""


def test_no_code_of_another_group_or_of_nobody_opens_anything(ana, cem):
    first, _second = make.codes(ana, make.by_hands(ana))
    for group, code in ((cem.group, first), (ana.group, "apple apple apple"), (ana.group, "")):
        with pytest.raises(counting_hands.WrongCode):
            counting_hands.open_sitting(group, keys_of(code, group.pk))


@pytest.mark.parametrize(
    ("figures", "present"),
    [
        ({"yes": 12, "no": 3, "abstain": 6}, 20),
        ({"yes": 21, "no": 0, "abstain": 0}, 20),
        ({"yes": -1, "no": 0, "abstain": 0}, 20),
        ({"yes": 1, "no": 0}, 20),
        ({"yes": 1, "no": 0, "abstain": 0, "perhaps": 1}, 20),
        ({"yes": 0, "no": 0, "abstain": 0}, 100_001),
    ],
)
def test_figures_no_sitting_can_have_counted_are_refused(ana, figures, present):
    question = make.by_hands(ana)
    first, _second = make.codes(ana, question)
    with pytest.raises(ValidationError):
        make.type_in(ana, first, figures, present)
    assert make.sitting(question).typed_by == 0


def test_at_the_close_codes_end_and_a_sitting_that_did_not_count_is_named(ana):
    question = make.by_hands(ana)
    first, _second = make.codes(ana, question, 1)
    make.count_both(ana, question)
    make.type_in(ana, first)
    assert make.close(ana, question).out == ["Late"]
    assert [bytes(row.first_secret) + bytes(row.typed) + bytes(row.shown) for row in question.sittings.all()] == [
        b""
    ] * 2
    assert [row.count for row in question.sittings.all()] == [None, None]
    with pytest.raises(ValidationError, match="Its codes have ended"):
        make.type_in(ana, first)


def test_whoever_writes_to_the_database_cannot_forge_a_count(ana):
    question = make.by_hands(ana)
    from_outside = {"figures": {"yes": 900, "no": 0, "abstain": 0}, "present": 900, "reasons": [], "proof": "0" * 64}
    item = drop_in(ana.group.circle, counting_hands.COUNT, from_outside)
    SittingCount.objects.filter(question=question, place=1).update(count=item)
    assert make.close(ana, question).figures == {"yes": 0, "no": 0, "abstain": 0}


def test_neither_a_result_nor_a_sitting_is_read_in_the_place_of_another(ana):
    one, other = make.by_hands(ana), make.by_hands(ana)
    first, second = make.sitting(one), make.sitting(other)
    for of in (one, other):
        make.close(ana, of)
    item = make.fresh(one).result_id
    Question.objects.filter(pk=one.pk).update(result=None)
    Question.objects.filter(pk=other.pk).update(result=item)
    SittingCount.objects.filter(pk=first.pk).delete()
    SittingCount.objects.filter(pk=second.pk).update(item=first.item_id)
    with pytest.raises(seal.Closed):
        result_of(make.fresh(other), ana.seat)
    with pytest.raises(seal.Closed):
        sittings(other, ana.seat)


def rows_that_know_members() -> dict[str, int]:
    """How many rows each table has that points at members or people."""
    found = [one for one in apps.get_models() if any(field.related_model in {Seat, Person} for field in forward(one))]
    return {model.__name__: model.objects.count() for model in found}


def forward(model) -> list:
    return [field for field in model._meta.get_fields() if field.concrete and field.is_relation]


def test_no_row_names_who_voted_because_no_such_row_exists(ana, bo):
    before = rows_that_know_members()
    assert "Elector" in before, "a vote of members would be found"
    question = make.by_hands(ana)
    make.count_both(ana, question)
    actions.close_question(question, seat=ana.seat, today=question.opened_on)
    assert rows_that_know_members() == before
    said = ana.seat.keys.read(Question.objects.get(pk=question.pk).result, RESULT)["result"]
    assert [str(member.seat.pk) in json.dumps(said) for member in (ana, bo)] == [False, False]


def test_earlier_figures_stay_closed_until_the_last_has_counted(ana):
    names = ("Early", "Late", "Night")
    question, secret = (make.by_hands(ana, names=names, closed_until_last=closed) for closed in (False, True))
    for of in (question, secret):
        make.count_both(ana, of, 0)
        make.count_both(ana, of, 1, {"yes": 30, "no": 0, "abstain": 0}, 30)
    assert [row.name for row in shown_so_far(question, ana.seat)] == ["Late"]
    assert shown_so_far(secret, ana.seat) == []
    make.count_both(ana, secret, 2)
    assert [row.name for row in shown_so_far(secret, ana.seat)] == list(names)


def test_before_the_close_no_sitting_is_shown_that_the_result_hides(ana):
    question = make.by_hands(ana, names=("Early", "Late", "Night"))
    for place, present in enumerate((3, 30, 40)):
        make.count_both(ana, question, place, {"yes": present, "no": 0, "abstain": 0}, present)
    shown = [row.name for row in shown_so_far(question, ana.seat)]
    result = actions.close_question(question, seat=ana.seat, today=question.opened_on)
    assert shown == [row.name for row in result.rows if row.name] == ["Night"]


def test_the_same_sittings_are_asked_again_with_new_codes(ana):
    earlier = make.by_hands(ana)
    old = make.codes(ana, earlier)
    told = [(one.name, one.language) for one in sittings(earlier, ana.seat)]
    prepared = counting_hands.prepare_sittings(ana.group, told)
    today = earlier.opened_on
    newer = actions.ask_again(earlier, make.asked(), seat=ana.seat, today=today, sittings=prepared)
    assert make.codes(ana, newer) != old
    with pytest.raises(ValidationError, match="Its codes have ended"):
        make.type_in(ana, old[0])
    assert make.count_both(ana, newer) == "counted"
