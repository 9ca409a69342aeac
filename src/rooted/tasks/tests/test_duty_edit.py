"""tasks:duty-edit, changing a duty."""

from rooted.tasks.models import Slot
from rooted.tasks.reading import duty_rows
from rooted.tasks.tests import make


def edit(member, duty, **changed):
    fields = {
        "kind": "phone", "name": "", "weekdays": [str(day) for day in range(7)], "every_weeks": "1",
        "hour": "18:00", "starts_on": make.today().isoformat(),
    } | changed  # fmt: skip
    return member.client.post(make.at("duty-edit", member, duty.pk), fields)


def test_days_that_still_fit_stay_with_who_has_them_the_others_vanish(ana):
    kept = make.held(ana, days=1)
    vanishing = Slot.objects.get(duty=kept.duty, day=make.in_days(2))
    edit(ana, kept.duty, weekdays=[str(kept.day.weekday())], hour="19:00")
    assert make.fresh(kept).held_by_id == ana.seat.pk
    assert Slot.objects.filter(pk=vanishing.pk).exists() is False
    assert (Slot.objects.count(), duty_rows(ana.seat)[kept.duty_id].hour) == (8, "19:00")


def test_new_weekdays_get_their_slots(ana):
    duty = make.duty(ana, weekdays=[make.in_days(1).weekday()])
    edit(ana, duty)
    assert Slot.objects.count() == 56


def test_days_gone_by_stay_as_they_were(ana):
    slot = make.held(ana, days=1)
    Slot.objects.filter(pk=slot.pk).update(day=make.in_days(-1))
    edit(ana, slot.duty, weekdays=[str(make.in_days(3).weekday())])
    assert make.fresh(slot).held_by_id == ana.seat.pk


def test_the_page_shows_what_stands_and_says_what_will_happen(ana):
    page = make.page(ana, "duty-edit", make.duty(ana, "Soup", hour="At noon").pk)
    assert "Days to come that no longer fit vanish" in page
    assert 'value="At noon"' in page
    assert page.count(" checked") == 9  # seven days, its kind, every week


def test_what_was_typed_stays_when_it_is_refused(ana):
    duty = make.duty(ana)
    page = edit(ana, duty, starts_on="soon", name="Night phone").content.decode()
    assert 'value="Night phone"' in page


def test_others_change_nothing(ana, cem):
    duty = make.duty(ana)
    assert edit(cem, duty).status_code == 404
