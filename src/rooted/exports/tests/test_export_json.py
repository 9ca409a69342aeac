"""A selection as JSON: every record travels whole and comes back the same."""

import json
from dataclasses import replace

from django.urls import reverse

from rooted.exports.tests.make import body, published, rich
from rooted.struggles.actions import merge_struggles
from rooted.struggles.exchange import read_entry
from rooted.struggles.tests import make

FILE = reverse("exports:export-json")


def test_what_is_taken_away_is_what_was_written(stranger, db, settings):
    settings.ADDRESS = "https://testserver"
    (struggle,) = published(make.group(), rich())
    response = stranger.get(FILE, {"short": "1"})
    told = json.loads(body(response))
    assert (told["format"], told["server"], told["selection"]) == ("rooted-chronicle/1", "testserver", "short=1")
    incoming = read_entry(told["struggles"][0], server="testserver").record
    assert incoming == replace(rich(), external_id=str(struggle.public_id), origin="Docks, testserver")
    assert [(term["kind"], term["words"]) for term in told["terms"]] == [("try", "ask first"), ("weak", "isolated")]
    assert response["Content-Disposition"].startswith('attachment; filename="struggles-')


def test_only_what_was_chosen_and_is_public_leaves(stranger, db):
    owner = make.group()
    one, two, other = published(owner, rich(), rich(title="The same"), rich(title="Elsewhere", places=()))
    make.draft(owner, title="A draft")
    merge_struggles(two, into=one)
    told = json.loads(body(stranger.get(FILE, {"country": "DE"})))
    assert [entry["record"]["title"] for entry in told["struggles"]] == ["Pickers sit down"]
    assert [entry["id"] for entry in told["struggles"]] == [str(one.public_id)]
    assert str(other.public_id) not in json.dumps(told)


def test_more_than_one_piece_is_one_list(stranger, db):
    published(make.group(), *[rich(title=f"Number {number}") for number in range(260)])
    titles = {entry["record"]["title"] for entry in json.loads(body(stranger.get(FILE)))["struggles"]}
    assert titles == {f"Number {number}" for number in range(260)}
