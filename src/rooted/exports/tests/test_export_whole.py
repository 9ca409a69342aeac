"""Everything in one file, so that another server can keep it and follow what is withdrawn."""

import json

from django.urls import reverse

from rooted.exports.tests.described import fits
from rooted.exports.tests.make import body, published, rich
from rooted.struggles.actions import hide_struggle, merge_struggles, withdraw_struggle
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests import make

FILE = reverse("exports:export-whole")


def test_withdrawn_records_leave_as_day_and_reason_and_hidden_ones_not_at_all(stranger, db):
    owner = make.group()
    plain, gone, hidden, one = published(owner, *[rich(title=name) for name in ("a", "b", "c", "d")])
    withdraw_struggle(gone, why="A name stood in it.", today=make.TODAY)
    hide_struggle(hidden)
    merge_struggles(one, into=plain)
    entries = {entry["id"]: entry for entry in json.loads(body(stranger.get(FILE)))["struggles"]}
    assert set(entries) == {str(kept.public_id) for kept in (plain, gone, one)}
    assert entries[str(gone.public_id)] == {
        "id": str(gone.public_id),
        "byline": "Docks",
        "published_on": "2026-11-22",
        "withdrawn_on": "2026-11-22",
        "why": "A name stood in it.",
    }
    assert entries[str(one.public_id)]["merged_into"] == str(plain.public_id)


def test_a_record_says_by_what_a_list_knows_the_one_it_is_one_with(stranger, db):
    owner = make.group()
    one, two = published(owner, rich(title="a"), rich(title="b"))
    batch = ImportBatch.objects.create(group=owner, source_set="cat", set_name="CAT", imported_on=make.TODAY)
    Struggle.objects.filter(pk=two.pk).update(batch=batch, source_set="cat", external_id="314")
    merge_struggles(one, into=two)
    (joined,) = [one for one in json.loads(body(stranger.get(FILE)))["struggles"] if "merged_into" in one]
    fits("Entry", joined)
    assert (joined["merged_into"], joined["merged_into_list"]) == (
        str(two.public_id), {"set": "cat", "number": "314"},
    )  # fmt: skip


def test_an_empty_chronicle_is_a_whole_file_too(stranger, db):
    assert json.loads(body(stranger.get(FILE)))["struggles"] == []
