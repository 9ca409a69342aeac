from rooted.base.converters import KeyConverter
from rooted.register.models import Entry
from rooted.register.sealed import DECISION
from rooted.register.tests.make import at, decided, in_days, page, today
from rooted.tasks.models import Task

TYPED = {"title": "We meet on Mondays", "text": "At six.", "result": "carried", "day": "2026-11-20"}


def key(entry):
    return KeyConverter().to_url(entry.pk)


def send(member, **changed):
    """What register:entry-add answers."""
    return member.client.post(at("entry-add", member), TYPED | changed)


def test_it_is_written_into_the_register_with_who_wrote_it_down(ana, bo):
    answer = send(bo, tally="Early: 12 for\n\nLate: 9 for\n", tasks="Book the room", burns_on=in_days(5).isoformat())
    entry = Entry.objects.get()
    assert (answer.url, entry.day.isoformat()) == (at("entry-detail", bo, entry.pk), "2026-11-20")
    content = ana.seat.keys.read(entry.item, DECISION)
    assert (content["tally"], content["seat"]) == (["Early: 12 for", "Late: 9 for"], bo.seat.pk)
    assert (entry.burns_on, Task.objects.count()) == (in_days(5), 1)
    assert "Written down by" in page(ana, "entry-detail", entry.pk)


def test_it_can_take_the_place_of_one_in_force(ana):
    first = decided(ana)
    assert key(first) in page(ana, "entry-add", query=f"?replaces={key(first)}")
    send(ana, supersedes=key(first))
    assert Entry.objects.get(number=2).supersedes == first


def test_one_that_does_not_hold_any_more_is_not_offered(ana):
    first = decided(ana)
    decided(ana, supersedes=first)
    blocked = decided(ana, result="blocked")
    text = page(ana, "entry-add")
    assert [key(entry) in text for entry in (first, blocked)] == [False, False]


def test_one_of_another_group_is_refused(ana, cem):
    decided(ana)
    answer = send(ana, supersedes=key(decided(cem)))
    assert (answer.status_code, Entry.objects.of(ana.group).count()) == (200, 1)


def test_a_day_to_come_and_a_day_of_burning_gone_by_are_refused(ana):
    answer = send(ana, day=in_days(1).isoformat(), burns_on=today().isoformat())
    assert sorted(answer.context["form"].errors) == ["burns_on", "day"]
    assert Entry.objects.count() == 0


def test_an_end_before_the_beginning_is_refused(ana):
    answer = send(ana, in_force_from="2026-12-02", in_force_until="2026-12-01")
    assert list(answer.context["form"].errors) == ["in_force_until"]


def test_what_was_typed_comes_back_with_what_is_wrong(ana):
    answer = send(ana, title="", text="At six, all of us.")
    assert "At six, all of us." in answer.content.decode()
