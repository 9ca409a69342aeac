"""notes:announcement-write, telling everyone in the group."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.notes.models import Announcement, Reading
from rooted.notes.tests import make

TYPED = {"title": "The room changed", "text": "Back room, *not* the hall.", "until": ""}


def send(member, **fields):
    return member.client.post(make.at("announcement-write", member), TYPED | fields)


def test_all_members_read_it(ana, bo):
    response = send(ana)
    html = bo.client.get(response.url).content.decode()
    assert "The room changed" in html
    assert "Back room, <em>not</em> the hall." in html
    assert "Ana announced this." in html


def test_the_last_day_is_kept_and_it_is_erased_a_year_later(ana, tomorrow):
    send(ana, until=tomorrow.isoformat())
    made = Announcement.objects.get()
    assert (made.until, made.expires_on, made.item.expires_on) == (
        tomorrow, tomorrow + timedelta(days=365), tomorrow + timedelta(days=365),
    )  # fmt: skip


def test_in_a_group_that_does_not_count_no_reading_is_kept(ana):
    send(ana)
    assert Reading.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"text": "x" * 8_001}, "text"),
        ({"text": "nul \x00"}, "text"),
        ({"until": "2020-01-01"}, "until"),
        ({"until": "2099-01-01"}, "until"),
        ({"until": "soon"}, "until"),
    ],
)
def test_what_is_wrong_is_said_and_all_that_was_typed_stays(ana, wrong, field):
    page = send(ana, **wrong)
    form = page.context["form"]
    assert list(form.errors) == [field]
    assert {name: form[name].value() for name in TYPED} == TYPED | wrong
    assert Announcement.objects.count() == 0


def test_nothing_of_it_stands_in_the_clear(ana):
    send(ana)
    row = Announcement.objects.values().get()
    assert {name for name, value in row.items() if isinstance(value, str)} == set()
    assert row["said_on"] == timezone.now().date()


def test_members_of_another_group_cannot(ana, cem):
    assert cem.client.post(make.at("announcement-write", ana), TYPED).status_code == 404
    assert Announcement.objects.count() == 0
