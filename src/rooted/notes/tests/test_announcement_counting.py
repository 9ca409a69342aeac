"""notes:announcement-counting, off until the group wants it."""

from django.utils import timezone

from conftest import join, newcomer
from rooted.notes.actions import count_readings
from rooted.notes.models import Count, Reading
from rooted.notes.tests import make


def say(member, word):
    return member.client.post(make.at("announcement-counting", member), {"count": word})


def test_it_is_off_at_first(ana):
    assert Count.objects.count() == 0


def test_in_a_group_of_two_it_is_not_offered(ana, bo):
    html = ana.client.get(make.at("announcement-counting", ana)).content.decode()
    say(ana, "yes")
    assert "In a group of two the number would say who." in html
    assert Count.objects.count() == 0


def test_from_three_members_on_any_of_them_can_begin_it(ana, bo):
    gul = join(newcomer("gul"), ana)
    assert [say(gul, "yes").status_code for _ in range(2)] == [302, 302]
    assert Count.objects.get().since == timezone.now().date()
    assert "Stop counting" in bo.client.get(make.at("announcement-counting", bo)).content.decode()


def test_when_it_ends_all_that_was_counted_is_erased(ana, bo, cem):
    for member in (ana, cem):
        count_readings(member.group, today=timezone.now().date())
        make.announcement(member)
    say(bo, "no")
    assert [count.group for count in Count.objects.all()] == [cem.group]
    assert [reading.announcement.group for reading in Reading.objects.all()] == [cem.group]


def test_members_of_another_group_cannot(ana, cem):
    assert cem.client.post(make.at("announcement-counting", ana), {"count": "yes"}).status_code == 404
