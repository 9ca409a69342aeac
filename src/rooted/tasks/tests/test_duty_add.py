"""tasks:duty-add, a duty and its days."""

from rooted.tasks.models import Duty, Slot
from rooted.tasks.reading import duty_rows
from rooted.tasks.tests import make

FILLED = {"kind": "phone", "name": "", "weekdays": ["2"], "every_weeks": "1", "hour": "18:00 to 20:00"}


def add(member, **changed):
    fields = FILLED | {"starts_on": make.today().isoformat()} | changed
    return member.client.post(make.at("duty-add", member), fields)


def test_it_stands_on_the_rota_with_eight_weeks_that_nobody_has(ana):
    assert add(ana).url == make.at("rota", ana)
    (row,) = duty_rows(ana.seat).values()
    assert (row.name, row.hour, row.pattern) == ("Phone", "18:00 to 20:00", "Every week: Wednesday")
    assert {slot.day.weekday() for slot in Slot.objects.all()} == {2}
    assert (Slot.objects.count(), Slot.objects.filter(held_by=None).count()) == (8, 8)


def test_own_words_and_every_second_week(ana):
    add(ana, kind="other", name="Soup <b>& tea</b>", weekdays=["0", "3"], every_weeks="2")
    (row,) = duty_rows(ana.seat).values()
    assert (row.name, row.pattern) == ("Soup <b>& tea</b>", "Every 2 weeks: Monday, Thursday")
    assert "Soup <b>" not in make.page(ana, "rota")


def test_something_else_needs_its_name_and_what_was_typed_stays(ana):
    page = add(ana, kind="other", hour="At noon").content.decode()
    assert "Write what you call it." in page
    assert 'value="At noon"' in page
    assert Duty.objects.count() == 0


def test_it_needs_a_day_of_the_week(ana):
    fields = FILLED | {"starts_on": make.today().isoformat()}
    del fields["weekdays"]
    assert "Choose at least one." in ana.client.post(make.at("duty-add", ana), fields).content.decode()


def test_a_first_day_far_away_is_refused(ana):
    assert "Choose a day within a year." in add(ana, starts_on=make.in_days(400).isoformat()).content.decode()


def test_nothing_of_it_stands_in_clear_but_days(ana):
    add(ana, kind="other", name="Soup")
    fields = {field.attname for field in Duty._meta.local_concrete_fields}
    assert fields == {"id", "group_id", "item_id", "weekdays", "every_weeks", "starts_on"}


def test_others_add_nothing(ana, cem, stranger):
    assert cem.client.post(make.at("duty-add", ana), FILLED).status_code == 404
    assert stranger.post(make.at("duty-add", ana), FILLED).status_code == 403
    assert Duty.objects.count() == 0
