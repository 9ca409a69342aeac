"""Another server's chronicle, as rooted.struggles.exchange writes it: the same records, known by their addresses."""

import json
import tracemalloc
from dataclasses import replace
from itertools import chain
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from rooted.imports import importing
from rooted.imports.actions import packed, start_import, take_file
from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.records.questions import QUESTIONS
from rooted.records.record import Action, Answer, Point
from rooted.struggles.exchange import FORMAT, entry_of
from rooted.struggles.models import Struggle
from rooted.struggles.reading import record_of, whole
from rooted.struggles.tests import make as chronicle
from rooted.tables.tests.make import as_bytes

RICH = {
    "outcome": "won",
    "answers": (Answer("spark", "A rota was cut."),),
    "points": (Point("strong", code="surprise", evidence="Nobody saw it coming."), Point("weak", "alone at night")),
    "actions": (Action("strike", words="The night shift."),),
}


def file_of(entries, server="other.example"):
    """A whole file: its first list holds words, not records."""
    head = {"format": FORMAT, "server": server, "terms": [{"kind": "strong", "words": "surprise"}]}
    return json.dumps(head | {"struggles": entries})


@pytest.fixture
def owner(db):
    return chronicle.group()


def entries_of(owner, count=2):
    records = [chronicle.record(number, **RICH) for number in range(count)]
    stored = chronicle.struggles(owner, records)
    rows = whole(Struggle.objects.filter(pk__in=[one.pk for one in stored])).prefetch_related("corrections")
    return [entry_of(row) for row in rows]


def moved(entries):
    """The same as if another server had published them."""
    return [entry | {"id": str(uuid4())} for entry in entries]


def test_a_record_of_another_server_is_the_same_here(owner):
    entries = moved(entries_of(owner))
    there = {record_of(row).title: record_of(row) for row in whole(Struggle.objects.all())}
    batch = make.batch(owner, file_of(entries))
    here = whole(Struggle.objects.filter(batch=batch))
    assert (batch.rows_added, batch.source_set, batch.set_name) == (2, "rooted-other-example", "other.example")
    for row in here:
        same = replace(record_of(row), external_id="", origin="")
        assert same == replace(there[row.title], external_id="", origin="")


def test_the_same_file_again_and_our_own_records_add_nothing(owner):
    ours = entries_of(owner)
    theirs = moved(ours)
    make.batch(owner, file_of(theirs))
    assert [make.batch(owner, file_of(entries)).rows_added for entries in (theirs, ours)] == [0, 0]
    assert Struggle.objects.count() == 4


def test_a_list_both_servers_brought_in_is_known_by_its_own_number(owner):
    make.batch(owner, make.entries(1))
    known = {"set": "cat", "name": "x", "licence": "", "cite": "", "number": "1"}
    (entry,) = moved(entries_of(owner, 1))
    batch = make.batch(owner, file_of([entry | {"list": known}]))
    assert (batch.rows_known, batch.rows_added) == (1, 0)


def test_a_whole_chronicle_may_be_longer_than_any_list(owner, monkeypatch):
    monkeypatch.setattr("rooted.imports.keeping.LARGEST", 1_000)
    monkeypatch.setattr("rooted.tables.looking.MOST_ROWS", 2)
    entries = moved(entries_of(owner, 3))
    assert make.batch(owner, file_of(entries)).rows_added == 3
    with pytest.raises(ValidationError, match=r"larger than 50 MB"):
        make.file(owner, json.dumps(entries))
    with pytest.raises(ValidationError, match=r"more than 200,000 rows"):
        make.file(owner, "a;b\n" + "1;2\n" * 3)


def test_a_chronicle_of_more_than_2_gb_is_refused_and_says_what_to_do(owner, monkeypatch):
    monkeypatch.setattr("rooted.imports.keeping.LARGEST", 100)
    monkeypatch.setattr("rooted.imports.keeping.LARGEST_CHRONICLE", 1_000)
    with pytest.raises(ValidationError, match=r"larger than 2 GB\. Ask the other server for a part"):
        make.file(owner, file_of(moved(entries_of(owner))))


@pytest.mark.long
def test_60_mb_of_chronicle_are_brought_in_with_little_memory(owner, monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)
    (entry,) = moved(entries_of(owner, 1))
    answers = [{"question": code, "text": "Said long. " * 450} for code in QUESTIONS]
    record = entry["record"] | {"account": "A long account. " * 1_250, "answers": answers}
    entries = (entry | {"id": str(uuid4()), "record": record} for _ in range(700))
    head, *rest = file_of([]).partition("[]}")[0], "]}"
    tracemalloc.start()
    pieces = (as_bytes((", " if at else head + "[") + json.dumps(one)) for at, one in enumerate(entries))
    file = take_file(packed(chain(pieces, map(as_bytes, rest))), name="whole.json", group=owner)
    batch = start_import(file, at_once=False)
    importing.run(batch)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (batch.rows_added, file.size > 60_000_000, most < 24_000_000) == (700, True, True)


def test_what_was_withdrawn_there_or_is_no_record_is_left_out_with_the_reason(owner):
    (entry,) = moved(entries_of(owner, 1))
    gone = {"id": str(uuid4()), "byline": "Docks", "withdrawn_on": "2026-11-01", "why": "Wrong."}
    broken = entry | {"record": entry["record"] | {"outcome": "nothing such"}}
    make.batch(owner, file_of([entry, gone, moved([entry])[0] | {"merged_into": "x"}, broken]))
    said = [(note.row, note.code, note.detail) for note in ImportNote.objects.order_by("row")]
    assert said == [(2, "withdrawn", ""), (3, "not-our-form", "merged_into"), (4, "not-our-form", "outcome")]


def test_the_page_of_columns_only_shows_how_they_will_look(ana, docks):
    file = make.file(docks, file_of(moved(entries_of(docks))), name="other.json")
    page = ana.client.get(f"/g/docks/struggles/imports/files/{file.pk}/").content.decode()
    assert ("Night cleaners stop work 1" in page, "What each column fills" in page) == (True, False)
    assert ("It is the chronicle of another server" in page, "We guessed" in page) == (True, False)
