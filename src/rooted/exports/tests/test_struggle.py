"""One record for programs."""

from uuid import uuid4

from django.urls import reverse

from rooted.exports.tests.described import fits
from rooted.exports.tests.make import published
from rooted.struggles.actions import correct_record, hide_struggle, withdraw_struggle
from rooted.struggles.exchange import read_entry
from rooted.struggles.tests import make


def address(struggle):
    return reverse("exports:struggle", args=[struggle.public_id])


def test_a_record_with_its_corrections(stranger, db):
    (struggle,) = published(make.group())
    correct_record(struggle, make.record(), words="Wrong firm.", first=1, second=2, today=make.TODAY)
    told = fits("Entry", stranger.get(address(struggle)).json())
    assert told["corrections"] == [{"made_on": "2026-11-22", "words": "Wrong firm."}]
    assert read_entry(told, server="x").record.title == make.record().title


def test_a_withdrawn_record_says_so_and_a_hidden_one_is_absent(stranger, db):
    gone, hidden = published(make.group(), make.record(1), make.record(2))
    withdraw_struggle(gone, why="A name.")
    hide_struggle(hidden)
    assert "record" not in fits("Entry", stranger.get(address(gone)).json())
    assert stranger.get(address(hidden)).status_code == 404


def test_nobody_finds_what_is_not_there(stranger, db):
    assert stranger.get(reverse("exports:struggle", args=[uuid4()])).status_code == 404
