"""assembly:assembly-call"""

import pytest
from django.core.exceptions import ValidationError

from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.reading import read_assembly, read_sitting
from rooted.assembly.tests.make import assembly, in_days, post, sitting, today
from rooted.assembly.tests.make import page as page_of
from rooted.groups.models import Seat
from rooted.rules.tests.make import bound

TYPED = {
    "about": "The new rota",
    "notice": "All shifts",
    "notice_days": "3",
    "quorum": "40",
    "hour": "05:30",
    "place": "Canteen",
    "shift": "Early shift",
    "language": "English, Polish",
}


def test_a_member_calls_one_with_its_first_sitting(ana):
    answer = post(ana, "assembly-call", day=str(in_days(5)), **TYPED)
    made = Assembly.objects.get()
    said = read_assembly(ana.seat, made).said
    met = read_sitting(ana.seat, made.sittings.get()).said
    assert (answer.status_code, made.day, made.called_on) == (302, in_days(5), today())
    assert (said["about"], said["quorum"], met["hour"], met["shift"]) == ("The new rota", 40, "05:30", "Early shift")


def test_what_was_typed_comes_back_when_the_day_is_a_slip(ana):
    shown = post(ana, "assembly-call", day="2099-01-01", **TYPED).content.decode()
    assert ("Choose a day within a year." in shown, "English, Polish" in shown, Assembly.objects.count()) == (
        True,
        True,
        0,
    )


def test_the_other_member_sees_it_at_once(ana, bo):
    post(ana, "assembly-call", day=str(in_days(5)), **TYPED)
    assert "The new rota" in page_of(bo, "assembly-detail", Assembly.objects.get().pk)


def test_only_days_and_numbers_stand_in_clear():
    kinds = {
        "DateField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "RandomId",
        "ForeignKey",
        "OneToOneField",
    }
    columns = [field for model in (Assembly, Sitting, AgendaPoint, Speaker) for field in model._meta.concrete_fields]
    assert {type(field).__name__ for field in columns} == kinds
    assert [field for field in columns if field.related_model is Seat] == []


def test_two_taps_call_one_assembly(ana):
    answers = [post(ana, "assembly-call", day=str(in_days(5)), **TYPED) for _tap in range(2)]
    assert (answers[0].url, Assembly.objects.count()) == (answers[1].url, 1)


def test_by_our_rules_it_is_called_in_time_or_said_to_be_urgent(ana, bo):
    bound(ana, notice_days=4)
    page = post(ana, "assembly-call", day=str(in_days(3)), **TYPED).content.decode()
    assert ("By our rules this is known 4 days before" in page, "All shifts" in page) == (True, True)
    assert Assembly.objects.count() == 0
    post(ana, "assembly-call", day=str(in_days(3)), urgent="on", **TYPED)
    pk = Assembly.objects.get().pk
    assert "It is urgent: it was called sooner than our rules ask for." in page_of(bo, "assembly-detail", pk)
    assert "<strong>Urgent</strong>" in page_of(bo, "assembly-notice", pk)


def test_in_time_is_in_time(ana):
    bound(ana, notice_days=4)
    post(ana, "assembly-call", day=str(in_days(4)), **TYPED)
    made = Assembly.objects.get()
    assert (read_assembly(ana.seat, made).urgent, read_assembly(ana.seat, made).said["notice_days"]) == (False, 4)


def test_a_sitting_is_not_brought_forward_into_the_notice_but_can_be_put_off(ana):
    bound(ana, notice_days=4)
    made = assembly(ana, days=5)
    with pytest.raises(ValidationError, match="By our rules this is known 4 days before"):
        sitting(ana, made, day=in_days(3))
    assert [sitting(ana, made, day=in_days(days)).day for days in (4, 9)] == [in_days(4), in_days(9)]


def test_our_rules_stand_on_the_page_with_their_days_and_their_number(ana):
    bound(ana, notice_days=4, quorum=40)
    shown = page_of(ana, "assembly-call")
    assert "Our rules, which hold here" in shown
    assert ('name="notice_days"' in shown, 'name="urgent"' in shown, 'value="40"' in shown) == (False, True, True)


def test_before_we_decide_days_and_number_are_suggested(ana, bo):
    shown = page_of(ana, "assembly-call")
    assert "What is suggested to a group like ours" in shown
    assert ('name="notice_days"' in shown, 'name="urgent"' in shown) == (True, False)
