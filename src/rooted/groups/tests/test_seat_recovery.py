"""Telling the group that one holds a recovery code."""

from django.urls import reverse

from rooted.groups.tests.make import at


def test_whoever_has_not_written_it_down_is_led_there(ana):
    assert ana.client.post(at("groups:seat-recovery", ana)).url == reverse("people:recovery")
    assert ana.seat.sealed["holds_recovery"] is False


def test_whoever_has_says_so(ana):
    ana.keyring.keep_recovery()
    assert ana.client.post(at("groups:seat-recovery", ana)).url == at("groups:seat-list", ana)
    assert ana.seat.sealed == {"name": "Ana", "holds_recovery": True}


def test_looking_changes_nothing(ana):
    ana.keyring.keep_recovery()
    assert ana.client.get(at("groups:seat-recovery", ana)).status_code == 405
    assert ana.seat.sealed["holds_recovery"] is False
