"""A sitting whose tellers agreed counts again: what was counted first stands until then, and is kept beside it."""

from copy import copy

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from rooted.ballots import counting_again, counting_hands
from rooted.ballots.codes import keys_of
from rooted.ballots.counting_hands import WrongCode, open_sitting
from rooted.ballots.drawing import shown
from rooted.ballots.reading import counted_at, sittings
from rooted.ballots.sentences import say
from rooted.ballots.tests import make
from rooted.circles.actions import drop_in
from rooted.circles.models import SealedItem

pytestmark = pytest.mark.django_db
OTHER = {"yes": 3, "no": 12, "abstain": 1}


@pytest.fixture
def question(ana):
    made = make.by_hands(ana)
    make.count_both(ana, made)
    make.count_both(ana, made, 1)
    return made


def count_again(ana, bo, question, place=1):
    """Ana asks for it, then Bo."""
    today = timezone.localdate()
    return [counting_again.count_again(question, seat=one.seat, place=place, today=today) for one in (ana, bo)]


def read_first(stale):
    """Reading a sitting: the first time as it was a moment ago."""
    left = [stale]
    return lambda *args: left.pop() if left else counted_at(*args)


def early(member, question):
    return sittings(question, member.seat)[0]


def test_one_member_alone_makes_no_new_codes(ana, bo, question):
    for _click in range(2):
        assert counting_again.count_again(question, seat=ana.seat, place=1, today=timezone.localdate()) is False
    assert [(one.asks, one.again) for one in sittings(question, bo.seat)] == [(ana.seat.pk, False), (0, False)]
    assert count_again(bo, ana, question) == [True, True]
    assert (early(ana, question).asks, make.sitting(question).doubted_on) == (0, None)


def test_of_two_who_ask_at_the_same_moment_the_second_need_not_ask_once_more(ana, bo, question, monkeypatch):
    read, today = counting_again.counted_at(question, bo.seat, 1), timezone.localdate()
    counting_again.count_again(question, seat=ana.seat, place=1, today=today)
    monkeypatch.setattr(counting_again, "counted_at", read_first(read))
    assert counting_again.count_again(question, seat=bo.seat, place=1, today=today) is True
    assert early(ana, question).again is True


def test_where_nobody_else_is_left_one_is_enough(ana, question):
    assert counting_again.count_again(question, seat=ana.seat, place=1, today=timezone.localdate()) is True


def test_what_was_counted_stands_until_two_tellers_agree_anew(ana, bo, question):
    count_again(ana, bo, question)
    first, second = make.codes(ana, question)
    make.type_in(ana, first, OTHER)
    assert (early(ana, question).again, early(ana, question).sat.figures) == (True, make.FIGURES)
    assert make.type_in(ana, second, OTHER) == "counted"
    assert (early(ana, question).again, early(ana, question).sat.figures) == (False, OTHER)


def test_the_result_counts_the_last_and_keeps_the_first_struck_through(ana, bo, question):
    count_again(ana, bo, question)
    make.count_both(ana, question, 0, OTHER)
    count_again(ana, bo, question)
    make.count_both(ana, question, 0, {"yes": 4, "no": 12, "abstain": 1})
    result = make.close(ana, question)
    assert result.figures == {"yes": 16, "no": 15, "abstain": 2}
    assert shown(make.asked(), result).struck == [
        "Early. Present: 20. Yes: 12, No: 3, Abstain: 1.", "Early. Present: 20. Yes: 3, No: 12, Abstain: 1.",
    ]  # fmt: skip


def test_closed_before_the_tellers_agree_the_first_figures_count(ana, bo, question):
    count_again(ana, bo, question)
    make.type_in(ana, make.codes(ana, question)[0], OTHER)
    result = make.close(ana, question)
    assert (result.figures, [row.earlier for row in result.rows]) == ({"yes": 24, "no": 6, "abstain": 2}, [[], []])


def test_old_codes_open_nothing_and_a_second_click_makes_no_new_ones(ana, bo):
    question = make.by_hands(ana)
    old = make.codes(ana, question)
    make.count_both(ana, question)
    count_again(ana, bo, question)
    new = make.codes(ana, question)
    count_again(ana, bo, question)
    assert make.codes(ana, question) == new
    with pytest.raises(WrongCode):
        open_sitting(ana.group, keys_of(old[0], ana.group.pk))


def test_a_sitting_that_is_out_or_a_closed_vote_is_not_counted_again(ana, bo):
    question = make.by_hands(ana)
    out = make.codes(ana, question, 1)
    count_again(ana, bo, question, place=2)
    assert make.codes(ana, question, 1) == out
    make.count_both(ana, question)
    make.close(ana, question)
    count_again(ana, bo, make.fresh(question))
    assert (early(ana, question).sat, early(ana, question).codes) == (None, None)


def test_closed_meanwhile_it_is_refused(ana, bo, question, monkeypatch):
    prepared = counting_again.prepare_sittings

    def close_first(*args):
        make.close(ana, question)
        return prepared(*args)

    monkeypatch.setattr(counting_again, "prepare_sittings", close_first)
    with pytest.raises(ValidationError, match="This vote is closed"):
        count_again(ana, bo, question)


def test_of_a_hidden_sitting_no_earlier_figures_are_told_and_all_are_erased(ana, bo):
    question = make.by_hands(ana)
    few = {"yes": 3, "no": 0, "abstain": 0}
    make.count_both(ana, question, 0, few, 3)
    make.count_both(ana, question, 1)
    count_again(ana, bo, question)
    make.count_both(ana, question, 0, few | {"yes": 2}, 3)
    assert shown(make.asked(), make.close(ana, question)).struck == []
    assert SealedItem.objects.filter(kind__in=["ballots.earlier", "ballots.count", "ballots.codes"]).count() == 0


def test_recounted_to_a_few_it_is_not_given_away_by_a_sitting_that_was_shown(ana, bo):
    question = make.by_hands(ana, names=("Early", "Late", "Night"))
    for number in range(3):
        make.count_both(ana, question, number)
    count_again(ana, bo, question, place=3)
    make.count_both(ana, question, 2, {"yes": 1, "no": 3, "abstain": 0}, 4)
    result = make.close(ana, question)
    assert (result.figures, [row.name for row in result.rows]) == (None, ["Late"])
    assert say(result)[0] == "Carried. The figures stay hidden: they would tell how a few people voted."


def test_figures_counted_when_only_a_few_were_there_are_not_kept_beside_the_last(ana, bo):
    question = make.by_hands(ana)
    make.count_both(ana, question, 0, {"yes": 1, "no": 3, "abstain": 0}, 4)
    make.count_both(ana, question, 1)
    count_again(ana, bo, question)
    make.count_both(ana, question)
    result = make.close(ana, question)
    assert (result.concealed, [row.earlier for row in result.rows]) == ([], [[], []])


def as_counted_before_there_were_reasons(circle, kind, content, expires_on=None):
    """What a version wrote that knew of none: without the field, and with the proof of that time."""
    older = copy(kind)  # not a kind of its own: those are listed by name
    object.__setattr__(older, "fields", tuple(name for name in kind.fields if name != "reasons"))
    return drop_in(circle, older, {name: content[name] for name in older.fields}, expires_on)


def test_counts_made_before_tellers_typed_reasons_still_stand(ana, monkeypatch):
    monkeypatch.setattr(counting_hands, "drop_in", as_counted_before_there_were_reasons)
    made = make.by_hands(ana)
    make.count_both(ana, made)
    sat = early(ana, made).sat
    assert (sat.figures, sat.reasons) == (make.FIGURES, [])
