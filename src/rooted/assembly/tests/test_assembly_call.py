"""assembly:assembly-call"""

from rooted.assembly.models import AgendaPoint, Assembly, Sitting, Speaker
from rooted.assembly.reading import read_assembly, read_sitting
from rooted.assembly.tests.make import in_days, page, post, today
from rooted.groups.models import Seat

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
    assert "The new rota" in page(bo, "assembly-detail", Assembly.objects.get().pk)


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
