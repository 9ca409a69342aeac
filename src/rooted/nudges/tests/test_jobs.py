"""The day's look and the mails that follow."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from rooted.base import jobs
from rooted.base.models import Job
from rooted.groups.actions import part
from rooted.nudges import mail
from rooted.nudges.actions import KEPT_DAYS, ask_for_mail, go_on, look_at_all, make_feed, my_nudge, rests, send_nudge
from rooted.nudges.jobs import look_at_the_day, send_one
from rooted.nudges.kept import what_is_in
from rooted.nudges.models import Nudge
from rooted.nudges.tests.make import ADDRESS, due_in, mail_server


@pytest.fixture(autouse=True)
def _nothing_failed_yet():
    mail.forget_failures()


@pytest.fixture
def wish(ana):
    return ask_for_mail(ana.seat, address=ADDRESS, language="en")


def today():
    return timezone.localdate()


def waiting():
    return list(Job.objects.filter(name="nudge-send"))


def at_nine(days=0):
    day = today() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("UTC"))


def test_on_a_day_when_something_is_due_one_mail_goes_out(ana, wish, settings):
    due_in(ana, 0)
    with mail_server(settings) as server:
        look_at_the_day(at_nine())
        look_at_the_day(at_nine() + timedelta(hours=1))
        (job,) = waiting()
        assert job.payload == f'{{"nudge": {wish.pk}, "day": "{today().isoformat()}"}}'
        send_one(wish.pk, today().isoformat(), at_nine())
        send_one(wish.pk, today().isoformat(), at_nine())
    assert len(server.got) == 1


def test_on_other_days_there_is_none(ana, cem, wish):
    due_in(ana, 1)
    due_in(ana, -1)
    due_in(cem, 0)
    assert look_at_all(today()) == 0


def test_nobody_is_woken_and_without_settings_nothing_is_looked_at(ana, wish, settings):
    due_in(ana, 0)
    look_at_the_day(at_nine())
    with mail_server(settings):
        look_at_the_day(at_nine() - timedelta(hours=2))
    assert waiting() == []


def test_a_mail_that_did_not_go_out_is_tried_again_and_then_goes_out_once(ana, wish, settings):
    day = today().isoformat()
    with mail_server(settings, "MAIL", "451"), pytest.raises(mail.NotSent):
        send_nudge(wish.pk, day=day, today=today())
    mail.forget_failures()
    with mail_server(settings) as server:
        for _ in range(2):
            send_nudge(wish.pk, day=day, today=today())
    assert len(server.got) == 1


def test_the_worker_puts_a_failed_mail_off_and_writes_down_no_address(ana, wish, settings, capfd):
    settings.TIME_ZONE = "UTC"
    now = timezone.now()
    jobs.enqueue("nudge-send", nudge=wish.pk, day=today().isoformat())
    with mail_server(settings, "EHLO", "drops"):
        assert jobs.run_one(now + timedelta(seconds=1), lanes=["mail"]) is False
    (job,) = waiting()
    assert (job.last_error, job.attempts, job.run_after > now) == ("NotSent", 1, True)
    assert ADDRESS not in "".join(capfd.readouterr()) + job.payload


def test_when_it_is_unclear_whether_it_went_out_it_is_not_sent_again(ana, wish, settings):
    with mail_server(settings, "END", "drops"):
        send_one(wish.pk, today().isoformat(), at_nine())
    mail.forget_failures()
    with mail_server(settings) as server:
        send_one(wish.pk, today().isoformat(), at_nine())
    assert server.got == []


def test_after_its_day_a_mail_is_no_longer_sent(ana, wish, settings):
    with mail_server(settings) as server:
        send_one(wish.pk, today().isoformat(), at_nine(days=1))
    assert server.visits == 0


def test_every_row_is_written_anew_every_day(ana, bo, wish):
    other = ask_for_mail(bo.seat, address="b@example.net", language="en")
    before = {row.pk: bytes(row.blob) for row in Nudge.objects.all()}
    due_in(ana, 0)
    look_at_all(today())
    after = {row.pk: bytes(row.blob) for row in Nudge.objects.all()}
    assert {pk for pk in before if before[pk] != after[pk]} == {wish.pk, other.pk}
    assert len({len(blob) for blob in after.values()}) == 1


def test_after_somebody_left_reminders_rest_until_each_says_go_on(ana, bo, wish):
    ask_for_mail(bo.seat, address="b@example.net", language="en")
    part(bo.seat, today=today())
    due_in(ana, 0)
    assert (look_at_all(today()), rests(ana.seat)) == (0, True)
    go_on(ana.seat)
    assert (look_at_all(today() + timedelta(days=1)), rests(ana.seat)) == (0, False)
    due_in(ana, 2)
    assert look_at_all(today() + timedelta(days=2)) == 1


def test_what_rests_for_a_month_is_erased(ana, bo, wish):
    part(bo.seat, today=today())
    for days in (0, KEPT_DAYS - 1):
        look_at_all(today() + timedelta(days=days))
    assert Nudge.objects.count() == 1
    look_at_all(today() + timedelta(days=KEPT_DAYS))
    assert Nudge.objects.count() == 0


def test_a_group_that_closed_leaves_no_address(ana, wish):
    type(ana.group).objects.update(closed_on=today())
    look_at_all(today())
    assert Nudge.objects.count() == 0


def test_under_another_key_of_the_server_a_row_is_erased(ana, wish, settings):
    settings.INSTANCE_KEY = b"another key of thirty-two bytes."
    assert my_nudge(ana.seat) is None
    look_at_all(today())
    assert Nudge.objects.count() == 0


def test_the_row_holds_neither_address_nor_group_nor_person_in_clear(ana, wish):
    make_feed(ana.seat, language="en")
    content = what_is_in(wish)
    assert (content["address"], content["group"]) == (ADDRESS, str(ana.group.pk))
    blob = bytes(Nudge.objects.get().blob)
    assert not any(part in blob for part in (ADDRESS.encode(), str(ana.group.pk).encode(), ana.group.pk.bytes))
    assert {field.name for field in Nudge._meta.fields} == {"id", "blob"}
